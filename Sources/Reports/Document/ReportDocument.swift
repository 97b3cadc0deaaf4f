public import Diagnostics
public import DocumentText

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

    /// The size of the file in bytes; 0 for a text from elsewhere.
    public let byteCount: Int
    /// What the file is, by its bytes.
    public let kind: DocumentKind
    /// What somebody should know of the file besides its text.
    public let notes: [Diagnostic]

    /// Divides a text into lines and marks page furniture and tables of contents.
    ///
    /// - Parameters:
    ///   - text: The whole text.
    ///   - path: Where it came from, for messages.
    ///   - sha256: The SHA-256 of the bytes, if they are known.
    public init(text: String, path: String, sha256: String = "") {
        var lines: [PrintedLine] = []
        var page = 1
        for part in text.split(omittingEmptySubsequences: false, whereSeparator: Self.endsLine) {
            let breaks = part.unicodeScalars.count { $0 == "\u{0C}" }
            // A form feed stands before the first line of its page.
            page += breaks
            var scalars = String.UnicodeScalarView()
            for scalar in part.unicodeScalars where scalar != "\u{0C}" { scalars.append(scalar) }
            lines.append(PrintedLine(String(scalars), page: page))
        }
        if lines.last?.text.isEmpty == true { lines.removeLast() }
        self.init(lines, path: path, sha256: sha256)
    }

    /// Takes the text of a file.
    init(_ text: DocumentText, path: String, sha256: String) {
        self.init(
            text.lines, path: path, sha256: sha256, byteCount: text.byteCount, kind: text.kind,
            notes: text.notes)
    }

    private init(
        _ printed: [PrintedLine], path: String, sha256: String, byteCount: Int = 0,
        kind: DocumentKind = .text, notes: [Diagnostic] = []
    ) {
        var lines = printed.enumerated().map { ReportLine(number: $0.offset + 1, $0.element) }
        PageFurniture.mark(&lines)
        ContentsList.mark(&lines)
        let filled = lines.filter { !$0.isBlank }
        let trailing = filled.count { $0.text.hasSuffix(" ") }
        hasTrailingBlanks = !filled.isEmpty && trailing * 10 >= filled.count * 8
        self.path = path
        self.sha256 = sha256
        self.byteCount = byteCount
        self.kind = kind
        self.notes = notes
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

    /// Lines of words that go on the name of a row though its cells stand above them.
    ///
    /// They begin small, unless the name cannot end where it does, and end in no cell, and a blank line or a
    /// name of its own follows; else they may as well begin the next name.
    func restOfName(at index: Int, below name: String) -> [String] {
        var rest: [String] = []
        var next = index
        while next < lines.count, rest.count < 4, isWords(next),
            beginsSmall(next) || NameEnding.isOpen(rest.last ?? name),
            let word = lines[next].text.split(whereSeparator: \.isWhitespace).last,
            !RowText.mayEndRow(word)
        {
            rest.append(lines[next].text)
            next += 1
        }
        if next < lines.count, !lines[next].isBlank, beginsSmall(next) { return [] }
        return rest
    }

    private func isWords(_ index: Int) -> Bool {
        !lines[index].isBlank && !lines[index].isPassedOver && !lines[index].isTabbed
    }

    private func beginsSmall(_ index: Int) -> Bool {
        BlankScalar.trimmed(lines[index].text).first?.isLowercase == true
    }

    /// How many lines stand between an index and the next that says something, but for those that were
    /// joined to others.
    func blanks(at index: Int) -> Int {
        lines[min(index, lines.count)...].prefix { $0.isBlank || $0.isPassedOver }
            .count { !$0.isJoined }
    }

    private static func endsLine(_ character: Character) -> Bool {
        // Form feed is no line end here, though Swift's `isNewline` says so.
        character == "\n" || character == "\r\n" || character == "\r" || character == "\u{2028}"
    }
}
