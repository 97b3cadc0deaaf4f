public import Indicators

/// What one document states about one municipality, in the period and for the gender compared.
public struct OutcomeFigure: Sendable, Hashable {
    /// The value; `nil` exactly when the status says that there is none.
    public var value: ScaledDecimal?
    /// Why there is a value, or none.
    public var status: OutcomeStatus
    /// Numerator, where the source states it.
    public var numerator: ScaledDecimal?
    /// Denominator, where the source states it.
    public var denominator: ScaledDecimal?
    /// Respondents of a survey, where stated.
    public var respondents: Int?
    /// How many cases the value rests on, as the reader says; `nil` where the source is taken at its
    /// word.
    public var readersBase: Int?
    /// Code of the document that states it.
    public var source: String
    /// Title of that document.
    public var sourceTitle: String
    /// Remark on the figure.
    public var note: String?

    /// States a figure.
    public init(
        value: ScaledDecimal?, status: OutcomeStatus, numerator: ScaledDecimal? = nil,
        denominator: ScaledDecimal? = nil, respondents: Int? = nil, source: String,
        sourceTitle: String, note: String? = nil
    ) {
        self.value = value
        self.status = status
        self.numerator = numerator
        self.denominator = denominator
        self.respondents = respondents
        readersBase = nil
        self.source = source
        self.sourceTitle = sourceTitle
        self.note = note
    }
}
