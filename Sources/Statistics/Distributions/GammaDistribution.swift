internal import Glibc

/// The gamma distribution with scale 1: the regularised incomplete gamma functions and quantiles.
///
/// Half a chi-squared variable with 2a degrees of freedom has it with shape a; the bounds of Poisson
/// counts are its quantiles. Relative precision is some 1e-14, in either tail.
public struct GammaDistribution: Sendable, Hashable {
    /// The shape, above 0.
    public let shape: Double

    /// Creates a distribution; `nil` unless the shape is above 0 and finite.
    public init?(shape: Double) {
        guard shape > 0, shape.isFinite else { return nil }
        self.shape = shape
    }

    /// The probability of a value of at most `x`: the lower regularised incomplete gamma function.
    public func lower(_ x: Double) -> Double {
        guard x > 0 else { return 0 }
        return x < shape + 1 ? series(x) : 1 - fraction(x)
    }

    /// The probability of a value above `x`: the upper regularised incomplete gamma function.
    public func upper(_ x: Double) -> Double {
        guard x > 0 else { return 1 }
        return x < shape + 1 ? 1 - series(x) : fraction(x)
    }

    /// The value below which a share of the distribution lies; `nil` unless 0 < share < 1.
    public func quantile(lower share: Double) -> Double? {
        guard share > 0, share < 1 else { return nil }
        let target = log(share)
        return Root.ofRising(near: guess(share)) { log(lower($0)) - target }
    }

    /// The value above which a share of the distribution lies; `nil` unless 0 < share < 1.
    public func quantile(upper share: Double) -> Double? {
        guard share > 0, share < 1 else { return nil }
        let target = log(share)
        return Root.ofRising(near: guess(1 - share)) { target - log(upper($0)) }
    }

    /// NIST DLMF 8.7.1; converges quickly below the mean.
    private func series(_ x: Double) -> Double {
        var term = 1.0
        var sum = 1.0
        var k = shape
        while term > sum * Double.ulpOfOne / 4 {
            k += 1
            term *= x / k
            sum += term
        }
        return SaddlePoint.poissonTerm(shape, mean: x) * sum
    }

    /// Legendre's continued fraction, NIST DLMF 8.9.2; converges quickly above the mean.
    ///
    /// Evaluated by the modified method of W. J. Lentz, Applied Optics 15 (1976) 668–671.
    private func fraction(_ x: Double) -> Double {
        var b = x + 1 - shape
        var c = 1e300
        var d = 1 / b
        var value = d
        var i = 1.0
        while true {
            let numerator = -i * (i - shape)
            b += 2
            d = 1 / Self.awayFromZero(numerator * d + b)
            c = Self.awayFromZero(b + numerator / c)
            let factor = c * d
            value *= factor
            if abs(factor - 1) <= Double.ulpOfOne { break }
            i += 1
        }
        return SaddlePoint.poissonTerm(shape, mean: x) * shape * value
    }

    private static func awayFromZero(_ x: Double) -> Double { abs(x) < 1e-300 ? 1e-300 : x }

    /// Wilson and Hilferty's cube, PNAS 17 (1931) 684–688; for small shares the first term of the
    /// series.
    private func guess(_ share: Double) -> Double {
        let z = StandardNormal.quantile(min(max(share, 1e-300), 1 - 1e-16)) ?? 0
        let root = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
        if root > 0.2 { return shape * root * root * root }
        let first = exp((log(share) + lgamma(shape + 1)) / shape)
        return max(first, Double.leastNormalMagnitude)
    }
}
