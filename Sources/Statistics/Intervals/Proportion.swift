/// A number of cases out of a number of cases, with the interval that goes with it.
public struct Proportion: Sendable, Hashable {
    /// Cases that have the property, 0 to `total`.
    public let count: Double
    /// All cases, more than 0.
    public let total: Double

    /// Creates a proportion; `nil` when the numbers cannot be one.
    public init?(count: Double, total: Double) {
        guard total > 0, count >= 0, count <= total, total.isFinite else { return nil }
        self.count = count
        self.total = total
    }

    /// The share, 0 to 1.
    public var share: Double { count / total }

    /// The Wilson score interval, both ends within 0 and 1.
    ///
    /// (2x + z² ∓ z√(z² + 4x(1 − p))) / 2(n + z²); E. B. Wilson, JASA 22 (1927) 209–212.
    public func wilsonInterval(z: Double = StandardNormal.quantile975) -> ClosedRange<Double> {
        let squared = z * z
        let spread = z * (squared + 4 * count * (1 - share)).squareRoot()
        let lower = (2 * count + squared - spread) / (2 * (total + squared))
        let upper = (2 * count + squared + spread) / (2 * (total + squared))
        // The formula is exact at the ends; rounding is not.
        return (count == 0 ? 0 : max(0, lower))...(count == total ? 1 : min(1, upper))
    }

    /// The interval of the difference of two independent proportions, `self` − `other`.
    ///
    /// Newcombe's hybrid of two Wilson intervals (method 10); R. G. Newcombe, Statistics in Medicine
    /// 17 (1998) 873–890.
    public func newcombeInterval(
        minus other: Proportion, z: Double = StandardNormal.quantile975
    ) -> ClosedRange<Double> {
        Proportion.newcombeInterval(
            share, wilsonInterval(z: z), minus: other.share, other.wilsonInterval(z: z))
    }

    /// Newcombe's interval from two shares and their Wilson intervals.
    static func newcombeInterval(
        _ share: Double, _ mine: ClosedRange<Double>, minus other: Double,
        _ theirs: ClosedRange<Double>
    ) -> ClosedRange<Double> {
        let difference = share - other
        func distance(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
        let below = distance(share - mine.lowerBound, theirs.upperBound - other)
        let above = distance(mine.upperBound - share, other - theirs.lowerBound)
        return max(-1, difference - below)...min(1, difference + above)
    }
}
