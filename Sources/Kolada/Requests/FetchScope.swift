public import Indicators

/// Which values are asked for.
public struct FetchScope: Sendable, Hashable {
    /// The indicators, in the order in which they are fetched.
    public var indicators: [KoladaIndicatorID]
    /// The units; always named, since an answer without them holds thousands of groups.
    public var units: [MunicipalityCode]
    /// The years; nil for all that there are.
    public var years: ClosedRange<Int>?
    /// Only what has changed on this day or later; nil for what holds now.
    public var changedSince: CalendarDay?

    /// States a scope; doubles are dropped.
    public init(
        indicators: [KoladaIndicatorID], units: [MunicipalityCode],
        years: ClosedRange<Int>? = nil, changedSince: CalendarDay? = nil
    ) {
        var seen: Set<KoladaIndicatorID> = []
        self.indicators = indicators.filter { seen.insert($0).inserted }
        self.units = Array(Set(units)).sorted()
        self.years = years
        self.changedSince = changedSince
    }

    /// What the rows are an answer to.
    public var question: SliceCollector.Question { changedSince == nil ? .state : .changes }
}
