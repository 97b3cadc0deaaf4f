public import Indicators
public import Statistics

/// One municipality in a comparison.
public struct ComparisonRow: Sendable, Hashable {
    /// Who it is.
    public var municipality: Municipality
    /// The statement that speaks for it; `nil` when no document says anything.
    public var figure: OutcomeFigure?
    /// What other documents state about the same figure.
    public var otherFigures: [OutcomeFigure]
    /// Place by polarity, 1 = best, ties share the lower number; `nil` without value or polarity.
    public var rank: Int?
    /// This row's value − the focus's; `nil` for the focus and without values.
    public var difference: ScaledDecimal?
    /// How it stands against the focus; `nil` for the focus.
    public var verdict: Verdict?
    /// The 95 % interval of the value; `nil` where its kind has none or its counts are not known.
    public var interval: ValueInterval?
    /// The 95 % interval of the difference.
    public var differenceInterval: ValueInterval?
    /// Why there is no interval of the difference; `nil` where there is one, and for the focus.
    public var obstacle: Obstacle?
    /// How many cases each side would need before the difference could be told from chance, where
    /// nobody knows how many they are.
    public var neededCases: Int?
    /// Where it lies in the funnel around all kommuner, where cases come in clusters.
    public var funnel: FunnelSignificance?

    /// The value, where there is one.
    public var value: ScaledDecimal? { figure?.value }

    /// Whether another document states another value or another reason for none.
    public var sourcesDiffer: Bool {
        otherFigures.contains { $0.value != figure?.value }
    }
}
