/// A table that a document holds, as its manifest declares it.
public struct TableRule: Sendable, Hashable {
    /// The forms that tables of reports have.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// An indicator a row, with outcomes and targets.
        case indicators
        /// An indicator and a kommun a row, with one result.
        case peers
        /// A verksamhet a row, with income, costs, budget and forecast.
        case economy
        /// A unit of staff a row, with shares of absence.
        case absence
        /// A year a row, a tertial a column.
        case series
        /// A name and an amount a row, with a sum; without heading.
        case amounts
        /// A measure taken a row, with dates and amounts.
        case measures
        /// A name and a number a row; the heading of the column is a period.
        case pairs
    }

    /// The name of the table within the manifest.
    public var id: String
    /// Which form it has.
    public var kind: Kind
    /// The columns; any order, found by their headings.
    public var columns: [ColumnRule]
    /// Headings that stand above several columns or above the names, and mean nothing here.
    public var spanning: [String] = []
    /// Words after which the table is searched; from the table before where there are none.
    public var after: String?
    /// How many rows it has, the sum row among them; `nil` where that is not declared.
    public var rows: Int?
    /// What its rows are about, where the names are not: the subject of every figure.
    public var subject: String?
    /// The unit of every column that has none of its own.
    public var unit: FigureUnit?
    /// The period of every column that has none of its own.
    public var period: ReportPeriod?
    /// The name of the sum row.
    public var sum: String?
    /// Whether the figures accumulate from the beginning of the year.
    public var isCumulative = true
    /// Words in cells of figures that say that there is no figure, in tables divided by tabs.
    public var missing: [String] = []
    /// Which cell is one too many, from 1, by the beginning of the row's name.
    public var surplus: [String: Int] = [:]
    /// What rows are about, by their names, where another name is wanted.
    public var subjects: [String: String] = [:]
    /// The period of rows, by the beginning of their names, where it is not the column's.
    public var periods: [String: ReportPeriod] = [:]
    /// The unit of rows, by the beginning of their names.
    public var units: [String: FigureUnit] = [:]

    /// Creates a rule without conditions.
    public init(id: String, kind: Kind, columns: [ColumnRule]) {
        self.id = id
        self.kind = kind
        self.columns = columns
    }

    /// The columns of figures.
    var figures: [ColumnRule] { columns.filter { $0.role == .figure } }
}
