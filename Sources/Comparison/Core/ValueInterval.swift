public import Indicators
internal import Statistics

/// A 95 % interval in the unit of the values, to ten decimals.
public struct ValueInterval: Sendable, Hashable {
    /// The lower end.
    public let lower: ScaledDecimal
    /// The upper end.
    public let upper: ScaledDecimal

    /// The decimals that are kept: more than any source has cases for.
    static let decimals: UInt8 = 10

    /// An interval of shares, in percent.
    init(percent interval: ClosedRange<Double>) {
        lower = Self.percent(interval.lowerBound)
        upper = Self.percent(interval.upperBound)
    }

    private init(lower: ScaledDecimal, upper: ScaledDecimal) {
        self.lower = lower
        self.upper = upper
    }

    /// The interval of 100 − value, of the same width to the last decimal.
    var complement: ValueInterval {
        let whole = ScaledDecimal(100)
        return ValueInterval(
            lower: whole.subtracting(upper)?.canonical ?? lower,
            upper: whole.subtracting(lower)?.canonical ?? upper)
    }

    /// The interval of the opposite difference.
    var negated: ValueInterval {
        let zero = ScaledDecimal(0)
        return ValueInterval(
            lower: zero.subtracting(upper) ?? lower, upper: zero.subtracting(lower) ?? upper)
    }

    /// A share of −1 to 1 in percent; rounding half away from zero keeps both sides alike.
    static func percent(_ share: Double) -> ScaledDecimal {
        let units = (share * 1e12).rounded(.toNearestOrAwayFromZero)
        return ScaledDecimal(units: Int64(units), scale: decimals).canonical
    }
}
