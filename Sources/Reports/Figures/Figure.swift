public import Indicators

/// A figure of a report, with everything that is needed to load it and to find it again.
public struct Figure: Sendable, Hashable {
    /// Where in a document figures stand.
    public enum Origin: String, Sendable, Hashable {
        /// In a table.
        case table
        /// In running text.
        case narrative
    }

    /// The line on which it is printed, from 1.
    public var line: Int
    /// Whether it stands in a table or in running text.
    public var origin: Origin
    /// The table's id; empty in running text.
    public var table: String
    /// What it is about: indicator, verksamhet, kind of absence.
    public var subject: String
    /// The names that the source prints for it, the fullest first: the row's as printed and without
    /// what reports put before it, or the heading's where the row is a year.
    public var printedNames: [String] = []
    /// The place of its column among the table's columns of figures, from 1; 0 in running text.
    public var column = 0
    /// Which cell of its row it is, from 1, the empty ones counted; 0 where the row has no cells.
    public var cell = 0
    /// What it says about the subject.
    public var measure: FigureMeasure
    /// The period; `nil` where the source does not say.
    public var period: Period?
    /// Whom it speaks of.
    public var gender: Gender
    /// The code of the kommun.
    public var municipality: String
    /// The nämnd, or the unit of organisation that the row names.
    public var organisation: String
    /// The own code of the unit.
    public var organisationCode: String
    /// The number; `nil` where the cell says that there is none.
    public var value: ScaledDecimal?
    /// Why there is no number: `missing_dash`, `missing_blank`, `missing_null` where words say so.
    public var missing: String
    /// The unit.
    public var unit: FigureUnit
    /// What exactly is measured, where the source says.
    public var definition: String
    /// Whether it accumulates from the beginning of the year.
    public var isCumulative: Bool
    /// Whether the source says that it is not exact.
    public var isApproximate: Bool
    /// What is printed, word for word.
    public var printed: String
    /// What was read past.
    public var repairs: [Repair]
    /// Whether the row is the sum of the others.
    public var isSum: Bool
    /// Whether a sign is printed.
    public var hasSign: Bool
    /// How it is told; `nil` in a table.
    public var telling: FigureTelling?
}
