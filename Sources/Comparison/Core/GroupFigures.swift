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
    init(of figures: [OutcomeFigure?], _ yardstick: Yardstick) {
        self.init(
            of: figures.compactMap { $0?.value == nil ? nil : $0 }, among: figures.count, yardstick)
    }

    /// Summarises the figures that have a value; the other members are counted alone.
    init(of present: [OutcomeFigure], among members: Int, _ yardstick: Yardstick) {
        let values = ScaledDecimal.ascending(present.compactMap(\.value))
        self.members = members
        withValue = values.count
        meanUnweighted = ScaledDecimal.mean(values)
        median = ScaledDecimal.median(ofSorted: values)
        min = values.first?.canonical
        max = values.last?.canonical
        meanWeighted = Self.weightedMean(of: present, yardstick)
    }

    /// Σ cases / Σ base in percent; `nil` unless all figures are shares with counts.
    static func weightedMean(of figures: [OutcomeFigure], _ yardstick: Yardstick) -> ScaledDecimal?
    {
        guard yardstick.valueKind == .share, !figures.isEmpty else { return nil }
        var counts: [OutcomeFigure.Counts] = []
        for figure in figures {
            guard let known = figure.counts(yardstick.uncertainty) else { return nil }
            counts.append(known)
        }
        guard let cases = ScaledDecimal.sum(counts.map(\.cases)),
            let base = ScaledDecimal.sum(counts.map(\.base))
        else { return nil }
        return cases.multiplied(by: 100)?.divided(by: base, decimals: 10)
    }
}
