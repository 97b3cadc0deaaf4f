public import Diagnostics

/// Why a text is not what Kolada's API or its bulk file says, with the place.
public struct KoladaFormatError: DiagnosticConvertible, Sendable, Hashable {
    /// What kind of fault it is; its raw value is part of a diagnostic's code.
    public enum Code: String, Error, Sendable, Hashable, CaseIterable {
        /// The text ends too early.
        case cutOff = "cut-off"
        /// A byte stands where the format has another.
        case unexpectedByte = "unexpected-byte"
        /// A number is not written as JSON writes numbers.
        case malformedNumber = "malformed-number"
        /// A backslash is followed by what JSON does not know.
        case malformedEscape = "malformed-escape"
        /// A control character stands in a string.
        case controlCharacter = "control-character"
        /// The bytes are not UTF-8.
        case invalidUTF8 = "invalid-utf8"
        /// Arrays and objects lie too deep within each other.
        case tooDeep = "too-deep"
        /// One object, or one line, is far longer than any that Kolada has.
        case tooLong = "too-long"
        /// A member has a value of a type that it never has.
        case wrongType = "wrong-type"
        /// An object lacks a member that it must have.
        case missingMember = "missing-member"
        /// An object has a member twice.
        case repeatedMember = "repeated-member"
        /// The answer holds no list of values, but perhaps an error message.
        case noValues = "no-values"
        /// `count` says another number than there are values.
        case countMismatch = "count-mismatch"
        /// Text follows the end of the document.
        case trailingText = "trailing-text"
        /// The first line is not the header of the bulk file.
        case wrongHeader = "wrong-header"
        /// A line has more or fewer than five fields.
        case wrongFieldCount = "wrong-field-count"
        /// The rows of an indicator do not stand together.
        case notGrouped = "not-grouped"
        /// There are more rows than memory was granted for.
        case tooManyRows = "too-many-rows"
    }

    /// What kind of fault it is.
    public var code: Code
    /// How many bytes of the text precede the place.
    public var byteOffset: Int
    /// The line, counted from 1, in a bulk file.
    public var line: Int?
    /// The place in a JSON document: `$.values[17].values[2].value`.
    public var path: String?
    /// What was found, or what the server said; may be empty.
    public var detail: String
    /// The file or address that the text came from.
    public var origin: SourceLocation?

    /// Creates an error from its parts.
    public init(
        _ code: Code, byteOffset: Int, line: Int? = nil, path: String? = nil, detail: String = "",
        origin: SourceLocation? = nil
    ) {
        self.code = code
        self.byteOffset = byteOffset
        self.line = line
        self.path = path
        self.detail = detail
        self.origin = origin
    }

    /// The same error with the file or address filled in.
    public func locating(_ origin: SourceLocation) -> KoladaFormatError {
        var located = self
        if case .file(let path, nil, nil) = origin {
            located.origin = .file(path: path, line: line)
        } else {
            located.origin = origin
        }
        return located
    }

    /// The status that the tool should exit with.
    public var exitStatus: ExitStatus { .data }

    /// The message, with the place in its notes.
    public var diagnostics: [Diagnostic] {
        var notes = [Text(sv: "vid byte \(byteOffset)", en: "at byte \(byteOffset)")]
        if let path { notes.append(Text(verbatim: path)) }
        if !detail.isEmpty { notes.append(Text(verbatim: detail)) }
        return [
            Diagnostic(
                .error, code: "kolada.\(code.rawValue)", code.message, at: origin,
                hint: code.hint, notes: notes)
        ]
    }
}
