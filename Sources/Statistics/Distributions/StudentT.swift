internal import Glibc

/// Student's t distribution.
public struct StudentT: Sendable, Hashable {
    /// The degrees of freedom, above 0.
    public let degrees: Double

    /// Creates a distribution; `nil` unless the degrees of freedom are above 0 and finite.
    public init?(degrees: Double) {
        guard degrees > 0, degrees.isFinite else { return nil }
        self.degrees = degrees
    }

    /// The probability of a value above `t`.
    ///
    /// The regularised incomplete beta function, NIST DLMF 8.17 and 26.5.27, from the side on which
    /// its continued fraction converges quickly.
    public func upper(_ t: Double) -> Double {
        guard t > 0 else { return t == 0 ? 0.5 : 1 - upper(-t) }
        let density = SaddlePoint.studentDensity(t, degrees: degrees)
        let share = degrees / (degrees + t * t)
        if share < (degrees + 2) / (degrees + 5) {
            return density * t / degrees * Self.fraction(degrees / 2, 0.5, share)
        }
        return 0.5 - density * t * Self.fraction(0.5, degrees / 2, 1 - share)
    }

    /// The value that is exceeded with a probability; `nil` unless 0 < share < 1.
    public func quantile(upper share: Double) -> Double? {
        guard share > 0, share < 1 else { return nil }
        if share == 0.5 { return 0 }
        if share > 0.5 { return quantile(upper: 1 - share).map { -$0 } }
        if degrees >= 100_000 { return nearlyNormal(share) }
        let target = log(share)
        // Student's quantile lies beyond the normal one.
        let guess = max(StandardNormal.quantile(1 - share) ?? 1, 1e-300)
        return Root.ofRising(near: guess) { target - log(upper($0)) }
    }

    /// The quantile by its expansion around the normal one, Abramowitz and Stegun 26.7.5; with so many
    /// degrees of freedom the term left out is below 1e-15, and the fraction would lose digits.
    private func nearlyNormal(_ share: Double) -> Double? {
        guard let below = StandardNormal.quantile(share) else { return nil }
        let z = -below
        let square = z * z
        let first = (square + 1) * z / 4
        let second = ((5 * square + 16) * square + 3) * z / 96
        let third = (((3 * square + 19) * square + 17) * square - 15) * z / 384
        return z + (first + (second + third / degrees) / degrees) / degrees
    }

    /// The continued fraction of the incomplete beta function, NIST DLMF 8.17.22, without the factor
    /// before it.
    private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        var c = 1.0
        var d = 1 / awayFromZero(1 - (a + b) / (a + 1) * x)
        var value = d
        var m = 1.0
        while m < 100_000 {
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / awayFromZero(1 + even * d)
            c = awayFromZero(1 + even / c)
            value *= c * d
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / awayFromZero(1 + odd * d)
            c = awayFromZero(1 + odd / c)
            value *= c * d
            if abs(c * d - 1) <= Double.ulpOfOne { break }
            m += 1
        }
        return value
    }

    private static func awayFromZero(_ x: Double) -> Double { abs(x) < 1e-300 ? 1e-300 : x }
}
