public import Indicators
internal import Statistics

/// The cases of several municipalities together.
public struct CaseSums: Sendable, Hashable {
    /// Cases that have the property.
    public let cases: ScaledDecimal
    /// All cases; more than none.
    public let base: ScaledDecimal

    /// Sums that are known; `nil` where one is not, and where they cannot be a share.
    public init?(_ cases: ScaledDecimal?, of base: ScaledDecimal?) {
        guard let cases, let base,
            Proportion(count: cases.approximation, total: base.approximation) != nil
        else { return nil }
        self.cases = cases
        self.base = base
    }

    /// The share in percent, to ten decimals.
    var percent: ScaledDecimal? { cases.multiplied(by: 100)?.divided(by: base, decimals: 10) }

    /// The cases as a proportion.
    var proportion: Proportion? {
        Proportion(count: cases.approximation, total: base.approximation)
    }
}
