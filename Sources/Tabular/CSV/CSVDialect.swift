/// How the fields of a delimited text file are set apart.
public struct CSVDialect: Sendable, Hashable {
    /// The byte between two fields.
    public var delimiter: UInt8
    /// The byte around fields that hold delimiters, line ends or quotes; nil where quotes are text.
    public var quote: UInt8?

    /// Makes a dialect; quotes are `"` unless said otherwise.
    ///
    /// - Parameters:
    ///   - delimiter: an ASCII byte, such as `;`, `,`, tab or `|`.
    ///   - quote: an ASCII byte, or nil for files in which a quote is a character like any other.
    public init(delimiter: UInt8, quote: UInt8? = UInt8(ascii: "\"")) {
        self.delimiter = delimiter
        self.quote = quote
    }

    /// Fields set apart by `;`, as a Swedish Excel writes.
    public static let semicolon = CSVDialect(delimiter: UInt8(ascii: ";"))
    /// Fields set apart by `,`, as RFC 4180 has it.
    public static let comma = CSVDialect(delimiter: UInt8(ascii: ","))
    /// Fields set apart by a tab.
    public static let tab = CSVDialect(delimiter: UInt8(ascii: "\t"))
    /// Fields set apart by `|`.
    public static let pipe = CSVDialect(delimiter: UInt8(ascii: "|"))

    /// The dialects that detection tries, in the order they are listed to people.
    public static let candidates: [CSVDialect] = [.semicolon, .comma, .tab, .pipe]

    /// Reads a delimiter as a person declares it, or gives nil when it is not known.
    ///
    /// - Parameter name: the character itself, `\t`, or one of the words `semicolon`, `comma`,
    ///   `tab`, `pipe`.
    public init?(delimiterName name: String) {
        switch name {
        case ";", "semicolon": self = .semicolon
        case ",", "comma": self = .comma
        case "\t", "\\t", "tab": self = .tab
        case "|", "pipe": self = .pipe
        default: return nil
        }
    }

    /// The delimiter as it is shown to people.
    public var delimiterName: String {
        delimiter == UInt8(ascii: "\t") ? "tab" : String(UnicodeScalar(delimiter))
    }
}
