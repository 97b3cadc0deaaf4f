public import Indicators

/// One municipality in a ranking.
public struct RankingRow: Sendable, Hashable {
    /// Who it is.
    public var municipality: Municipality
    /// The statement that speaks for it; `nil` when no document says anything.
    public var figure: OutcomeFigure?
    /// Place by polarity, 1 = best, ties share the lower number; `nil` without value or polarity.
    public var rank: Int?
    /// Whether another municipality has the same place.
    public var isTied = false
    /// Between which places it may lie, given how uncertain all are; `nil` without numerators.
    public var places: ClosedRange<Int>?
    /// The 95 % interval of the value (Wilson), in percent; `nil` without numerators.
    public var interval: ClosedRange<Double>?
    /// The colour by quartile.
    public var colour: QuartileColour?

    /// The value, where there is one.
    public var value: ScaledDecimal? { figure?.value }
}
