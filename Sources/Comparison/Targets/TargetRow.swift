public import Indicators

/// A target beside what has come of it.
public struct TargetRow: Sendable, Hashable {
    /// The indicator.
    public var indicator: Indicator
    /// The target.
    public var target: TargetFigure
    /// The value of the target's own period and gender.
    public var outcome: OwnOutcome?
    /// Whether there is a value of that period and gender which must not be shown.
    public let isSuppressed: Bool
    /// The newest value before that period, of the same kind of period.
    public var latest: OwnOutcome?
    /// What has become of it; `nil` where there is no verdict.
    public var status: TargetStatus?
    /// Why there is no verdict.
    public var obstacle: TargetObstacle?
    /// The 95 % interval of the value of the target's own period.
    public let interval: ValueInterval?

    /// Judges a target.
    ///
    /// - Parameters:
    ///   - indicator: the indicator.
    ///   - target: the target.
    ///   - own: the municipality's values of the indicator, every period and gender, that may be shown.
    ///   - isSuppressed: whether that of the target's own period and gender must not be shown.
    ///   - yardstick: how figures of the target's period are judged; made of the indicator alone when left
    ///     out.
    public init(
        indicator: Indicator, target: TargetFigure, own: [OwnOutcome], isSuppressed: Bool = false,
        yardstick: Yardstick? = nil
    ) {
        self.indicator = indicator
        self.target = target
        let ofPeriod = own.filter { $0.period == target.period }
        let outcome = ofPeriod.first { $0.gender == target.gender }
        self.outcome = outcome
        self.isSuppressed = isSuppressed && outcome == nil
        interval = outcome.flatMap {
            (yardstick ?? Yardstick(of: indicator)).interval(of: $0.figure)
        }
        latest = own.filter {
            $0.gender == target.gender && $0.period < target.period
                && $0.period.kind == target.period.kind && $0.period.part == target.period.part
        }.max { $0.period < $1.period }
        guard target.isPeriodDeclared else {
            obstacle = .undeclaredPeriod
            return
        }
        guard indicator.polarity.ranks else {
            obstacle = .noDirection
            return
        }
        guard let outcome else {
            // An older value must not stand in for one that is there.
            status =
                self.isSuppressed
                ? .suppressed
                : latest.map { isGood($0.value) } == true ? .expected : .notMeasured
            return
        }
        if isGood(outcome.value) {
            status = outcome.status == .preliminary ? .expected : .reached
        } else {
            let genders = target.gender == .total ? ofPeriod.filter { $0.gender != .total } : []
            status = genders.contains { isGood($0.value) } ? .partly : .missed
        }
    }

    /// Whether a value is on the good side; the target itself is.
    private func isGood(_ value: ScaledDecimal) -> Bool {
        indicator.polarity == .high ? value >= target.value : value <= target.value
    }

    /// The value less the target, of the target's own period.
    public var difference: ScaledDecimal? {
        guard let outcome, obstacle != .undeclaredPeriod else { return nil }
        return outcome.value.subtracting(target.value)?.canonical
    }

    /// How much is missing, in the indicator's unit; zero when nothing is.
    public var gap: ScaledDecimal? {
        guard obstacle == nil, let outcome, let difference else { return nil }
        if isGood(outcome.value) { return ScaledDecimal(0) }
        return difference.units < 0 ? ScaledDecimal(0).subtracting(difference) : difference
    }

    /// How many persons more, or fewer where low is good, it would have taken: ⌈|target · n − x|⌉.
    public var gapInPersons: Int? {
        guard let gap, indicator.valueKind == .share, let numerator = outcome?.numerator,
            let denominator = outcome?.denominator
        else { return nil }
        if gap.units == 0 { return 0 }
        // Exact: target · n / 100 − x, in hundredths.
        guard let wanted = product(target.value, denominator),
            let counted = numerator.multiplied(by: 100),
            let missing = indicator.polarity == .high
                ? wanted.subtracting(counted) : counted.subtracting(wanted)
        else { return nil }
        return max(0, Self.ceiling(ofHundredths: missing))
    }

    private func product(_ left: ScaledDecimal, _ right: ScaledDecimal) -> ScaledDecimal? {
        let (units, overflow) = left.units.multipliedReportingOverflow(by: right.units)
        return overflow ? nil : ScaledDecimal(units: units, scale: left.scale + right.scale)
    }

    private static func ceiling(ofHundredths number: ScaledDecimal) -> Int {
        var divisor: Int128 = 100
        for _ in 0..<number.scale { divisor *= 10 }
        let (whole, rest) = number.units.quotientAndRemainder(dividingBy: divisor)
        return Int(clamping: whole + (rest > 0 ? 1 : 0))
    }

    /// Whether the target lies within the 95 % interval of the value.
    ///
    /// If so, the difference may be chance. `nil` where the indicator's kind has no interval, or its
    /// counts are not known.
    public var isWithinUncertainty: Bool? {
        guard obstacle == nil, let interval else { return nil }
        return interval.lower <= target.value && target.value <= interval.upper
    }

    /// How many cases the value would have to rest on before it could be told from the target; `nil`
    /// where its counts are known, or none are needed.
    public var neededCases: Int? {
        guard obstacle == nil, interval == nil, let outcome else { return nil }
        return Yardstick(of: indicator).neededCases(outcome.figure, toMiss: target.value)
    }

    /// The change a year that takes the newest value to the target in time, signed; to ten decimals.
    ///
    /// Only where the target's period has no value yet.
    public var yearlyStep: ScaledDecimal? {
        guard obstacle == nil, outcome == nil, !isSuppressed, let latest, !isGood(latest.value)
        else { return nil }
        let years = target.period.year - latest.period.year
        guard years > 0 else { return nil }
        return target.value.subtracting(latest.value)?
            .divided(by: ScaledDecimal(years), decimals: 10)
    }
}
