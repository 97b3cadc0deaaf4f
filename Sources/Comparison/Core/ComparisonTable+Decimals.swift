internal import Indicators

extension ComparisonTable {
    /// Decimals of means and medians: one more than the values have, in print or in the source.
    public var meanDecimals: UInt8 {
        let printed = rows.compactMap { $0.value?.scale }.max() ?? 0
        return indicator.meanDecimals(printed: printed)
    }
}

extension Indicator {
    /// Decimals of means and medians of values of which the longest is printed with so many.
    func meanDecimals(printed: UInt8) -> UInt8 {
        min(max(decimals, printed) + 1, ScaledDecimal.maximumScale)
    }
}
