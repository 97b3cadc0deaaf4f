internal import Glibc

/// How much further units lie from their benchmark than chance explains.
///
/// D. J. Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202: scores on a scale on which the
/// spread does not depend on the value, extreme ones held back, φ their mean square; τ² is the
/// variance between units that would explain it (R. DerSimonian and N. Laird, 1986).
public struct Overdispersion: Sendable, Hashable {
    /// What is done with extreme scores before φ is estimated.
    public enum Extremes: Sendable, Hashable {
        /// Scores beyond the 10th and 90th percentile (type 7) count as these.
        case winsorised
        /// The lowest and the highest tenth, rounded down, are left out.
        case truncated
    }

    /// The scale on which units are held against the benchmark.
    public enum Scale: Sendable, Hashable {
        /// The arcsine of the root of a proportion; the standard error is 1/(2√n).
        case proportion
        /// The logarithm of observed over expected events; the standard error is 1/√E.
        case ratio
    }

    /// The dispersion: 1 where chance explains the spread.
    public let phi: Double
    /// The variance between units on the scale; 0 where φ is below (k − 1)/k.
    public let tauSquared: Double
    /// The number of units that φ was estimated over.
    public let units: Int
    /// The scale.
    public let scale: Scale
    /// The share or rate that the units were held against.
    public let benchmark: Double

    /// The fewest units that a verdict by φ should rest on.
    public static let fewestUnits = 10
    /// Above this φ, limits must allow for the spread between units.
    public static let threshold = 2.0

    /// Estimates the dispersion of units around a benchmark; `nil` for fewer than two units, and where
    /// so many have no event that even the scores held back are infinite.
    ///
    /// - Parameters:
    ///   - units: events or cases `x` of `n`; units whose n is 0 must be left out before.
    ///   - benchmark: a share for `.proportion`, events per unit of n for `.ratio`.
    ///   - scale: the scale of the scores.
    ///   - extremes: what is done with extreme scores.
    public init?(
        of units: [(x: Double, n: Double)], benchmark: Double, scale: Scale,
        extremes: Extremes = .winsorised
    ) {
        guard units.count > 1 else { return nil }
        let weights = units.map { unit in
            scale == .proportion ? 4 * unit.n : unit.n * benchmark
        }
        let centre = scale == .proportion ? asin(benchmark.squareRoot()) : 0
        let scores = zip(units, weights).map { unit, weight in
            let value =
                scale == .proportion
                ? asin((unit.x / unit.n).squareRoot()) : log(unit.x / (unit.n * benchmark))
            return (value - centre) * weight.squareRoot()
        }
        let kept = Self.heldBack(scores, extremes)
        guard !kept.isEmpty, kept.allSatisfy(\.isFinite) else { return nil }
        let k = Double(kept.count)
        let phi = kept.reduce(0) { $0 + $1 * $1 } / k
        let sum = weights.reduce(0, +)
        let squares = weights.reduce(0) { $0 + $1 * $1 }
        self.phi = phi
        tauSquared = max(0, (k * phi - (k - 1)) / (sum - squares / sum))
        self.units = kept.count
        self.scale = scale
        self.benchmark = benchmark
    }

    /// Whether limits must allow for the spread: φ above 2, over ten units or more.
    public var isMarked: Bool { phi > Self.threshold && units >= Self.fewestUnits }

    /// The limits θ ± z√(s² + τ²) for a unit, transformed back to shares or rates.
    public func limits(denominator: Double) -> FunnelLimits {
        let variance = 1 / (scale == .proportion ? 4 * denominator : denominator * benchmark)
        let spread = (variance + tauSquared).squareRoot()
        return FunnelLimits { level in
            let half = level.z * spread
            switch scale {
            case .proportion:
                let centre = asin(benchmark.squareRoot())
                let lower = sin(max(0, centre - half))
                let upper = sin(min(Double.pi / 2, centre + half))
                return (lower * lower)...(upper * upper)
            case .ratio:
                return (benchmark * exp(-half))...(benchmark * exp(half))
            }
        }
    }

    private static func heldBack(_ scores: [Double], _ extremes: Extremes) -> [Double] {
        let sorted = scores.sorted()
        switch extremes {
        case .winsorised:
            guard let low = Percentile.type7(ofSorted: sorted, 0.1),
                let high = Percentile.type7(ofSorted: sorted, 0.9)
            else { return [] }
            return sorted.map { min(max($0, low), high) }
        case .truncated:
            let cut = sorted.count / 10
            return Array(sorted.dropFirst(cut).dropLast(cut))
        }
    }
}
