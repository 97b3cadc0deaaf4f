internal import Indicators

/// Seconds as a decimal with two decimals, rounded half away from zero.
func seconds(_ value: Double) -> ScaledDecimal {
    ScaledDecimal(units: Int64((value * 100).rounded(.toNearestOrAwayFromZero)), scale: 2)
}
