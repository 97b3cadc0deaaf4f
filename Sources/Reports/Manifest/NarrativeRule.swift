public import Diagnostics
public import Indicators

/// A figure that a document tells in running text, as its manifest declares it.
///
/// The manifest holds the words around the figure and never the figure itself.
public struct NarrativeRule: Sendable, Hashable {
    /// The words, with `{}` for the figure and `#` for any other number.
    public var find: String
    /// The line on which the figure stands, where the words are not enough.
    public var line: Int?
    /// How many times the words stand in the document.
    public var times = 1
    /// What the figure is about.
    public var subject: String
    /// What it says.
    public var measure: FigureMeasure = .outcome
    /// The period.
    public var period: ReportPeriod = .undeclared
    /// The unit.
    public var unit: FigureUnit = .number
    /// Whom it speaks of.
    public var gender: Gender = .total
    /// The kommun, where it is not the document's own; `0000` for the country.
    public var municipality: String?
    /// Whether the words make the figure negative: `underskott på 8,1 miljoner`.
    public var isNegative = false
    /// Where the manifest says this, for messages.
    public var location: SourceLocation?

    /// Creates a rule for a number.
    public init(find: String, subject: String) {
        self.find = find
        self.subject = subject
    }
}
