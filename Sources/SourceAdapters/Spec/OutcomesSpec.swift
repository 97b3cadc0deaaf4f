public import Diagnostics
public import Indicators

/// A source of outcomes and targets: its files, their format and what their columns mean.
public struct OutcomesSpec: Sendable, Hashable {
    /// What a source's figures are attributed to.
    public enum DocumentRule: Sendable, Hashable {
        /// The source is itself the document.
        case source
        /// A document of the registry, and where the specification names it.
        case code(String, location: SourceLocation)
        /// The column `document` names a document of the registry on each row.
        case column
    }

    /// Which kind of unit a name means when a kommun and a region share it, as Gotland does.
    public enum MunicipalityPreference: String, Sendable, Hashable, CaseIterable {
        /// The kommun.
        case municipality
        /// The region.
        case region
        /// Neither: such a name is refused.
        case any
    }

    /// What a missing code in a value cell says.
    public enum MissingMeaning: Sendable, Hashable {
        /// There is an outcome without a value, for this reason.
        case status(OutcomeStatus)
        /// The cell says nothing at all, not even that a value is missing.
        case skip
    }

    /// Which source wins when several state the same figure; the smaller number wins.
    public var precedence: Int16
    /// What the figures are attributed to.
    public var document: DocumentRule
    /// The files: paths or patterns, relative to the seeds folder, or to the spec's with `./`.
    public var files: [String]
    /// How the files are written.
    public var format: FormatSpec
    /// What each missing code says, by the text of the cell without blanks around it.
    public var missing: [String: MissingMeaning]
    /// The numbers that words in value cells of yes/no indicators stand for.
    public var words: [String: ScaledDecimal]
    /// Where each field comes from.
    public var columns: [OutcomeField: ColumnRule]
    /// The columns that are cells of their own, in a wide layout.
    public var wide: WideRule?
    /// Headers of columns that are known and not read.
    public var ignored: [String]
    /// Which kind of unit a shared name means.
    public var municipalityPreference: MunicipalityPreference
    /// The share of refused cells beyond which nothing is loaded, 0 to 1.
    public var maxRejectShare: Double
    /// The share of figures that may vanish from one load to the next, 0 to 1.
    public var maxWithdrawnShare: Double
    /// How many rows a file must have at least.
    public var minRows: Int
}
