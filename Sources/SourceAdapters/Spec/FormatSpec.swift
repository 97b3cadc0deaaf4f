/// How the files of a source are written; what is not declared is detected and said aloud.
public struct FormatSpec: Sendable, Hashable {
    /// The encodings that can be declared.
    public enum Encoding: String, Sendable, Hashable, CaseIterable {
        /// UTF-8, with or without a byte order mark.
        case utf8 = "utf-8"
        /// UTF-16 with a byte order mark.
        case utf16 = "utf-16"
        /// UTF-16 with the low byte first.
        case utf16LittleEndian = "utf-16le"
        /// UTF-16 with the high byte first.
        case utf16BigEndian = "utf-16be"
        /// ISO 8859-1.
        case latin1 = "latin-1"
        /// Windows code page 1252.
        case windows1252 = "windows-1252"
    }

    /// The decimal marks that can be declared.
    public enum DecimalMark: String, Sendable, Hashable, CaseIterable {
        /// `4,8`
        case comma
        /// `4.8`
        case point
    }

    /// The marks between groups of three digits that can be declared.
    public enum ThousandsMark: String, Sendable, Hashable, CaseIterable {
        /// U+0020.
        case space
        /// U+00A0, the no-break space.
        case nbsp
        /// U+2009 and U+202F, the thin spaces.
        case thin
        /// `,`, where the decimal mark is a point.
        case comma
        /// `.`, where the decimal mark is a comma.
        case point
        /// `'` and U+2019.
        case apostrophe
    }

    /// The delimiters that can be declared, by how they are written in a specification.
    static let delimiters: [(text: String, byte: UInt8)] = [
        (";", 0x3B), (",", 0x2C), ("tab", 0x09), ("\t", 0x09), ("|", 0x7C),
    ]

    /// The encoding; `nil` detects it.
    public var encoding: Encoding?
    /// The byte between cells; `nil` detects it.
    public var delimiter: UInt8?
    /// The decimal mark; `nil` reads what has only one meaning and refuses the rest.
    public var decimal: DecimalMark?
    /// The marks between groups of three digits.
    public var thousands: Set<ThousandsMark>
    /// Whether a percent sign may follow a number.
    public var percent: Bool
    /// The line on which the header stands, from 1; lines above it are not read.
    public var headerRow: Int
    /// How many rows after the header are not data, such as a row of units.
    public var skipRows: Int

    /// Creates the format of a file of which nothing is declared.
    public init() {
        encoding = nil
        delimiter = nil
        decimal = nil
        thousands = [.space, .nbsp, .thin]
        percent = true
        headerRow = 1
        skipRows = 0
    }
}
