/// How sure a two-sided interval is.
public struct ConfidenceLevel: Sendable, Hashable {
    /// The level, between 0 and 1.
    public let level: Double
    /// What is left on either side.
    public let tail: Double
    /// The quantile of the standard normal distribution that leaves `tail` above it.
    public let z: Double

    /// Creates a level; `nil` unless it is between 0 and 1, both excluded.
    public init?(_ level: Double) {
        let tail = (1 - level) / 2
        guard tail > 0, tail < 0.5, let z = StandardNormal.quantile(tail) else { return nil }
        self.init(level: level, tail: tail, z: -z)
    }

    private init(level: Double, tail: Double, z: Double) {
        self.level = level
        self.tail = tail
        self.z = z
    }

    /// 95 %: two standard errors, about.
    public static let percent95 = ConfidenceLevel(
        level: 0.95, tail: 0.025, z: StandardNormal.quantile975)
    /// 99.8 %: three standard errors, about; the outer limit of funnels.
    public static let percent998 = ConfidenceLevel(
        level: 0.998, tail: 0.001, z: 3.090232306167813)
}
