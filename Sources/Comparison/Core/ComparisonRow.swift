public import Indicators

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

    /// The value, where there is one.
    public var value: ScaledDecimal? { figure?.value }

    /// Whether another document states another value or another reason for none.
    public var sourcesDiffer: Bool {
        otherFigures.contains { $0.value != figure?.value }
    }
}
