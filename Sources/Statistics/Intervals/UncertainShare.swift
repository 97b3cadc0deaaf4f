internal import Glibc

/// A share with the interval that belongs to it, whatever that interval allows for.
public struct UncertainShare: Sendable, Hashable {
    /// The share, 0 to 1.
    public let share: Double
    /// Its interval, within 0 and 1.
    public let interval: ClosedRange<Double>

    private init(_ share: Double, _ interval: ClosedRange<Double>) {
        self.share = share
        self.interval = interval
    }

    /// Counted cases, each for itself: Wilson's interval.
    public init(_ proportion: Proportion, _ confidence: ConfidenceLevel = .percent95) {
        self.init(proportion.share, proportion.wilsonInterval(z: confidence.z))
    }

    /// Answers drawn from a finite population: Wilson's interval of n(N − 1)/(N − n) answers.
    ///
    /// The variance of a share of n among N without replacement is (N − n)/(N − 1) of that with it; W. G.
    /// Cochran, *Sampling Techniques* (1977) 24 and 55. Where all have answered nothing is left to
    /// chance. It says nothing of whether those who answered are like those who did not.
    public init(
        _ proportion: Proportion, ofPopulation population: Double,
        _ confidence: ConfidenceLevel = .percent95
    ) {
        let rest = population - proportion.total
        guard rest > 0,
            let effective = Proportion(
                count: proportion.count * (population - 1) / rest,
                total: proportion.total * (population - 1) / rest)
        else {
            self.init(proportion.share, proportion.share...proportion.share)
            return
        }
        let wilson = effective.wilsonInterval(z: confidence.z)
        // Rounding may leave the share itself a hair outside.
        let share = proportion.share
        self.init(share, min(wilson.lowerBound, share)...max(wilson.upperBound, share))
    }

    /// Cases that come in clusters: the interval that excludes a benchmark exactly when the share lies
    /// outside the benchmark's funnel with overdispersion.
    ///
    /// - Parameters:
    ///   - proportion: the cases.
    ///   - dispersion: the spread between units, on the scale of proportions.
    ///   - concentration: of several units together, Σn²/(Σn)²; 1 for a single one.
    ///   - confidence: the level.
    public init(
        _ proportion: Proportion, _ dispersion: Overdispersion, concentration: Double = 1,
        _ confidence: ConfidenceLevel = .percent95
    ) {
        let centre = asin(proportion.share.squareRoot())
        let variance = 1 / (4 * proportion.total) + dispersion.tauSquared * concentration
        let half = confidence.z * variance.squareRoot()
        let lower = sin(max(0, centre - half))
        let upper = sin(min(Double.pi / 2, centre + half))
        let share = proportion.share
        self.init(share, min(lower * lower, share)...max(upper * upper, share))
    }

    /// The interval of the difference of two independent shares, `self` − `other`.
    ///
    /// Newcombe's way of putting two intervals together, which for Wilson's is his method 10 and serves for
    /// any others; G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008) 1693–1702.
    public func difference(minus other: UncertainShare) -> ClosedRange<Double> {
        Proportion.newcombeInterval(share, interval, minus: other.share, other.interval)
    }
}
