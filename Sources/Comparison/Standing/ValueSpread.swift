public import Indicators

/// How the values of a group are spread, in exact numbers.
public struct ValueSpread: Sendable, Hashable {
    /// How many have a value.
    public var withValue: Int
    /// The mean in which everybody counts the same, to ten decimals.
    public var mean: ScaledDecimal
    /// The lowest value.
    public var lowest: ScaledDecimal
    /// The quartile below which a quarter of the values lies, of type 7.
    public var lowerQuartile: ScaledDecimal
    /// The median.
    public var median: ScaledDecimal
    /// The quartile above which a quarter of the values lies, of type 7.
    public var upperQuartile: ScaledDecimal
    /// The highest value.
    public var highest: ScaledDecimal

    /// States a spread that is known.
    public init(
        withValue: Int, mean: ScaledDecimal, lowest: ScaledDecimal, lowerQuartile: ScaledDecimal,
        median: ScaledDecimal, upperQuartile: ScaledDecimal, highest: ScaledDecimal
    ) {
        self.withValue = withValue
        self.mean = mean
        self.lowest = lowest
        self.lowerQuartile = lowerQuartile
        self.median = median
        self.upperQuartile = upperQuartile
        self.highest = highest
    }

    /// Describes values in any order; `nil` for none, and for numbers too large to add.
    public init?(of values: [ScaledDecimal]) {
        let sorted = ScaledDecimal.ascending(values)
        guard let lowest = sorted.first, let highest = sorted.last,
            let mean = ScaledDecimal.mean(sorted), let lower = Self.quartile(1, ofSorted: sorted),
            let median = Self.quartile(2, ofSorted: sorted),
            let upper = Self.quartile(3, ofSorted: sorted)
        else { return nil }
        self.init(
            withValue: sorted.count, mean: mean, lowest: lowest.canonical, lowerQuartile: lower,
            median: median, upperQuartile: upper, highest: highest.canonical)
    }

    /// A quartile of type 7: at `quarter` · (n − 1)/4 places above the lowest, linearly between
    /// neighbours.
    ///
    /// Exact: a value that lies on the limit is on it, whatever its decimals. `nil` for no value.
    static func quartile(_ quarter: Int, ofSorted values: [ScaledDecimal]) -> ScaledDecimal? {
        guard let last = values.last else { return nil }
        let place = quarter * (values.count - 1)
        let (index, rest) = (place / 4, place % 4)
        guard rest > 0, index + 1 < values.count else {
            return index < values.count ? values[index].canonical : last.canonical
        }
        guard let below = values[index].multiplied(by: 4 - rest),
            let above = values[index + 1].multiplied(by: rest),
            let sum = ScaledDecimal.sum([below, above])
        else { return nil }
        return sum.divided(by: ScaledDecimal(4), decimals: sum.scale + 2)
    }
}
