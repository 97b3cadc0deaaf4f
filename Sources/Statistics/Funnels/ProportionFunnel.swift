/// The funnel of proportions around a benchmark.
public struct ProportionFunnel: Sendable, Hashable {
    /// The share that all units are held against, 0 to 1.
    public let benchmark: Double

    /// Creates a funnel; `nil` unless the benchmark is between 0 and 1.
    public init?(benchmark: Double) {
        guard (0...1).contains(benchmark) else { return nil }
        self.benchmark = benchmark
    }

    /// The limits for a unit of `total` cases: b ± z√(b(1 − b)/n), within 0 and 1.
    ///
    /// The inverse of Wilson's interval: a unit is outside exactly when its interval excludes the
    /// benchmark. PHEindicatormethods writes the same as the root of a quadratic.
    public func limits(total: Double) -> FunnelLimits {
        FunnelLimits { level in
            let half = level.z * (benchmark * (1 - benchmark) / total).squareRoot()
            return max(0, benchmark - half)...min(1, benchmark + half)
        }
    }

    /// Where a unit lies.
    public func significance(of unit: Proportion) -> FunnelSignificance {
        limits(total: unit.total).significance(of: unit.share)
    }
}
