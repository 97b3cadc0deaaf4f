/// One year of a series.
public struct TrendPoint: Sendable, Hashable {
    /// What was measured in a year.
    public enum Measure: Sendable, Hashable {
        /// Cases out of cases.
        case proportion(Proportion)
        /// A value with its interval, where it has one.
        case value(Double, interval: ClosedRange<Double>?)
        /// More cases than there are: no share, so the series has no direction.
        case impossible
        /// Nothing.
        case missing
    }

    /// The year.
    public let year: Int
    /// What was measured.
    public let measure: Measure

    /// Creates a point.
    public init(year: Int, _ measure: Measure) {
        self.year = year
        self.measure = measure
    }

    /// Whether there is nothing to fit a line through.
    var isVoid: Bool { measure == .missing || measure == .impossible }
}
