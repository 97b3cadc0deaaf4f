/// What a figure of a report says about its subject.
public enum FigureMeasure: String, Sendable, Hashable, CaseIterable {
    /// What came out (utfall).
    case outcome
    /// What was aimed at (mål).
    case target
    /// Income of the period (intäkter).
    case income
    /// Costs of the period (kostnader).
    case cost
    /// Income and costs together (netto).
    case net
    /// What was budgeted, net.
    case budget
    /// The outcome less the budget (avvikelse).
    case deviation
    /// What is expected, net (prognos).
    case forecast
    /// The forecast less the budget.
    case forecastDeviation = "forecast_deviation"
    /// A grant or another sum received or promised.
    case amount
    /// How much something has changed since another period.
    case change
    /// Absence for sickness, all of it, per cent of the time.
    case absence
    /// Absence for sickness of at most 59 days.
    case absenceShort = "absence_short"
    /// Absence for sickness of 60 days or more.
    case absenceLong = "absence_long"
    /// The share of the absence that is of 60 days or more.
    case absenceLongShare = "absence_long_share"
    /// Employees of a unit (antal anställda).
    case headcount
    /// How many answered a survey.
    case respondents
    /// The share that answered a survey.
    case responseRate = "response_rate"
}
