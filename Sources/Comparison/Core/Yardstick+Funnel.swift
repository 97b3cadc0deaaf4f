public import Indicators
public import Statistics

extension Yardstick {
    /// Where a municipality lies in the funnel around all kommuner with counts, Σx/Σn; `nil` where cases
    /// do not come in clusters, or where there is no funnel.
    ///
    /// With φ above 2 the limits allow for the spread between municipalities, else for chance alone.
    public func funnelSignificance(of figure: OutcomeFigure) -> FunnelSignificance? {
        guard uncertainty == .clustered, let dispersion, figure.value != nil else { return nil }
        let stated = isComplement ? figure.complement(uncertainty) : figure
        guard let proportion = stated.counts(uncertainty)?.proportion else { return nil }
        let found: FunnelSignificance?
        if dispersion.isMarked {
            found = dispersion.limits(denominator: proportion.total)
                .significance(of: proportion.share)
        } else {
            found = ProportionFunnel(benchmark: dispersion.benchmark)?.significance(of: proportion)
        }
        return isComplement ? found?.opposite : found
    }

    /// The centre of the funnel in percent of what is shown.
    public var funnelBenchmark: ScaledDecimal? {
        guard let dispersion else { return nil }
        let centre = ValueInterval.percent(dispersion.benchmark)
        return isComplement ? ScaledDecimal(100).subtracting(centre)?.canonical : centre
    }
}

extension FunnelSignificance {
    /// Where the complement lies.
    public var opposite: FunnelSignificance {
        switch self {
        case .high998: .low998
        case .high95: .low95
        case .none: .none
        case .low95: .high95
        case .low998: .high998
        }
    }
}
