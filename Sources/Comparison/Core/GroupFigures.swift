public import Indicators

/// What is said of a group of municipalities together, and how many of them it rests on.
public struct GroupFigures: Sendable, Hashable {
    /// Municipalities in the group.
    public var members: Int
    /// Those that have a value.
    public var withValue: Int
    /// The mean in which every municipality counts the same (ovägt medel), to ten decimals.
    public var meanUnweighted: ScaledDecimal?
    /// The mean over all cases, Σ numerators / Σ denominators in percent; only for shares, and only
    /// when every value comes with both.
    public var meanWeighted: ScaledDecimal?
    /// The median, to ten decimals.
    public var median: ScaledDecimal?
    /// The smallest value.
    public var min: ScaledDecimal?
    /// The largest value.
    public var max: ScaledDecimal?

    /// Summarises figures; municipalities without a value count as members only.
    init(of figures: [OutcomeFigure?], valueKind: ValueKind) {
        let present = figures.compactMap(\.self).filter { $0.value != nil }
        let values = present.compactMap(\.value)
        members = figures.count
        withValue = values.count
        meanUnweighted = ScaledDecimal.mean(values)
        median = ScaledDecimal.median(values)
        min = values.min()?.canonical
        max = values.max()?.canonical
        meanWeighted = nil
        let counts = present.compactMap { figure in figure.numerator }
        let totals = present.compactMap { figure in figure.denominator }
        if valueKind == .share, !present.isEmpty, counts.count == present.count,
            totals.count == present.count, let count = ScaledDecimal.sum(counts),
            let total = ScaledDecimal.sum(totals)
        {
            meanWeighted = count.multiplied(by: 100)?.divided(by: total, decimals: 10)
        }
    }
}
