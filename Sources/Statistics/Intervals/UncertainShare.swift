internal import Glibc

/// A share with the interval that belongs to it, whatever that interval allows for.
public struct UncertainShare: Sendable, Hashable {
    /// The share, 0 to 1.
    public let share: Double
    /// Its interval, within 0 and 1.
    public let interval: ClosedRange<Double>
    /// What the interval rests on.
    private let evidence: Evidence

    /// What an interval rests on, for the probability of a difference.
    private enum Evidence: Hashable {
        /// As many independent cases.
        case cases(Proportion)
        /// A variance on the scale of arcsine of the square root.
        case spread(variance: Double)
        /// All there is to know.
        case everybody
    }

    private init(_ share: Double, _ interval: ClosedRange<Double>, _ evidence: Evidence) {
        self.share = share
        self.interval = interval
        self.evidence = evidence
    }

    /// Counted cases, each for itself: Wilson's interval.
    public init(_ proportion: Proportion, _ confidence: ConfidenceLevel = .percent95) {
        self.init(
            proportion.share, proportion.wilsonInterval(z: confidence.z), .cases(proportion))
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
            self.init(proportion.share, proportion.share...proportion.share, .everybody)
            return
        }
        let wilson = effective.wilsonInterval(z: confidence.z)
        // Rounding may leave the share itself a hair outside.
        let share = proportion.share
        self.init(
            share, min(wilson.lowerBound, share)...max(wilson.upperBound, share), .cases(effective))
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
        self.init(
            share, min(lower * lower, share)...max(upper * upper, share),
            .spread(variance: variance))
    }

    /// The interval of the difference of two independent shares, `self` − `other`.
    ///
    /// Newcombe's way of putting two intervals together, which for Wilson's is his method 10 and serves for
    /// any others; G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008) 1693–1702.
    public func difference(minus other: UncertainShare) -> ClosedRange<Double> {
        Proportion.newcombeInterval(share, interval, minus: other.share, other.interval)
    }

    /// The probability of so large a difference, or a larger one, between shares that are the same;
    /// two-sided.
    ///
    /// For ordering many differences among each other; a verdict on one is its interval. Independent
    /// cases: the pooled score test. Where a side comes in clusters: both on the scale of
    /// arcsin √p, on which the variance of a share does not depend on it.
    public func probability(sameAs other: UncertainShare) -> Double {
        switch (evidence, other.evidence) {
        case (.cases(let mine), .cases(let theirs)):
            // Where all cases of both have the property, or none, there is no difference at all.
            return mine.probability(sameAs: theirs) ?? 1
        default:
            let error = (variance + other.variance).squareRoot()
            let difference = asin(share.squareRoot()) - asin(other.share.squareRoot())
            guard error > 0 else { return difference == 0 ? 1 : 0 }
            return StandardNormal.twoSided(difference / error)
        }
    }

    private var variance: Double {
        switch evidence {
        case .cases(let cases): 1 / (4 * cases.total)
        case .spread(let variance): variance
        case .everybody: 0
        }
    }
}
