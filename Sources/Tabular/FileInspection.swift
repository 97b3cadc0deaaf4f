/// What one pass over a file tells about its bytes, before anything is taken for text.
public struct FileInspection: Sendable, Hashable {
    /// The number of bytes read.
    public internal(set) var byteCount = 0
    /// The mark at the start, if there is one.
    public internal(set) var byteOrderMark: ByteOrderMark?
    /// A binary format that the first bytes are known for, if any.
    public internal(set) var signature: FileSignature?

    /// Where the first byte lies that cannot be UTF-8, or nil if all of the file is.
    public internal(set) var firstBadOffset: Int?
    /// The physical line of ``firstBadOffset``, counted from 1.
    public internal(set) var firstBadLine: Int?
    /// How many places break the rules of UTF-8.
    public internal(set) var badSequenceCount = 0
    /// How many well-formed sequences of two to four bytes there are, a mark included.
    public internal(set) var multibyteCount = 0
    /// Whether the last bytes are the beginning of a character that never ends.
    public internal(set) var endsInsideCharacter = false

    /// Where the first byte of 0x80–0x9F lies: printable in Windows-1252, a control in Latin-1.
    public internal(set) var firstHighControlOffset: Int?
    /// Where the first byte lies that Windows-1252 gives no meaning.
    public internal(set) var firstUndefinedOffset: Int?
    /// The physical line of ``firstUndefinedOffset``, counted from 1.
    public internal(set) var firstUndefinedLine: Int?

    /// Where the first NUL byte lies, if there is one.
    public internal(set) var firstNULOffset: Int?
    /// How many NUL bytes lie at even offsets, as they do in big-endian UTF-16.
    public internal(set) var evenNULCount = 0
    /// How many NUL bytes lie at odd offsets, as they do in little-endian UTF-16.
    public internal(set) var oddNULCount = 0

    /// How lines end, counted.
    public internal(set) var lineEndings = LineEndings()
    /// The first 64 KiB of the file, or all of it if it is shorter.
    public internal(set) var sample: [UInt8] = []

    /// Whether the bytes are UTF-8 from the first to the last; true for an empty file.
    public var isValidUTF8: Bool { firstBadOffset == nil }
    /// Whether there is any NUL byte, as in UTF-16 and in binary files.
    public var hasNUL: Bool { firstNULOffset != nil }
    /// Whether every byte is ASCII.
    public var isASCII: Bool { isValidUTF8 && multibyteCount == 0 }
    /// Whether the sample is the whole file.
    public var sampleIsComplete: Bool { sample.count == byteCount }

    /// The size of ``sample`` in bytes.
    public static let sampleSize = 64 * 1024
}

/// How many lines end in which way; quotes are not looked at.
public struct LineEndings: Sendable, Hashable {
    /// CR LF, as RFC 4180 and Windows have it.
    public internal(set) var crlf = 0
    /// LF alone, as Unix has it.
    public internal(set) var lf = 0
    /// CR alone, as old Macintosh programs have it.
    public internal(set) var cr = 0

    /// The number of line ends of all kinds.
    public var count: Int { crlf + lf + cr }
    /// Whether more than one kind occurs; a text pasted into a cell is enough for that.
    public var isMixed: Bool {
        [crlf, lf, cr].count { $0 > 0 } > 1
    }
}

/// A file format that is not CSV and is often mistaken for it, known by its first bytes.
public enum FileSignature: String, Sendable, Hashable, CaseIterable {
    /// A ZIP archive; every .xlsx and .ods workbook is one.
    case zipArchive = "zip"
    /// A Microsoft compound file; every old .xls workbook is one.
    case compoundFile = "xls"
    /// A PDF document.
    case pdf
    /// A gzip-compressed file.
    case gzip
    /// A web page, such as a login page saved in place of the data.
    case html

    /// Recognises a format by the first bytes of a file; nil for one that is not known.
    public init?(beginning bytes: [UInt8]) {
        func begins(_ prefix: [UInt8]) -> Bool { bytes.starts(with: prefix) }
        if begins([0x50, 0x4B, 0x03, 0x04]) {
            self = .zipArchive
        } else if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = .compoundFile
        } else if begins(Array("%PDF-".utf8)) {
            self = .pdf
        } else if begins([0x1F, 0x8B]) {
            self = .gzip
        } else if Self.isHTML(bytes) {
            self = .html
        } else {
            return nil
        }
    }

    private static func isHTML(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes.prefix(256), as: UTF8.self).lowercased()
        let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
    }
}
