public import Diagnostics
public import Indicators
public import SourceAdapters

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
    /// Whether the manifest itself says the unit.
    public var isUnitDeclared = false
    /// The indicator whose outcome or target it is, by code or name; `nil` for none.
    public var indicator: String?
    /// What money is about; `nil` for what follows from subject and measure.
    public var subjectKind: EconomyStatement.Kind?
    /// What exactly is measured, where the text says more than the measure.
    public var definition = ""
    /// Why it is read and not loaded; `nil` for a figure that is to be loaded.
    public var notLoaded: String?
    /// Where the manifest says this, for messages.
    public var location: SourceLocation?

    /// Creates a rule for a number.
    public init(find: String, subject: String) {
        self.find = find
        self.subject = subject
    }
}
