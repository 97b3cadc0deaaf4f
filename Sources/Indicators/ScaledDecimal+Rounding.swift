// `rounded` calls the C library's `round` where nothing is optimised; this import links it.
internal import Glibc

extension ScaledDecimal {
    /// The decimal number nearest to a floating-point one, halves away from zero, without zeros at its
    /// end; for results of statistics only.
    ///
    /// `nil` for a number that is not finite or too large.
    ///
    /// - Parameters:
    ///   - value: the number.
    ///   - decimals: how many decimals to keep, at most 12.
    public init?(rounding value: Double, decimals: UInt8) {
        guard decimals <= 12 else { return nil }
        var factor = 1.0
        for _ in 0..<decimals { factor *= 10 }
        let units = (value * factor).rounded(.toNearestOrAwayFromZero)
        // Whole doubles up to 2⁵³ are exact.
        guard units.magnitude <= 9_007_199_254_740_992 else { return nil }
        self = ScaledDecimal(units: Int64(units), scale: decimals).canonical
    }
}
