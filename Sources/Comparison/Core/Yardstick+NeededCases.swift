public import Indicators
internal import Statistics

extension Yardstick {
    /// How many cases each of two municipalities would need before their difference could be told from
    /// chance, were both shares to stay as they are: Newcombe's interval, the same number on both sides.
    ///
    /// - Returns: `nil` for equal values, for what is no share of single cases, and above 10⁹.
    public func neededCases(_ figure: OutcomeFigure?, _ other: OutcomeFigure?) -> Int? {
        guard uncertainty == .persons || uncertainty == .survey, valueKind == .share,
            let mine = Self.share(figure, isComplement),
            let theirs = Self.share(other, isComplement)
        else { return nil }
        return NeededCases.toTellApart(mine, from: theirs)
    }

    /// How many cases a value would have to rest on before a number that is set, such as a target, lay
    /// outside of its interval.
    ///
    /// - Returns: `nil` for equal values, for what is no share of single cases, and above 10⁹.
    public func neededCases(_ figure: OutcomeFigure, toMiss target: ScaledDecimal) -> Int? {
        guard uncertainty == .persons || uncertainty == .survey, valueKind == .share,
            figure.counts(uncertainty) == nil, let share = Self.share(figure, isComplement)
        else { return nil }
        let shown = isComplement ? ScaledDecimal(100).subtracting(target) : target
        guard let shown else { return nil }
        return NeededCases.toExclude(shown.approximation / 100, from: share)
    }

    /// The share of the source's own side.
    private static func share(_ figure: OutcomeFigure?, _ isComplement: Bool) -> Double? {
        guard let value = figure?.value else { return nil }
        let shown = isComplement ? ScaledDecimal(100).subtracting(value) : value
        guard let shown else { return nil }
        return shown.approximation / 100
    }
}
