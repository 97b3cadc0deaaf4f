internal import Indicators

extension ComparisonTable {
    /// Decimals of means and medians: one more than the values have, in print or in the source.
    public var meanDecimals: UInt8 {
        let printed = rows.compactMap { $0.value?.scale }.max() ?? 0
        return min(max(indicator.decimals, printed) + 1, ScaledDecimal.maximumScale)
    }
}
