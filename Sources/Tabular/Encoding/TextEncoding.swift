/// An encoding of text that files may be in.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
    /// UTF-8, with or without byte order mark.
    case utf8 = "utf-8"
    /// UTF-16 with the low byte first, as Excel writes "Unicode text".
    case utf16LittleEndian = "utf-16le"
    /// UTF-16 with the high byte first.
    case utf16BigEndian = "utf-16be"
    /// ISO 8859-1, in which 0x80–0x9F are control characters.
    case latin1 = "iso-8859-1"
    /// Windows code page 1252, in which 0x80–0x9F are mostly printable.
    case windows1252 = "windows-1252"

    /// The name under which IANA registers the encoding, in lower case.
    public var name: String { rawValue }

    /// How many bytes of UTF-8 one byte of this encoding becomes at most.
    var growth: Int {
        switch self {
        case .utf8: 1
        case .utf16LittleEndian, .utf16BigEndian, .latin1: 2
        case .windows1252: 3
        }
    }
}

/// An encoding as a person declares it for a source.
public enum EncodingDeclaration: Sendable, Hashable {
    /// The encoding is fully named.
    case named(TextEncoding)
    /// UTF-16, the byte order being told by the file itself.
    case utf16

    /// Reads the name of an encoding, or gives nil when the name is not known.
    ///
    /// Letter case, `-`, `_` and blanks do not matter.
    ///
    /// - Parameter name: for example `utf-8`, `utf-8-sig`, `utf-16`, `latin-1`, `cp1252`.
    public init?(name: String) {
        let key = String(
            name.lowercased().unicodeScalars.filter { !"-_ ".unicodeScalars.contains($0) })
        switch key {
        case "utf8", "utf8sig", "utf8bom": self = .named(.utf8)
        case "utf16", "unicode": self = .utf16
        case "utf16le": self = .named(.utf16LittleEndian)
        case "utf16be": self = .named(.utf16BigEndian)
        case "iso88591", "latin1", "l1": self = .named(.latin1)
        case "cp1252", "windows1252", "win1252", "ansi": self = .named(.windows1252)
        default: return nil
        }
    }

    /// The names to offer when somebody misspells one.
    public static let knownNames = [
        "utf-8", "utf-8-sig", "utf-16", "utf-16le", "utf-16be", "iso-8859-1", "latin-1",
        "cp1252", "windows-1252",
    ]
}

/// A mark at the start of a file that tells its encoding.
public enum ByteOrderMark: Sendable, Hashable {
    /// EF BB BF.
    case utf8
    /// FF FE.
    case utf16LittleEndian
    /// FE FF.
    case utf16BigEndian
    /// FF FE 00 00 or 00 00 FE FF.
    case utf32

    /// Recognises the mark at the start of a file, or gives nil when there is none.
    ///
    /// - Parameter bytes: the first bytes of the file, at least four where it has as many.
    public init?(_ bytes: some Collection<UInt8>) {
        let head = Array(bytes.prefix(4))
        if head == [0xFF, 0xFE, 0, 0] || head == [0, 0, 0xFE, 0xFF] {
            self = .utf32
        } else if head.starts(with: [0xEF, 0xBB, 0xBF]) {
            self = .utf8
        } else if head.starts(with: [0xFF, 0xFE]) {
            self = .utf16LittleEndian
        } else if head.starts(with: [0xFE, 0xFF]) {
            self = .utf16BigEndian
        } else {
            return nil
        }
    }

    /// The encoding that the mark stands for; nil for UTF-32, which is not supported.
    public var encoding: TextEncoding? {
        switch self {
        case .utf8: .utf8
        case .utf16LittleEndian: .utf16LittleEndian
        case .utf16BigEndian: .utf16BigEndian
        case .utf32: nil
        }
    }
}
