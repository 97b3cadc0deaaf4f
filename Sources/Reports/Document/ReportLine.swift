public import DocumentText

/// A line of a report, as it stands in the file; of a file that is no text, as it is turned into lines.
public struct ReportLine: Sendable, Hashable {
    /// The number of the line in the file, from 1.
    public let number: Int
    /// The page it stands on, from 1; form feeds divide pages.
    public let page: Int
    /// The text without line end and form feeds.
    public let text: String
    /// The row of a table that the line is, in a document of HTML or Word.
    public let place: TablePlace?
    /// Whether what was printed here has been joined to a line nearby.
    let isJoined: Bool
    /// Whether the line is page furniture: a running header, a footer, a page number.
    public internal(set) var isFurniture = false
    /// Whether the line belongs to a table of contents.
    public internal(set) var isContents = false

    init(number: Int, _ line: PrintedLine) {
        self.number = number
        page = line.page
        text = line.text
        place = line.place
        isJoined = line.isJoined
    }

    /// Whether nothing is printed on the line.
    public var isBlank: Bool { text.unicodeScalars.allSatisfy(BlankScalar.isBlank) }
    /// Whether cells on the line are divided by tabs.
    public var isTabbed: Bool { text.unicodeScalars.contains("\t") }
    /// Whether tables and running text pass the line over.
    var isPassedOver: Bool { isFurniture || isContents || isJoined }
}

/// The blanks that reports use between words, digits and cells.
enum BlankScalar {
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t", "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}", "\u{200B}", "\u{FEFF}",
            "\u{0C}", "\r", "\n":
            true
        default: false
        }
    }

    /// Cuts blanks of every kind from both ends.
    static func trimmed(_ text: some StringProtocol) -> String {
        var scalars = Substring(text).unicodeScalars
        while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
        while let last = scalars.last, isBlank(last) { scalars.removeLast() }
        return String(scalars)
    }
}
