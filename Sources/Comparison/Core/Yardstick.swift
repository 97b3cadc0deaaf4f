public import Indicators
public import Statistics

/// How figures of one indicator are held against each other: what an interval may rest on, and which
/// direction is good.
///
/// The one way from figures to verdicts; every command judges with it. A complement is judged on the
/// source's own figures and the result mirrored, so that the pair always agrees.
public struct Yardstick: Sendable {
    /// What kind of number the value is.
    public let valueKind: ValueKind
    /// How uncertainty may be stated.
    public let uncertainty: Uncertainty
    /// Which direction of what is shown is good.
    public let polarity: Polarity
    /// Whether figures are those of the complement.
    public let isComplement: Bool
    /// Of cases that come in clusters: how much further municipalities lie apart than chance explains;
    /// `nil` where fewer than ten have counts.
    public let dispersion: Overdispersion?
    /// The share of those asked, 0 to 1, that must have answered a survey before a word is said.
    public let leastResponseRate: Double

    /// Half of those asked.
    public static let usualResponseRate = 0.5

    /// Prepares the judging of an indicator.
    ///
    /// - Parameters:
    ///   - indicator: the indicator.
    ///   - isComplement: whether the figures to come are those of the complement.
    ///   - nationwide: of an indicator whose cases come in clusters, the figures of all kommuner in the
    ///     period, as the source states them; those without counts are left out.
    ///   - leastResponseRate: the share that must have answered a survey.
    public init(
        of indicator: Indicator, isComplement: Bool = false, nationwide: [OutcomeFigure] = [],
        leastResponseRate: Double = usualResponseRate
    ) {
        valueKind = indicator.valueKind
        uncertainty = indicator.uncertainty
        polarity = isComplement ? indicator.polarity.complement : indicator.polarity
        self.isComplement = isComplement
        self.leastResponseRate = leastResponseRate
        dispersion =
            indicator.uncertainty == .clustered && indicator.valueKind == .share
            ? Self.dispersion(of: nationwide.compactMap { $0.counts(.clustered)?.proportion }) : nil
    }

    /// Whether municipalities can have places: a direction is good, and it is more than yes or no.
    public var ranks: Bool { polarity.ranks && valueKind != .boolean }

    /// The 95 % interval of a value; `nil` where there is none.
    public func interval(of figure: OutcomeFigure) -> ValueInterval? {
        guard case .success(let share) = estimate(of: figure) else { return nil }
        let interval = ValueInterval(percent: share.interval)
        return isComplement ? interval.complement : interval
    }

    /// How a figure stands against another, the difference being `figure` − `other`.
    public func contrast(of figure: OutcomeFigure?, against other: OutcomeFigure?) -> Contrast {
        guard let figure, let other, let mine = figure.value, let theirs = other.value else {
            return Contrast(nil, .noValue)
        }
        let difference = mine.subtracting(theirs)?.canonical
        switch (estimate(of: figure), estimate(of: other)) {
        case (.success(let mine), .success(let theirs)):
            return contrast(difference, mine, theirs)
        case (.failure(let obstacle), _), (_, .failure(let obstacle)):
            return Contrast(difference, obstacle.reason)
        }
    }

    /// How a figure stands against others taken together: Σx/Σn over those with a value.
    ///
    /// All that have a value must have counts; the others' mean without them would be another one.
    public func contrast(of figure: OutcomeFigure?, againstAll others: [OutcomeFigure]) -> Contrast
    {
        let others =
            others.contains { $0.value == nil } ? others.filter { $0.value != nil } : others
        guard let figure, let mine = figure.value, !others.isEmpty else {
            return Contrast(nil, .noValue)
        }
        let mean = GroupFigures.weightedMean(of: others, self)
        var difference: ScaledDecimal?
        if let mean { difference = mine.subtracting(mean)?.canonical }
        switch (estimate(of: figure), estimate(ofAll: others)) {
        case (.success(let mine), .success(let theirs)):
            return contrast(difference, mine, theirs)
        case (.failure(let obstacle), _), (_, .failure(let obstacle)):
            return Contrast(difference, obstacle.reason)
        }
    }

    /// How a figure stands against others of whom only Σx and Σn are known; of single persons, for
    /// other kinds every figure is needed.
    ///
    /// - Parameters:
    ///   - figure: the figure.
    ///   - sums: the cases of all the others with a value; `nil` unless all of them have counts.
    /// - Returns: the difference to Σx/Σn, and what it is worth.
    public func contrast(of figure: OutcomeFigure, againstSums sums: CaseSums?) -> Contrast {
        switch estimate(of: figure) {
        case .failure(let obstacle): return Contrast(nil, obstacle.reason)
        case .success(let mine):
            guard uncertainty == .persons, let pooled = sums?.proportion else {
                return Contrast(nil, .noCounts)
            }
            let mean = sums?.percent
            var difference: ScaledDecimal?
            if let value = figure.value, let mean {
                difference = value.subtracting(mean)?.canonical
            }
            return contrast(difference, mine, UncertainShare(pooled))
        }
    }

    /// Judges two shares of the source's own side.
    func contrast(
        _ difference: ScaledDecimal?, _ mine: UncertainShare, _ theirs: UncertainShare
    ) -> Contrast {
        let interval = mine.difference(minus: theirs)
        let shown = isComplement ? -interval.upperBound...(-interval.lowerBound) : interval
        let percent = ValueInterval(percent: interval)
        return Contrast(
            difference, isComplement ? percent.negated : percent,
            Verdict(Judgement(of: shown, against: 0, polarity.orientation)),
            mine.probability(sameAs: theirs))
    }

    private static func dispersion(of units: [Proportion]) -> Overdispersion? {
        guard units.count >= Overdispersion.fewestUnits else { return nil }
        let base = units.reduce(0) { $0 + $1.total }
        return Overdispersion(
            of: units.map { ($0.count, $0.total) },
            benchmark: units.reduce(0) { $0 + $1.count } / base, scale: .proportion)
    }
}
