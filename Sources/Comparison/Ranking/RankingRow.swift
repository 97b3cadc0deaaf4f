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
    /// Between which places it may lie, given how uncertain all are; `nil` without an interval.
    public var places: ClosedRange<Int>?
    /// The 95 % interval of the value; `nil` where its kind has none or its counts are not known.
    public var interval: ValueInterval?
    /// How many cases each side would need before the difference to the municipality asked about could
    /// be told from chance, where nobody knows how many they are.
    public var neededCases: Int?
    /// The colour by quartile.
    public var colour: QuartileColour?

    /// The value, where there is one.
    public var value: ScaledDecimal? { figure?.value }
}
