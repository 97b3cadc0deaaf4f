public import Indicators
public import Statistics

/// One indicator of a municipality at its latest value, beside those it is compared with.
public struct ProfileRow: Sendable, Hashable {
    /// The indicator.
    public var indicator: Indicator
    /// The period of the latest value.
    public var period: Period
    /// Whether the value is final.
    public var status: OutcomeStatus
    /// The value.
    public var value: ScaledDecimal
    /// How many have a value in that period, the municipality among them.
    public var units: Int
    /// How many of them have a higher value.
    public var higher: Int
    /// How many of them have a lower value.
    public var lower: Int
    /// The lower quartile of all of them.
    public var lowerQuartile: ScaledDecimal
    /// The median of all of them.
    public var median: ScaledDecimal
    /// The upper quartile of all of them.
    public var upperQuartile: ScaledDecimal
    /// The value of the same period the year before.
    public var previousValue: ScaledDecimal?
    /// The share behind the value, where numerator and denominator are stated.
    public var share: Proportion?
    /// The cases of all the others together, where all of them state theirs.
    public var others: Proportion?
    /// The share behind the value of the year before.
    public var previousShare: Proportion?
    /// Title of the document that states the value.
    public var sourceTitle: String
    /// The target for the period, where one is declared.
    public var target: ScaledDecimal?

    /// States a row; `quartiles` are the lower, the median and the upper.
    public init(
        indicator: Indicator, period: Period, status: OutcomeStatus = .ok, value: ScaledDecimal,
        units: Int, higher: Int, lower: Int,
        quartiles: (lower: ScaledDecimal, median: ScaledDecimal, upper: ScaledDecimal),
        previousValue: ScaledDecimal? = nil, share: Proportion? = nil, others: Proportion? = nil,
        previousShare: Proportion? = nil, sourceTitle: String = "", target: ScaledDecimal? = nil
    ) {
        self.indicator = indicator
        self.period = period
        self.status = status
        self.value = value
        self.units = units
        self.higher = higher
        self.lower = lower
        lowerQuartile = quartiles.lower
        median = quartiles.median
        upperQuartile = quartiles.upper
        self.previousValue = previousValue
        self.share = share
        self.others = others
        self.previousShare = previousShare
        self.sourceTitle = sourceTitle
        self.target = target
    }

    /// The place by polarity: 1 is best, ties share the lower number.
    public var rank: Int? {
        guard indicator.valueKind != .boolean, units > 1 else { return nil }
        switch indicator.polarity {
        case .high: return higher + 1
        case .low: return lower + 1
        case .band, .none, .unknown: return nil
        }
    }

    /// Whether another unit has the same value.
    public var isTied: Bool { units - higher - lower > 1 }

    /// The colour by quartile.
    public var colour: QuartileColour? {
        QuartileColour(
            of: value, quartiles: (lowerQuartile, upperQuartile), polarity: indicator.polarity,
            valueKind: indicator.valueKind, units: units, others: higher + lower)
    }

    /// How it stands against all the others together, itself left out.
    public var assessment: Assessment {
        guard units > 1 else { return .none }
        return Assessment(
            share, against: others, polarity: indicator.polarity,
            uncertainty: indicator.uncertainty)
    }

    /// The probability of so large a difference to the others where there is none.
    public var probability: Double? {
        guard case .judged = assessment, let share, let others else { return nil }
        // Where all cases have the property on both sides, or none, there is no difference at all.
        return share.probability(sameAs: others) ?? 1
    }

    /// The verdict when many tests at once are allowed for: what is not believed cannot be told apart.
    ///
    /// - Parameter adjusted: the row's p-value by Benjamini and Hochberg.
    /// - Returns: the verdict, or `similar` in its place.
    public func assessment(adjusted: Double?) -> Assessment {
        guard let adjusted, assessment.deviates, adjusted > Profile.falseShare else {
            return assessment
        }
        return .judged(.similar)
    }

    /// The value less that of the year before.
    public var change: ScaledDecimal? {
        guard let previousValue else { return nil }
        return value.subtracting(previousValue)?.canonical
    }

    /// Which way the value has gone.
    public var movement: Movement? {
        guard let change else { return nil }
        return Movement(change, polarity: indicator.polarity)
    }

    /// Whether the change is more than chance.
    public var changeAssessment: Assessment {
        guard previousValue != nil else { return .none }
        return Assessment(
            share, against: previousShare, polarity: indicator.polarity,
            uncertainty: indicator.uncertainty)
    }

    /// The value less the target.
    public var gap: ScaledDecimal? {
        guard let target else { return nil }
        return value.subtracting(target)?.canonical
    }

    /// Whether it is to be counted as worse: by the verdict where there is one, else by the colour.
    public var isWorse: Bool {
        switch assessment {
        case .judged(let judgement): judgement == .worse
        case .uncertaintyUnknown, .none: colour == .red
        }
    }

    /// Whether it is to be counted as better, likewise.
    public var isBetter: Bool {
        switch assessment {
        case .judged(let judgement): judgement == .better
        case .uncertaintyUnknown, .none: colour == .green
        }
    }
}
