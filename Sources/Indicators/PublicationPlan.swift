/// What a source's catalogue says of when an indicator's values are published.
public struct PublicationPlan: Sendable, Hashable {
    /// Code of the source; it says nothing of other sources' figures.
    public var source: String
    /// The year that the next publication will carry.
    public var year: Int?
    /// When the next preliminary values are expected.
    public var preliminaryDay: CalendarDay?
    /// When the next final values are expected.
    public var finalDay: CalendarDay?
    /// Whether collection goes on all autumn, so that mean, rank and verdict must wait for its end.
    public var collectsInAutumn: Bool

    /// Describes a plan.
    public init(
        source: String, year: Int? = nil, preliminaryDay: CalendarDay? = nil,
        finalDay: CalendarDay? = nil, collectsInAutumn: Bool = false
    ) {
        self.source = source
        self.year = year
        self.preliminaryDay = preliminaryDay
        self.finalDay = finalDay
        self.collectsInAutumn = collectsInAutumn
    }

    /// How far the publication of a year has come on a day.
    ///
    /// Preliminary from the preliminary publication until the final one, where the catalogue gives both
    /// for that year. Where collection goes on all autumn, a year is being collected until its final
    /// publication or, where none is announced, until it ends. `mart.publication_state` says the same
    /// in SQL.
    public func state(ofYear year: Int, on day: CalendarDay) -> PublicationState {
        if collectsInAutumn {
            if self.year == year, let finalDay {
                if day < finalDay { return .collecting }
            } else if year >= day.year {
                return .collecting
            }
        }
        if self.year == year, let preliminaryDay, let finalDay, preliminaryDay <= day,
            day < finalDay
        {
            return .preliminary
        }
        return .final
    }

    /// How far the publication of a period has come on a day: catalogues speak of years alone.
    public func state(of period: Period, on day: CalendarDay) -> PublicationState {
        period.kind == .year ? state(ofYear: period.year, on: day) : .final
    }
}

/// How far the publication of a year has come.
public enum PublicationState: String, Sendable, Hashable, CaseIterable {
    /// Values may still be missing: they are shown, but have no mean, rank or colour.
    case collecting
    /// Values may still change.
    case preliminary
    /// Nothing says that values will change.
    case final
}

/// Where the description of an indicator comes from.
public enum DescriptionOrigin: String, Sendable, Hashable, CaseIterable {
    /// A reference file of ours declares it.
    case curated
    /// A catalogue gives title and text; unit, kind, decimals and last year follow from the title's
    /// form, and the direction is unknown.
    case catalogue
    /// No catalogue has it, though there are figures.
    case catalogueMissing = "catalogue_missing"
}
