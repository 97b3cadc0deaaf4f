/// An exact decimal number: a whole number of units of a power of ten.
///
/// `4.80` is 480 units of scale 2. Up to 38 digits, scale 0 to 37. Values that are equal as numbers
/// compare equal whatever their scale; the printed scale is kept for display.
public struct ScaledDecimal: Sendable {
    /// The number in units of 10^−scale.
    public let units: Int128
    /// How many digits stand after the decimal point.
    public let scale: UInt8

    /// The largest scale that a number may have.
    public static let maximumScale: UInt8 = 37

    /// Creates a number; `nil` when the scale is too large or the units have more than 38 digits.
    public init?(units: Int128, scale: UInt8) {
        guard scale <= Self.maximumScale, units.magnitude < Self.limit else { return nil }
        self.units = units
        self.scale = scale
    }

    /// Creates a number from at most 18 digits, which always fit.
    public init(units: Int64, scale: UInt8) {
        self.units = Int128(units)
        self.scale = min(scale, Self.maximumScale)
    }

    /// Creates a whole number.
    public init(_ whole: Int) {
        units = Int128(whole)
        scale = 0
    }

    private init(unchecked units: Int128, scale: UInt8) {
        self.units = units
        self.scale = scale
    }

    private static let limit: UInt128 = 100_000_000_000_000_000_000_000_000_000_000_000_000

    /// The same number without zeros at the end of its decimals.
    public var canonical: ScaledDecimal {
        var units = units
        var scale = scale
        while scale > 0, units % 10 == 0 {
            units /= 10
            scale -= 1
        }
        return ScaledDecimal(unchecked: units, scale: scale)
    }

    /// The number with another scale, rounded half away from zero where digits are lost.
    ///
    /// Statistics Sweden and Statistics Norway both round this way. `nil` when the result is too large.
    public func rounded(toScale target: UInt8) -> ScaledDecimal? {
        guard target < scale else { return rescaled(to: target) }
        var divisor: Int128 = 1
        for _ in 0..<(scale - target) { divisor *= 10 }
        let (quotient, remainder) = units.quotientAndRemainder(dividingBy: divisor)
        let carry: Int128 = remainder.magnitude * 2 >= divisor.magnitude ? units.signum() : 0
        return ScaledDecimal(units: quotient + carry, scale: target)
    }

    /// The number with at least as many decimals, exactly; `nil` when it does not fit.
    func rescaled(to target: UInt8) -> ScaledDecimal? {
        guard target != scale else { return self }
        guard target > scale, target <= Self.maximumScale else { return nil }
        var result = units
        for _ in 0..<(target - scale) {
            let (product, overflow) = result.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            result = product
        }
        return ScaledDecimal(units: result, scale: target)
    }
}
