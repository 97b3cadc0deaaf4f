/// The funnel of rates or ratios around a benchmark: events against what they are divided by.
///
/// A unit is outside when the exact Poisson interval of its events, over its denominator, excludes
/// the benchmark, as in PHEindicatormethods. The limits are the values at which that begins.
public struct PoissonFunnel: Sendable, Hashable {
    /// The events to be expected per unit of the denominator, above 0; 1 for ratios to expected
    /// events.
    public let benchmark: Double

    /// Creates a funnel; `nil` unless the benchmark is above 0 and finite.
    public init?(benchmark: Double) {
        guard benchmark > 0, benchmark.isFinite else { return nil }
        self.benchmark = benchmark
    }

    /// The limits of the rate for a denominator above 0.
    ///
    /// The lower one is x/n for the number of events x, continuous, that solves ½χ²(1 − α/2; 2x + 2) =
    /// bn, and 0 where even no event would be within; the upper one solves ½χ²(α/2; 2x) = bn.
    public func limits(denominator: Double) -> FunnelLimits {
        let expected = benchmark * denominator
        return FunnelLimits { level in
            let lower = Self.fewestEvents(expected, level.tail) / denominator
            let upper = Self.mostEvents(expected, level.tail) / denominator
            return min(lower, upper)...upper
        }
    }

    /// Where a unit lies; for its own number of events no limit has to be searched for.
    public func significance(of events: EventCount, denominator: Double) -> FunnelSignificance {
        let expected = benchmark * denominator
        func side(_ level: ConfidenceLevel) -> Int {
            let bounds = events.exactInterval(level)
            return expected < bounds.lowerBound ? 1 : expected > bounds.upperBound ? -1 : 0
        }
        switch (side(.percent998), side(.percent95)) {
        case (1, _): return .high998
        case (-1, _): return .low998
        case (_, 1): return .high95
        case (_, -1): return .low95
        default: return .none
        }
    }

    /// The denominators at which a number of events would stand on the limits: to the right of
    /// the upper one it is low, to the left of the lower one high.
    public func denominators(
        of events: EventCount, _ level: ConfidenceLevel
    ) -> ClosedRange<Double> {
        let bounds = events.exactInterval(level)
        return (bounds.lowerBound / benchmark)...(bounds.upperBound / benchmark)
    }

    /// The exact Poisson limits around expected events, as a share of them: ½χ²(α/2; 2E)/E and
    /// ½χ²(1 − α/2; 2E + 2)/E, as FunnelPlotR draws them.
    ///
    /// Another funnel than ``limits(denominator:)``; for comparison with what others publish.
    public static func limitsAround(expected: EventCount) -> FunnelLimits {
        FunnelLimits { level in
            let bounds = expected.exactInterval(level)
            return (bounds.lowerBound / expected.count)...(bounds.upperBound / expected.count)
        }
    }

    /// The x with P(X ≤ x) = `tail` where X is Poisson around `expected`, continued between whole
    /// numbers by the incomplete gamma function.
    private static func fewestEvents(_ expected: Double, _ tail: Double) -> Double {
        func excess(_ x: Double) -> Double {
            (GammaDistribution(shape: x + 1)?.upper(expected) ?? 1) - tail
        }
        guard excess(0) < 0 else { return 0 }
        return Root.between(0, expected, excess)
    }

    /// The x with P(X ≥ x) = `tail`.
    private static func mostEvents(_ expected: Double, _ tail: Double) -> Double {
        func excess(_ x: Double) -> Double {
            tail - (GammaDistribution(shape: x)?.lower(expected) ?? 1)
        }
        return Root.ofRising(near: expected + 2 * expected.squareRoot(), excess)
    }
}
