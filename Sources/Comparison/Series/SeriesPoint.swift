public import Indicators

/// One period of a series.
public struct SeriesPoint: Sendable, Hashable {
    /// The period.
    public var period: Period
    /// What is stated of the municipality; `nil` when there is no value.
    public var figure: OutcomeFigure?
    /// The 95 % interval of the value; `nil` where its kind has none or its counts are not known.
    public internal(set) var interval: ValueInterval?
    /// How the values of those it is compared with are spread, itself among them; `nil` while they are
    /// still being collected.
    public var spread: ValueSpread?
    /// Whether the year is still being collected: its value is shown, and nothing is computed from it.
    public var isCollecting = false
    /// Why the series is not comparable with the years before, where it begins anew here.
    public var breakReason: String?

    /// States a point.
    public init(
        period: Period, figure: OutcomeFigure? = nil, spread: ValueSpread? = nil,
        breakReason: String? = nil
    ) {
        self.period = period
        self.figure = figure
        self.spread = spread
        self.breakReason = breakReason
    }
}
