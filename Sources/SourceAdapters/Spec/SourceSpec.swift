public import Diagnostics

/// A source as its file in `etl/` describes it: where its files lie and how they are read.
public struct SourceSpec: Sendable, Hashable {
    /// What a source brings into the warehouse.
    public enum Content: Sendable, Hashable {
        /// Outcomes and targets.
        case outcomes(OutcomesSpec)
        /// Dimensions, groups and aliases.
        case reference(ReferenceSpec)
        /// Outcomes and the catalogue of Kolada.
        case kolada(KoladaSpec)
        /// Figures of reports, by manifests.
        case reports(ReportsSpec)
        /// Case data of the own municipality, and the shares that are computed from them.
        case cases(CasesSpec)
    }

    /// Who made the figures and how they may be used.
    public struct Origin: Sendable, Hashable {
        /// Who published the figures.
        public var publisher: String?
        /// The licence or the legal ground.
        public var licence: String?
        /// Where the figures were published.
        public var url: String?
        /// How the source is cited under a table.
        public var citation: String?

        /// Creates an origin of which nothing is known.
        public init() {}
    }

    /// Which folder a specification lies in.
    public enum Layer: Sendable, Hashable {
        /// `etl/`, shipped with the product.
        case shipped
        /// `etl/local/`, the user's own.
        case local
    }

    /// The id of the source: small letters, digits and hyphens.
    public var name: String
    /// What the source is called in lists.
    public var title: Text
    /// Whether `run --all` runs it; otherwise only a run that names it.
    public var inAll: Bool
    /// How many hours may pass between two complete successes before the figures count as old; `nil`
    /// for a source that comes when it comes.
    public var expectedEveryHours: Int?
    /// Who made the figures.
    public var origin: Origin
    /// What it brings.
    public var content: Content
    /// The path of the specification.
    public var path: String
    /// Which folder the specification lies in.
    public var layer: Layer

    /// The description of an outcomes source; `nil` for any other.
    public var outcomes: OutcomesSpec? {
        if case .outcomes(let outcomes) = content { outcomes } else { nil }
    }

    /// The description of a reference source; `nil` for any other.
    public var reference: ReferenceSpec? {
        if case .reference(let reference) = content { reference } else { nil }
    }

    /// The description of Kolada; `nil` for any other source.
    public var kolada: KoladaSpec? {
        if case .kolada(let kolada) = content { kolada } else { nil }
    }

    /// The description of reports; `nil` for any other source.
    public var reports: ReportsSpec? {
        if case .reports(let reports) = content { reports } else { nil }
    }

    /// The description of case data; `nil` for any other source.
    public var cases: CasesSpec? {
        if case .cases(let cases) = content { cases } else { nil }
    }

    /// The file patterns that the source reads, in the order of its tables.
    public var filePatterns: [String] {
        switch content {
        case .outcomes(let outcomes): outcomes.files
        case .kolada, .reports: []
        case .cases(let cases): cases.files
        case .reference(let reference):
            ReferenceTable.allCases.flatMap { reference.tables[$0] ?? [] }
        }
    }
}
