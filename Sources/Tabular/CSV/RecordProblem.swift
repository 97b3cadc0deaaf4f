/// What is wrong with one record as CSV; the records around it can be read all the same.
///
/// Fields are counted from 0. Where the quoting is broken nobody can tell where the record was
/// meant to end. The reader then gives the record's first physical line alone and goes on with the
/// next line, so a stray quote never swallows the lines after it unseen.
public enum RecordProblem: Sendable, Hashable {
    /// Something other than a delimiter or a line end follows a closing quote.
    case textAfterClosingQuote(field: Int)
    /// A quote stands within a field that does not begin with one.
    case quoteInUnquotedField(field: Int)
    /// A quote is opened and never closed; the physical line it stands on.
    case unclosedQuote(field: Int, openedAtLine: Int)
    /// The record is longer than the limit in bytes. A quote that was opened before is the likely
    /// cause; nil where none is open.
    case tooLong(limit: Int, quoteOpenedAtLine: Int?)
    /// A field holds a NUL byte; the record is complete otherwise.
    case nulByte(field: Int)

    /// The field to blame, counted from 0; nil when it is the record as a whole.
    public var field: Int? {
        switch self {
        case .textAfterClosingQuote(let field), .quoteInUnquotedField(let field),
            .unclosedQuote(let field, _), .nulByte(let field):
            field
        case .tooLong:
            nil
        }
    }

    /// A stable key for diagnostics.
    public var key: String {
        switch self {
        case .textAfterClosingQuote: "text-after-closing-quote"
        case .quoteInUnquotedField: "quote-in-unquoted-field"
        case .unclosedQuote: "unclosed-quote"
        case .tooLong: "record-too-long"
        case .nulByte: "nul-byte"
        }
    }
}
