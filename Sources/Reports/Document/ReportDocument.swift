/// A report as numbered lines of text.
public struct ReportDocument: Sendable {
    /// The path of the file, for messages.
    public let path: String
    /// The SHA-256 of the file's bytes as 64 hexadecimal digits; empty for a text from elsewhere.
    public let sha256: String
    /// The lines in order; the line with number n lies at index n − 1.
    public let lines: [ReportLine]
    /// Whether nearly every printed line ends with one blank that means nothing.
    ///
    /// Text cut out of PDF often does. Where a line ends with more, the rest are empty cells.
    let hasTrailingBlanks: Bool

    /// The most bytes that a report may have; the largest real ones have about one million.
    ///
    /// Reading one takes about 25 bytes of memory for each of its own.
    public static let maximumSize = 8 * 1024 * 1024
    /// The most characters that one line may have.
    public static let maximumLineLength = 200_000
    /// The most lines that a report may have.
    public static let maximumLines = 500_000

    /// The size of the file in bytes; 0 for a text from elsewhere.
    public let byteCount: Int

    /// Divides a text into lines and marks page furniture and tables of contents.
    ///
    /// - Parameters:
    ///   - text: The whole text.
    ///   - path: Where it came from, for messages.
    ///   - sha256: The SHA-256 of the bytes, if they are known.
    public init(text: String, path: String, sha256: String = "") {
        self.init(text: text, path: path, sha256: sha256, byteCount: 0)
    }

    init(text: String, path: String, sha256: String, byteCount: Int) {
        var lines: [ReportLine] = []
        var page = 1
        for part in text.split(omittingEmptySubsequences: false, whereSeparator: Self.endsLine) {
            let breaks = part.unicodeScalars.count { $0 == "\u{0C}" }
            // A form feed stands before the first line of its page.
            page += breaks
            var scalars = String.UnicodeScalarView()
            for scalar in part.unicodeScalars where scalar != "\u{0C}" { scalars.append(scalar) }
            lines.append(
                ReportLine(number: lines.count + 1, page: page, text: String(scalars)))
        }
        if lines.last?.text.isEmpty == true { lines.removeLast() }
        PageFurniture.mark(&lines)
        ContentsList.mark(&lines)
        let printed = lines.filter { !$0.isBlank }
        let trailing = printed.count { $0.text.hasSuffix(" ") }
        hasTrailingBlanks = !printed.isEmpty && trailing * 10 >= printed.count * 8
        self.path = path
        self.sha256 = sha256
        self.byteCount = byteCount
        self.lines = lines
    }

    /// The line with a number; `nil` outside the document.
    public func line(_ number: Int) -> ReportLine? {
        lines.indices.contains(number - 1) ? lines[number - 1] : nil
    }

    /// A line's text without the one blank that every line of the document ends with.
    func cellText(_ line: ReportLine) -> String {
        hasTrailingBlanks && line.text.hasSuffix(" ") ? String(line.text.dropLast()) : line.text
    }

    private static func endsLine(_ character: Character) -> Bool {
        // Form feed is no line end here, though Swift's `isNewline` says so.
        character == "\n" || character == "\r\n" || character == "\r" || character == "\u{2028}"
    }
}
