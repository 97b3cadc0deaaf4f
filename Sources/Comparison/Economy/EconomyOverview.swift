public import Indicators

/// What the documents of a nämnd say of its money in one period.
public struct EconomyOverview: Sendable {
    /// Whose nämnd.
    public let municipality: Municipality
    /// The nämnd.
    public let organisation: String
    /// The period.
    public let period: Period
    /// The verksamheter in the order of the source, then the sum.
    public let rows: [EconomyRow]
    /// What running text says of the period, or expects of its year, in the order in which documents
    /// speak: rounded, and mostly of parts of verksamheter.
    public let text: [EconomyFigure]
    /// How the source writes costs.
    public let signs: EconomySigns
    /// The inhabitants by which nets were divided, and their year.
    public let inhabitants: (year: Int, value: ScaledDecimal)?
    /// The price index and the years it joins, where last year's nets are in this year's prices.
    public let prices: YearlySeries?

    /// Whether the figures accumulate from the beginning of the year.
    public var isCumulative: Bool {
        rows.contains { $0.figures.values.contains { $0.isCumulative } }
    }

    /// The row of the nämnd as a whole.
    public var total: EconomyRow? { rows.first { $0.kind == .total } }

    /// The periods of which a kommun's documents state a net, the newest last; of a kommun without
    /// tables, those of which its texts say anything.
    public static func periods(
        _ figures: [EconomyFigure], organisation: String? = nil
    ) -> [Period] {
        let stated = figures.filter {
            $0.amount != nil && (organisation == nil || $0.organisation == organisation)
        }
        let nets = stated.filter { $0.measure == .net && !$0.isInText }
        return Set((nets.isEmpty ? stated.filter(\.isInText) : nets).map(\.period)).sorted()
    }

    /// Puts the figures of a nämnd side by side.
    ///
    /// Figures of running text make rows only where no table states anything of the period.
    ///
    /// - Parameters:
    ///   - municipality: whose nämnd.
    ///   - organisation: the nämnd.
    ///   - period: the period.
    ///   - figures: everything that is known of the kommun's money; of a figure that several
    ///     documents state the first speaks.
    ///   - population: its inhabitants.
    ///   - prices: a price index.
    public init(
        _ municipality: Municipality, organisation: String, period: Period,
        figures: [EconomyFigure], population: YearlySeries? = nil, prices: YearlySeries? = nil
    ) {
        let all = figures.filter {
            $0.municipality == municipality.key && $0.organisation == organisation
        }
        text = all.filter { $0.isInText && Self.concerns(period, $0) }
        let stated = all.filter {
            $0.definition.isEmpty && ($0.kind == .total || $0.kind == .activity)
        }
        let tabled = stated.filter { !$0.isInText }
        let own = tabled.contains { $0.period == period } ? tabled : stated
        let home =
            own.first { $0.period == period && $0.measure == .net && $0.kind == .total }
            ?? own.first { $0.period == period && $0.measure == .net }
            ?? own.first { $0.period == period }
        let speakers = EconomySpeakers(own, home: home?.receipt.source)
        let inhabitants = population?.value(at: period.year)
        let step = prices?.step(from: period.year - 1, to: period.year)
        let year = Period(year: period.year)
        let rows = speakers.subjects(in: period).map { subject in
            var row = EconomyRow(
                kind: subject.kind, subject: subject.name, activity: subject.activity)
            for measure in Self.ownMeasures {
                row.figures[measure] = speakers.figure(subject, period, measure)
            }
            if let year {
                if year != period {
                    row.wholeYearBudget = speakers.figure(subject, year, .budget)
                }
                row.forecast = speakers.figure(subject, year, .forecast)
                row.forecastDeviation = speakers.figure(subject, year, .forecastDeviation)
            }
            if let last = period.samePeriodLastYear {
                row.lastYear = speakers.figure(subject, last, .net)
            }
            if let before = row.lastYear?.amount, let step {
                row.lastYearInPrices = Self.scaled(before, by: step)
            }
            if let net = row.amount(.net), let inhabitants {
                row.perInhabitant = Self.perInhabitant(net, inhabitants.value)
            }
            return row
        }.filter { $0.isStated(at: home?.receipt.source) }
        self.rows = rows
        self.municipality = municipality
        self.organisation = organisation
        self.period = period
        let costs = rows.compactMap { $0.amount(.cost) }
        let others = own.filter { $0.measure == .cost && $0.receipt.source == home?.receipt.source }
        signs = Self.signs(of: costs.isEmpty ? others.compactMap(\.amount) : costs)
        self.inhabitants = inhabitants
        self.prices = step == nil ? nil : prices
    }

    /// Whether a figure says something of a period, or of what is expected of its year.
    private static func concerns(_ period: Period, _ figure: EconomyFigure) -> Bool {
        guard figure.amount != nil else { return false }
        if figure.period == period { return true }
        return figure.period.kind == .year && figure.period.year == period.year
            && [.forecast, .forecastDeviation].contains(figure.measure)
    }

    private static let ownMeasures: [EconomyMeasure] = [.income, .cost, .net, .budget, .deviation]

    /// Thousands of kronor as kronor for each inhabitant, whole.
    static func perInhabitant(
        _ amount: ScaledDecimal, _ inhabitants: ScaledDecimal
    ) -> ScaledDecimal? {
        guard let kronor = amount.multiplied(by: 1_000) else { return nil }
        return kronor.divided(by: inhabitants, decimals: 0)
    }

    private static func scaled(
        _ amount: ScaledDecimal, by step: (from: ScaledDecimal, to: ScaledDecimal)
    ) -> ScaledDecimal? {
        guard let ratio = step.to.divided(by: step.from, decimals: 10) else { return nil }
        return ScaledDecimal(
            rounding: amount.approximation * ratio.approximation, decimals: 0)
    }

    private static func signs(of amounts: [ScaledDecimal]) -> EconomySigns {
        let costs = amounts.filter { $0.units != 0 }
        guard !costs.isEmpty else { return .unknown }
        if costs.allSatisfy({ $0.units < 0 }) { return .costsNegative }
        return costs.allSatisfy { $0.units > 0 } ? .costsPositive : .unknown
    }

    /// Rows whose net or deviation is another than their other figures give.
    ///
    /// By more than a step of rounding, within one document; where costs have no sign nothing is said.
    public var contradictions: [EconomyContradiction] {
        guard signs == .costsNegative else { return [] }
        return rows.flatMap { row in
            var found: [EconomyContradiction] = []
            if let net = row.figures[.net], let printed = net.amount,
                let cost = row.amount(.cost, beside: net),
                let expected = ScaledDecimal.sum(
                    [row.amount(.income, beside: net), cost].compactMap(\.self)),
                Self.differ(printed, expected)
            {
                found.append(
                    EconomyContradiction(
                        subject: row.subject, measure: .net, printed: printed, expected: expected,
                        line: net.receipt.line))
            }
            if let deviation = row.figures[.deviation], let printed = deviation.amount,
                let budget = row.amount(.budget, beside: deviation),
                let expected = row.amount(.net, beside: deviation)?.subtracting(budget),
                Self.differ(printed, expected)
            {
                found.append(
                    EconomyContradiction(
                        subject: row.subject, measure: .deviation, printed: printed,
                        expected: expected, line: deviation.receipt.line))
            }
            return found
        }
    }

    private static func differ(_ printed: ScaledDecimal, _ expected: ScaledDecimal) -> Bool {
        guard let difference = printed.subtracting(expected) else { return false }
        return difference > ScaledDecimal(1) || difference < ScaledDecimal(-1)
    }
}

/// Chooses which document speaks for each figure of a nämnd.
private struct EconomySpeakers {
    struct Subject: Hashable {
        var kind: EconomyFigure.Kind
        var name: String
        var activity: String?
    }

    private struct Key: Hashable {
        var subject: Subject
        var period: Period
        var measure: EconomyMeasure
    }

    /// Where a row stands among the others.
    private struct Place: Comparable {
        var isSum: Bool
        var isElsewhere: Bool
        var line: Int
        var name: String

        static func < (left: Place, right: Place) -> Bool {
            if left.isSum != right.isSum { return right.isSum }
            if left.isElsewhere != right.isElsewhere { return right.isElsewhere }
            return (left.line, left.name) < (right.line, right.name)
        }
    }

    private var chosen: [Key: EconomyFigure] = [:]
    private let home: String?

    /// Takes figures in the order in which their documents speak.
    ///
    /// The document that states the period itself goes first, so that a report is held against its
    /// own budget and its own forecast.
    init(_ figures: [EconomyFigure], home: String?) {
        self.home = home
        for isHome in [true, false] {
            for figure in figures where (figure.receipt.source == home) == isHome {
                let key = Key(
                    subject: Self.subject(figure), period: figure.period, measure: figure.measure)
                if let earlier = chosen[key], earlier.amount != nil || figure.amount == nil {
                    continue
                }
                chosen[key] = figure
            }
        }
    }

    private static func subject(_ figure: EconomyFigure) -> Subject {
        // A nämnd has one sum, whatever its row is called.
        Subject(
            kind: figure.kind, name: figure.kind == .total ? "" : figure.subject,
            activity: figure.activity)
    }

    func figure(_ subject: Subject, _ period: Period, _ measure: EconomyMeasure) -> EconomyFigure? {
        var subject = subject
        if subject.kind == .total { subject.name = "" }
        return chosen[Key(subject: subject, period: period, measure: measure)]
    }

    /// What has a figure in a period, in the order of the document that states it; the sum last.
    func subjects(in period: Period) -> [Subject] {
        var places: [Subject: Place] = [:]
        for (key, figure) in chosen where key.period == period {
            var subject = key.subject
            subject.name = figure.subject
            let place = Place(
                isSum: key.subject.kind == .total, isElsewhere: figure.receipt.source != home,
                line: figure.receipt.line, name: figure.subject)
            if let known = places[subject], !(place < known) { continue }
            places[subject] = place
        }
        // Two documents may name the sum differently; the one at home stands.
        let sums = places.filter { $0.key.kind == .total }.sorted { $0.value < $1.value }
        for sum in sums.dropFirst() { places[sum.key] = nil }
        return places.sorted { $0.value < $1.value }.map(\.key)
    }
}
