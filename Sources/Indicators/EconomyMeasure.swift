/// What a document says of money.
public enum EconomyMeasure: String, Sendable, Hashable, CaseIterable {
    /// Income (intäkter).
    case income
    /// Costs (kostnader).
    case cost
    /// Income and costs together (netto).
    case net
    /// What was budgeted, net.
    case budget
    /// The outcome held against the budget, as printed.
    case deviation
    /// What is expected, net (prognos).
    case forecast
    /// The forecast held against the budget, as printed.
    case forecastDeviation = "forecast_deviation"
    /// A sum promised or received.
    case amount
    /// What came out of a measure taken (utfall).
    case outcome

    /// The key in `dw.dim_economy_measure`.
    public var key: Int16 {
        switch self {
        case .income: 1
        case .cost: 2
        case .net: 3
        case .budget: 4
        case .deviation: 5
        case .forecast: 6
        case .forecastDeviation: 7
        case .amount: 8
        case .outcome: 9
        }
    }
}
