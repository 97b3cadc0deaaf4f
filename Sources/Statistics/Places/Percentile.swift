/// Percentiles by linear interpolation between order statistics.
public enum Percentile {
    /// The value below which a share of sorted values lies, of type 7: at (n − 1) · share.
    ///
    /// R. J. Hyndman and Y. Fan, The American Statistician 50 (1996) 361–365; the rule of R, Excel's
    /// PERCENTILE and PostgreSQL's `percentile_cont`.
    /// - Returns: `nil` for no value, or a share outside 0 to 1.
    public static func type7(ofSorted values: [Double], _ share: Double) -> Double? {
        guard let last = values.last, (0...1).contains(share) else { return nil }
        let place = share * Double(values.count - 1)
        let index = Int(place)
        guard index + 1 < values.count else { return last }
        let fraction = place - Double(index)
        // Also right where a neighbour is infinite: nothing is taken of it.
        guard fraction > 0 else { return values[index] }
        return values[index] + fraction * (values[index + 1] - values[index])
    }

    /// The percentile of values in any order.
    public static func type7(of values: some Sequence<Double>, _ share: Double) -> Double? {
        type7(ofSorted: values.sorted(), share)
    }

    /// The median; `nil` for no value.
    public static func median(of values: some Sequence<Double>) -> Double? {
        type7(of: values, 0.5)
    }

    /// The share of values that are at most `value`; `nil` for no value.
    public static func rank(of value: Double, among values: some Collection<Double>) -> Double? {
        guard !values.isEmpty else { return nil }
        return Double(values.count { $0 <= value }) / Double(values.count)
    }
}
