public import Indicators

/// A verksamhet, or the nämnd as a whole, in one period.
public struct EconomyRow: Sendable, Hashable {
    /// What it is about.
    public var kind: EconomyFigure.Kind
    /// Its name, as printed.
    public var subject: String
    /// The verksamhet that the name is declared to mean.
    public var activity: String?
    /// What the source says of the period itself, by measure.
    public var figures: [EconomyMeasure: EconomyFigure] = [:]
    /// The budget of the whole year, beside a part of it.
    public var wholeYearBudget: EconomyFigure?
    /// What is expected of the whole year.
    public var forecast: EconomyFigure?
    /// The forecast held against the budget.
    public var forecastDeviation: EconomyFigure?
    /// The net of the same period last year.
    public var lastYear: EconomyFigure?
    /// That net in the prices of this year; `nil` where no price index is loaded.
    public var lastYearInPrices: ScaledDecimal?
    /// The net in kronor per inhabitant; `nil` where no inhabitants are loaded.
    public var perInhabitant: ScaledDecimal?

    /// The amount of a measure in the period.
    public func amount(_ measure: EconomyMeasure) -> ScaledDecimal? { figures[measure]?.amount }

    /// The same where it stands in the same document as another figure, so that the two can be held
    /// against each other.
    func amount(_ measure: EconomyMeasure, beside other: EconomyFigure) -> ScaledDecimal? {
        guard let figure = figures[measure], figure.receipt.source == other.receipt.source else {
            return nil
        }
        return figure.amount
    }

    /// How much the net differs from last year's, in the prices of each year.
    public var change: ScaledDecimal? {
        guard let net = amount(.net), let before = lastYear?.amount else { return nil }
        return net.subtracting(before)
    }

    /// Whether the document at home has the row, or another one states an amount other than zero.
    func isStated(at home: String?) -> Bool {
        shown.contains { $0.receipt.source == home || ($0.amount?.units ?? 0) != 0 }
    }

    /// Every figure that the row shows, in the order of its columns.
    public var shown: [EconomyFigure] {
        let own = EconomyMeasure.allCases.compactMap { figures[$0] }
        return own
            + [wholeYearBudget, forecast, forecastDeviation, lastYear].compactMap(\.self)
    }
}

/// Where the source's own arithmetic does not hold, by more than rounding.
public struct EconomyContradiction: Sendable, Hashable {
    /// Whose row.
    public var subject: String
    /// `net` or `deviation`.
    public var measure: EconomyMeasure
    /// What is printed.
    public var printed: ScaledDecimal
    /// What the row's other figures give.
    public var expected: ScaledDecimal
    /// The line.
    public var line: Int
}

/// How a source writes costs.
public enum EconomySigns: String, Sendable, Hashable {
    /// Costs have a minus sign, income none.
    case costsNegative = "costs_negative"
    /// Costs have no sign.
    case costsPositive = "costs_positive"
    /// No cost is stated, or some are written one way and some the other.
    case unknown
}
