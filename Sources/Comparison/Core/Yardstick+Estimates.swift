internal import Indicators
internal import Statistics

extension Yardstick {
    /// Why a figure has no interval, as an error.
    struct NoEstimate: Error {
        let reason: Obstacle
    }

    /// The share of a figure with the interval that its kind of uncertainty asks for, always of the
    /// source's own side, also where the complement is shown.
    func estimate(of figure: OutcomeFigure) -> Result<UncertainShare, NoEstimate> {
        evidence(of: figure).map { counts, proportion in
            switch uncertainty {
            case .clustered:
                guard let dispersion, dispersion.isMarked else { return UncertainShare(proportion) }
                return UncertainShare(proportion, dispersion)
            case .survey:
                guard let asked = counts.asked else { return UncertainShare(proportion) }
                return UncertainShare(proportion, ofPopulation: asked.approximation)
            case .persons, .none:
                return UncertainShare(proportion)
            }
        }
    }

    /// The share of several figures taken together.
    func estimate(ofAll figures: [OutcomeFigure]) -> Result<UncertainShare, NoEstimate> {
        var known: [(counts: OutcomeFigure.Counts, proportion: Proportion)] = []
        for figure in figures {
            switch evidence(of: figure) {
            case .success(let found): known.append(found)
            case .failure(let obstacle): return .failure(obstacle)
            }
        }
        let base = known.reduce(0) { $0 + $1.proportion.total }
        let cases = known.reduce(0) { $0 + $1.proportion.count }
        guard let pooled = Proportion(count: min(cases, base), total: base) else {
            return .failure(NoEstimate(reason: .noCounts))
        }
        switch uncertainty {
        case .clustered:
            guard let dispersion, dispersion.isMarked else {
                return .success(UncertainShare(pooled))
            }
            let squares = known.reduce(0) { $0 + $1.proportion.total * $1.proportion.total }
            return .success(
                UncertainShare(pooled, dispersion, concentration: squares / (base * base)))
        case .survey:
            let asked = known.reduce(0) { $0 + ($1.counts.asked?.approximation ?? .infinity) }
            return .success(
                asked.isFinite ? UncertainShare(pooled, ofPopulation: asked) : UncertainShare(pooled))
        case .persons, .none:
            return .success(UncertainShare(pooled))
        }
    }

    /// The cases of a figure, where its kind lets an interval rest on them.
    private func evidence(
        of figure: OutcomeFigure
    ) -> Result<(counts: OutcomeFigure.Counts, proportion: Proportion), NoEstimate> {
        func fail(_ reason: Obstacle) -> Result<
            (counts: OutcomeFigure.Counts, proportion: Proportion), NoEstimate
        > { .failure(NoEstimate(reason: reason)) }
        guard uncertainty != .none else { return fail(.neverAnInterval) }
        guard valueKind == .share else { return fail(.noShare) }
        guard figure.value != nil else { return fail(.noValue) }
        let figure = isComplement ? figure.complement(uncertainty) : figure
        guard let counts = figure.counts(uncertainty) else { return fail(.noCounts) }
        guard let proportion = counts.proportion, Self.agrees(figure, proportion) else {
            return fail(.contradictoryCounts)
        }
        if uncertainty == .clustered, dispersion == nil { return fail(.noDispersion) }
        if uncertainty == .survey {
            guard let asked = counts.asked else { return fail(.unknownResponseRate) }
            // Exactly the least rate is enough.
            guard counts.base.approximation >= leastResponseRate * asked.approximation else {
                return fail(.lowResponseRate)
            }
        }
        return .success((counts, proportion))
    }

    /// Whether the cases give the value, within one unit of its last decimal: sources round, and some
    /// cut off.
    private static func agrees(_ figure: OutcomeFigure, _ proportion: Proportion) -> Bool {
        guard let value = figure.value else { return false }
        var unit = 1.0
        for _ in 0..<min(value.scale, 6) { unit /= 10 }
        return abs(100 * proportion.share - value.approximation) <= unit * (1 + 1e-9)
    }
}
