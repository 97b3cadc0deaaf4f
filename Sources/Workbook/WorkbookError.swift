/// A reason why a workbook cannot be read, with the place inside it.
public struct WorkbookError: Error, Sendable, Hashable {
    /// What kind of problem it is; stable, fit for diagnostic codes.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The file cannot be opened, or is no ZIP archive.
        case cannotOpen = "cannot-open"
        /// The archive asks for a password.
        case encrypted
        /// The archive has more, or larger, parts than a workbook has.
        case tooLarge = "too-large"
        /// A part that a workbook must have is not there.
        case missingPart = "missing-part"
        /// A part is cut off, damaged, or is no XML.
        case damaged
        /// A part declares a document type, which spreadsheets never write and attackers do.
        case documentType = "document-type"
        /// A part nests elements deeper than any spreadsheet does.
        case tooDeep = "too-deep"
        /// No sheet has the name that was asked for, or there is no visible sheet.
        case noSheet = "no-sheet"
        /// Rows or cells come in no order, or stand outside the sheet.
        case badPlace = "bad-place"
        /// The text could not be written where it was asked for.
        case cannotWrite = "cannot-write"
    }

    /// What kind of problem it is.
    public var code: Code
    /// The path of the part inside the archive, such as `xl/worksheets/sheet1.xml`; empty for none.
    public var part: String
    /// The line inside the part, counted from 1; nil where none is to blame.
    public var line: Int?
    /// What a library said, or what was found; may be empty.
    public var detail: String

    /// Makes an error from its parts.
    public init(_ code: Code, part: String = "", line: Int? = nil, detail: String = "") {
        self.code = code
        self.part = part
        self.line = line
        self.detail = detail
    }
}
