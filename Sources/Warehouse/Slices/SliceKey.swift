/// A slice by the keys of its indicator and year.
public struct SliceKey: Sendable, Hashable {
    /// Key of the indicator.
    public var indicator: Int32
    /// Key of the year in `dw.dim_period`.
    public var period: Int32

    /// Names a slice.
    public init(indicator: Int32, period: Int32) {
        self.indicator = indicator
        self.period = period
    }
}
