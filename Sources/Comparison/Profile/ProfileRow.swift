public import Indicators
internal import Statistics

/// One indicator of a municipality at its latest value, or in one year, beside those it is compared with.
public struct ProfileRow: Sendable, Hashable {
    /// The indicator.
    public var indicator: Indicator
    /// The period of the value.
    public var period: Period
    /// What is stated of the municipality; it has a value.
    public private(set) var figure: OutcomeFigure
    /// The value.
    public let value: ScaledDecimal
    /// How many have a value in that period, the municipality among them.
    public var units: Int
    /// How many of them have a higher value.
    public var higher: Int
    /// How many of them have a lower value.
    public var lower: Int
    /// The quartiles of all of them; `nil` while the year is being collected.
    public private(set) var quartiles: Quartiles?
    /// What is stated of the same period the year before; it has a value.
    public var previous: OutcomeFigure?
    /// Of cases that come in clusters, the share with the spread between municipalities; `nil` for other
    /// kinds, and while it is not known.
    private(set) var clusteredShare: UncertainShare?
    /// How it stands against all the others together, itself left out.
    public private(set) var contrast: Contrast
    /// What the change since the year before is worth.
    public private(set) var changeContrast: Contrast
    /// How far the publication of the period has come; of what is collected there is no place, colour,
    /// median or verdict, since those who have not reported are missing.
    public let publication: PublicationState
    /// Whether the series begins anew in the period, so that the change says nothing.
    public let isBreak: Bool
    /// The target for the period, where one is declared.
    public var target: ScaledDecimal?

    /// The quartiles of some values.
    public struct Quartiles: Sendable, Hashable {
        /// The lower one.
        public var lower: ScaledDecimal
        /// The median.
        public var median: ScaledDecimal
        /// The upper one.
        public var upper: ScaledDecimal

        /// States quartiles.
        public init(lower: ScaledDecimal, median: ScaledDecimal, upper: ScaledDecimal) {
            self.lower = lower
            self.median = median
            self.upper = upper
        }
    }

    /// States a row; `nil` for a figure without a value.
    ///
    /// - Parameters:
    ///   - indicator: the indicator.
    ///   - period: the period.
    ///   - figure: what is stated of the municipality.
    ///   - units: how many have a value, the municipality among them.
    ///   - higher: how many of them have a higher value.
    ///   - lower: how many of them have a lower value.
    ///   - quartiles: those of all of them.
    ///   - previous: what is stated of the year before.
    ///   - others: the cases of all the others together, where all of them state theirs.
    ///   - publication: how far the publication of the period has come.
    ///   - isBreak: whether the series begins anew in the period.
    public init?(
        indicator: Indicator, period: Period, figure: OutcomeFigure, units: Int, higher: Int,
        lower: Int, quartiles: Quartiles?, previous: OutcomeFigure? = nil,
        others: CaseSums? = nil, publication: PublicationState = .final, isBreak: Bool = false
    ) {
        guard let value = figure.value else { return nil }
        var figure = figure
        if publication != .final, figure.status == .ok { figure.status = .preliminary }
        self.indicator = indicator
        self.period = period
        self.figure = figure
        self.value = value
        self.units = units
        self.higher = higher
        self.lower = lower
        self.quartiles = publication == .collecting ? nil : quartiles
        self.previous = previous
        self.publication = publication
        self.isBreak = isBreak
        let yardstick = Yardstick(of: indicator)
        contrast =
            units > 1 && publication != .collecting
            ? yardstick.contrast(of: figure, againstSums: others) : Contrast(nil, .noValue)
        changeContrast = Self.change(figure, since: previous, isBreak, yardstick)
    }

    /// Judges anew by all figures of the period, for what sums of cases do not suffice: cases that come
    /// in clusters, and surveys.
    ///
    /// - Parameters:
    ///   - own: what is stated of the municipality, respondents with it.
    ///   - previous: the same of the year before.
    ///   - others: what is stated of all the others that have a value.
    ///   - yardstick: how figures of the period are judged.
    mutating func judge(
        _ own: OutcomeFigure, since previous: OutcomeFigure?, others: [OutcomeFigure],
        by yardstick: Yardstick
    ) {
        figure.respondents = own.respondents
        figure.numerator = own.numerator
        figure.denominator = own.denominator
        if yardstick.uncertainty == .clustered {
            clusteredShare = try? yardstick.estimate(of: own).get()
        }
        if publication != .collecting, units > 1 {
            contrast = yardstick.contrast(of: own, againstAll: others)
        }
        changeContrast = Self.change(own, since: previous, isBreak, yardstick)
    }

    private static func change(
        _ figure: OutcomeFigure, since previous: OutcomeFigure?, _ isBreak: Bool,
        _ yardstick: Yardstick
    ) -> Contrast {
        let contrast = yardstick.contrast(of: figure, against: previous)
        return isBreak && contrast.obstacle != .noValue
            ? Contrast(contrast.difference, .seriesBreak) : contrast
    }

    /// Whether the value is final.
    public var status: OutcomeStatus { figure.status }

    /// Whether the year is still being collected, so that nothing is computed across municipalities.
    public var isCollecting: Bool { publication == .collecting }

    /// The place by polarity: 1 is best, ties share the lower number; 1 of 1 where nobody else has a value.
    public var rank: Int? {
        guard indicator.valueKind != .boolean, !isCollecting else { return nil }
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
        guard let quartiles else { return nil }
        return QuartileColour(
            of: value, quartiles: (quartiles.lower, quartiles.upper), polarity: indicator.polarity,
            valueKind: indicator.valueKind, units: units, others: higher + lower)
    }

    /// Of a survey, how many have answered and how many percent of those asked that is, where it is
    /// stated.
    public var answers: OutcomeFigure.Counts? {
        indicator.uncertainty == .survey ? figure.counts(.survey) : nil
    }

    /// The word for how it stands against all the others together.
    public var verdict: Verdict { contrast.verdict }

    /// The value of the same period the year before.
    public var previousValue: ScaledDecimal? { previous?.value }

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

    /// The value less the target.
    public var gap: ScaledDecimal? {
        guard let target else { return nil }
        return value.subtracting(target)?.canonical
    }

    /// Whether it is to be counted as worse: by the verdict where there is one, else by the colour.
    public var isWorse: Bool {
        contrast.interval == nil ? colour == .red : verdict == .worse
    }

    /// Whether it is to be counted as better, likewise.
    public var isBetter: Bool {
        contrast.interval == nil ? colour == .green : verdict == .better
    }
}
