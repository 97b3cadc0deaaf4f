public import Indicators

/// What one document sets as a target.
public struct TargetFigure: Sendable, Hashable {
    /// Key of the indicator.
    public var indicatorKey: Int32
    /// The period that the target holds for; it holds for no other.
    public var period: Period
    /// For whom.
    public var gender: Gender
    /// The target in the indicator's unit.
    public var value: ScaledDecimal
    /// Whether the source states the period; if not, it stands beside figures of it and gives no
    /// verdict.
    public var isPeriodDeclared: Bool
    /// Code of the document.
    public var source: String
    /// Title of the document.
    public var sourceTitle: String

    /// States a target.
    public init(
        indicatorKey: Int32, period: Period, gender: Gender, value: ScaledDecimal,
        isPeriodDeclared: Bool, source: String, sourceTitle: String
    ) {
        self.indicatorKey = indicatorKey
        self.period = period
        self.gender = gender
        self.value = value
        self.isPeriodDeclared = isPeriodDeclared
        self.source = source
        self.sourceTitle = sourceTitle
    }
}

/// A value of the municipality itself, for holding against a target.
public struct OwnOutcome: Sendable, Hashable {
    /// Key of the indicator.
    public var indicatorKey: Int32
    /// The period.
    public var period: Period
    /// The gender.
    public var gender: Gender
    /// The value.
    public var value: ScaledDecimal
    /// Whether it is final.
    public var status: OutcomeStatus
    /// Numerator, where stated.
    public var numerator: ScaledDecimal?
    /// Denominator, where stated.
    public var denominator: ScaledDecimal?
    /// Respondents of a survey, where stated.
    public var respondents: Int?
    /// Code of the document that states it.
    public var source: String

    /// States a value.
    public init(
        indicatorKey: Int32, period: Period, gender: Gender, value: ScaledDecimal,
        status: OutcomeStatus = .ok, numerator: ScaledDecimal? = nil,
        denominator: ScaledDecimal? = nil, respondents: Int? = nil, source: String = ""
    ) {
        self.respondents = respondents
        self.source = source
        self.indicatorKey = indicatorKey
        self.period = period
        self.gender = gender
        self.value = value
        self.status = status
        self.numerator = numerator
        self.denominator = denominator
    }
}

extension OwnOutcome {
    /// The value as it is judged.
    var figure: OutcomeFigure {
        OutcomeFigure(
            value: value, status: status, numerator: numerator, denominator: denominator,
            respondents: respondents, source: source, sourceTitle: "")
    }
}
