/// A reason why a whole file cannot be read, with the place where reading stopped.
///
/// Only problems that make the rest of a file unreadable are thrown. A record that breaks the
/// rules of CSV is a value (``RecordProblem``), and so is a cell that is no number
/// (``NumberFailure``), so that a caller can reject the one and go on.
public struct TabularError: Error, Sendable, Hashable {
    /// What kind of problem it is; stable, fit for switching on and for diagnostic codes.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// No file has that path.
        case notFound = "not-found"
        /// The file exists and may not be read by this user.
        case permissionDenied = "permission-denied"
        /// The path names a directory.
        case isDirectory = "is-directory"
        /// The path names a pipe, socket or device.
        case notARegularFile = "not-a-regular-file"
        /// The operating system refused to open the file for another reason.
        case cannotOpen = "cannot-open"
        /// The operating system failed while the file was being read.
        case cannotRead = "cannot-read"
        /// The file was written to between two passes over it.
        case changedWhileReading = "changed-while-reading"
        /// The first bytes are those of a known binary format, such as a zipped workbook.
        case notText = "not-text"
        /// The bytes are not UTF-8, though the file is declared or marked as UTF-8.
        case invalidUTF8 = "invalid-utf8"
        /// A UTF-16 code unit is half of a pair whose other half is missing.
        case invalidUTF16 = "invalid-utf16"
        /// The file ends in the middle of a character.
        case truncatedCharacter = "truncated-character"
        /// Windows-1252 gives the byte no meaning.
        case undefinedByte = "undefined-byte"
        /// The file is in UTF-32, which is not supported.
        case unsupportedUTF32 = "unsupported-utf32"
        /// The declared encoding and the byte order mark name different encodings.
        case contradictsByteOrderMark = "contradicts-byte-order-mark"
        /// UTF-16 is declared without byte order, and nothing in the file tells the order.
        case unknownByteOrder = "unknown-byte-order"
        /// Parts of the file are UTF-8 and parts are not.
        case mixedEncodings = "mixed-encodings"
        /// A first line such as `sep=;` names another delimiter than the dialect.
        case contradictsSeparatorLine = "contradicts-separator-line"
    }

    /// What kind of problem it is.
    public var code: Code
    /// The path of the file as the caller gave it, or nil for bytes in memory.
    public var path: String?
    /// The offset of the offending byte from the start of the file, or nil where none is to blame.
    public var byteOffset: Int?
    /// The physical line, counted from 1, or nil where it is not known.
    public var line: Int?
    /// What the operating system said, or which value was found; may be empty.
    public var detail: String

    /// Makes an error from its parts.
    public init(
        _ code: Code, path: String? = nil, byteOffset: Int? = nil, line: Int? = nil,
        detail: String = ""
    ) {
        self.code = code
        self.path = path
        self.byteOffset = byteOffset
        self.line = line
        self.detail = detail
    }

    /// Returns the same error with the path of the file filled in, unless it has one.
    func locating(_ path: String?) -> TabularError {
        var located = self
        located.path = self.path ?? path
        return located
    }
}

extension TabularError: CustomStringConvertible {
    /// The problem in one English line: path, line, byte, what happened.
    public var description: String {
        var text = path.map { "\($0): " } ?? ""
        if let line { text += "line \(line): " }
        text += code.sentence
        if let byteOffset { text += " (byte \(byteOffset))" }
        if !detail.isEmpty { text += ": \(detail)" }
        return text
    }
}

extension TabularError.Code {
    /// What happened, without place or values.
    public var sentence: String {
        switch self {
        case .notFound: "there is no such file"
        case .permissionDenied: "the file may not be read by this user"
        case .isDirectory: "the path names a directory, not a file"
        case .notARegularFile: "the path names a pipe, socket or device, not a file"
        case .cannotOpen: "the file cannot be opened"
        case .cannotRead: "the file cannot be read"
        case .changedWhileReading: "the file was changed while it was being read"
        case .notText: "the file is not text"
        case .invalidUTF8: "the bytes are not UTF-8"
        case .invalidUTF16: "the bytes are not UTF-16"
        case .truncatedCharacter: "the file ends in the middle of a character"
        case .undefinedByte: "the byte has no meaning in Windows-1252"
        case .unsupportedUTF32: "the file is in UTF-32, which is not supported"
        case .contradictsByteOrderMark:
            "the declared encoding is contradicted by the byte order mark"
        case .unknownByteOrder: "nothing tells which byte order the UTF-16 text has"
        case .mixedEncodings: "parts of the file are UTF-8 and parts are not"
        case .contradictsSeparatorLine:
            "the first line names another delimiter than the one in use"
        }
    }
}
