/// Natural limits of a short series of single values, for want of numerators: an XmR chart.
///
/// The mean ± 2.66 times the mean moving range, where 2.66 is 3/d₂ with d₂ = 2/√π for pairs;
/// W. A. Shewhart, *Economic Control of Quality* (1931); D. J. Wheeler, *Understanding Variation* (1993).
public struct IndividualsChart: Sendable, Hashable {
    /// The mean of the values.
    public let mean: Double
    /// The mean absolute difference between neighbours.
    public let meanMovingRange: Double
    /// Between what values the next one is to be expected, if nothing changes.
    public let limits: ClosedRange<Double>
    /// Above what difference between neighbours something changed: 3.268 mean moving ranges.
    public let rangeLimit: Double

    /// The factor of the limits, rounded as in Shewhart's tables.
    public static let factor = 2.66
    /// The factor of the limit of the moving range, D₄ for pairs, rounded as in the tables.
    public static let rangeFactor = 3.268

    /// Computes the limits of a series in order of time; `nil` for fewer than two values.
    public init?(_ values: [Double]) {
        guard values.count > 1, let mean = Sample(values).mean else { return nil }
        let ranges = zip(values, values.dropFirst()).map { abs($1 - $0) }
        let range = ranges.reduce(0, +) / Double(ranges.count)
        self.mean = mean
        meanMovingRange = range
        limits = (mean - Self.factor * range)...(mean + Self.factor * range)
        rangeLimit = Self.rangeFactor * range
    }
}
