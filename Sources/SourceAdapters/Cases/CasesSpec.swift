public import Cases
public import Diagnostics
public import Indicators

/// What a column of a file of cases says.
public enum CaseField: String, Sendable, Hashable, CaseIterable {
    /// The id of the person in the case system; never a personal identity number.
    case person
    /// The id of the investigation or intervention.
    case `case`
    /// `investigation` or `intervention`.
    case kind
    /// The day on which it was opened.
    case opened
    /// The day on which it was closed; blank while it is open.
    case closed
    /// Age in whole years on the day of the close.
    case age
    /// Women or men.
    case gender
    /// The day on which a new formal investigation began after the close.
    case newInvestigation = "new_investigation"
    /// Whether it belongs to addiction care.
    case addiction
    /// Whether it concerns economic assistance alone.
    case economicAssistance = "economic_assistance"
    /// Whether the person came as an unaccompanied minor.
    case unaccompaniedMinor = "unaccompanied_minor"

    /// Whether a specification may leave it out.
    public var isOptional: Bool { self == .newInvestigation }
    /// Whether it is yes or no.
    var isFlag: Bool {
        [.addiction, .economicAssistance, .unaccompaniedMinor].contains(self)
    }
}

/// A source of case data: its files and what their columns mean.
public struct CasesSpec: Sendable, Hashable {
    /// Where a field comes from.
    public struct Column: Sendable, Hashable {
        /// The headers, any of which names the column; none where the field is the same in every row.
        public var headers: [String]
        /// What the field is in every row.
        public var constant: String?
        /// What words of the file mean, by their folded form.
        public var words: [String: String]
        /// Where it is declared.
        public var location: SourceLocation
    }

    /// Which source wins when several state the same figure; the smaller number wins.
    public var precedence: Int16
    /// The municipality whose cases they are.
    public var municipality: MunicipalityCode
    /// The files: paths or patterns.
    public var files: [String]
    /// How the files are written.
    public var format: FormatSpec
    /// The days that the files tell of.
    public var observation: CaseObservation
    /// Where each field comes from.
    public var columns: [CaseField: Column]
    /// The indicators to compute; empty for all that are defined.
    public var indicators: [IndicatorCode]
    /// The share of rows that may be unreadable, 0 to 1.
    public var maxRejectShare: Double
    /// The share of the cases, and of the figures, that may vanish from one load to the next, 0 to 1.
    public var maxWithdrawnShare: Double
    /// How many rows the files must have at least.
    public var minRows: Int
}
