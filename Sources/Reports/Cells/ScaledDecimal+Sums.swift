internal import Indicators

extension ScaledDecimal {
    /// The number with the other sign.
    var negated: ScaledDecimal { ScaledDecimal(units: -units, scale: scale) ?? self }

    /// The number without its sign.
    var absolute: ScaledDecimal { units < 0 ? negated : self }

    /// The exact sum of two numbers; `nil` when it does not fit.
    func adding(_ other: ScaledDecimal) -> ScaledDecimal? { subtracting(other.negated) }

    /// The exact product with a small whole number; `nil` when it does not fit.
    func multiplied(by factor: Int) -> ScaledDecimal? {
        let (product, overflow) = units.multipliedReportingOverflow(by: Int128(factor))
        return overflow ? nil : ScaledDecimal(units: product, scale: scale)
    }

    /// The distance between two numbers in steps of the coarser one's last place, rounded up.
    static func steps(from left: ScaledDecimal, to right: ScaledDecimal) -> Int? {
        guard let difference = right.subtracting(left)?.absolute else { return nil }
        let coarse = min(left.scale, right.scale)
        guard difference.scale > coarse else {
            return Int(exactly: difference.units)
        }
        var divisor: Int128 = 1
        for _ in 0..<(difference.scale - coarse) { divisor *= 10 }
        return Int(exactly: (difference.units + divisor - 1) / divisor)
    }
}
