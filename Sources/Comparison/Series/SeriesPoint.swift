public import Indicators

/// One period of a series.
public struct SeriesPoint: Sendable, Hashable {
    /// The period.
    public var period: Period
    /// What is stated of the municipality; `nil` when there is no value.
    public var figure: OutcomeFigure?
    /// How the values of those it is compared with are spread, itself among them.
    public var spread: ValueSpread?
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
