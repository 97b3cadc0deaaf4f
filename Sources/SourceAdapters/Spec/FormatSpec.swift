public import Tabular

/// How the files of a source are written; what is not declared is detected and said aloud.
public struct FormatSpec: Sendable, Hashable {
    /// What kind of files they are.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Delimited text.
        case csv
        /// A workbook of Excel's, read by its typed cells.
        case xlsx
    }

    /// What kind of files they are.
    public var kind = Kind.csv
    /// The sheet of a workbook; `nil` is its only visible one.
    public var sheet: String?
    /// The encoding; `nil` detects it.
    public var encoding: EncodingDeclaration?
    /// How cells are set apart; `nil` detects it.
    public var dialect: CSVDialect?
    /// How numbers are written.
    public var numbers: NumberFormat
    /// The line on which the header stands, from 1; lines above it are not read.
    public var headerRow: Int
    /// How many rows after the header are not data, such as a row of units.
    public var skipRows: Int

    /// Creates the format of a file of which nothing is declared.
    public init() {
        encoding = nil
        dialect = nil
        numbers = NumberFormat(
            decimal: .undeclared, grouping: Self.grouping(.undeclared), allowsPercent: true)
        headerRow = 1
        skipRows = 0
    }

    /// The marks between groups where none are declared: blanks; and comma and point as well where
    /// nothing says which is the decimal mark, since `1.234,5` has one meaning and `1,234` has not.
    static func grouping(_ decimal: NumberFormat.DecimalMark) -> ThousandsMarks {
        decimal == .undeclared ? .spaces.union([.comma, .point]) : .spaces
    }

    /// The marks between groups of three digits, by how they are written in a specification.
    static let thousandsMarks: [(word: String, marks: ThousandsMarks)] = [
        ("space", .space), ("nbsp", .noBreakSpace),
        ("thin", [.thinSpace, .narrowNoBreakSpace, .figureSpace]), ("point", .point),
        ("comma", .comma),
    ]
}
