internal import Cases
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import SourceAdapters
internal import Statistics
internal import Warehouse

/// Shares computed from case data, as outcomes of the own municipality.
///
/// They are published nowhere, while their indicators mostly are. What is too small to be shown is
/// therefore taken out before it reaches the facts, by the rule for internal figures (`Concealment`), and
/// so are women and men where those who are neither, or of whom it is not told, would be the difference.
struct CaseFigures {
    /// The outcomes, small ones without a value.
    private(set) var observations: [Observation] = []
    /// The periods that they speak of.
    private(set) var periods: [Period] = []
    /// What must be said about them.
    var diagnostics: [Diagnostic] = []

    /// The remark on each of them.
    static let note = "Egen bearbetning av kommunens ärendedata; inte publicerad"

    /// Resolves shares to keys, and hides the small ones.
    init(
        _ connection: inout Connection, _ spec: CasesSpec, _ rates: [CaseRate]
    ) throws {
        let code = spec.municipality
        let units = try MunicipalityDimension.named(&connection, [code.description])
        guard let unit = units.first(where: { $0.code == code }) else {
            throw Failure(
                .configuration, code: "municipality.unknown",
                Text(
                    sv: "ingen kommun har koden \(code)", en: "no municipality has the code \(code)"
                ))
        }
        var indicators: [IndicatorCode: Indicator] = [:]
        for code in Set(rates.map(\.indicator)).sorted() {
            if var found = try IndicatorDimension.find(&connection, code: code) {
                // They are shares of persons, whatever the warehouse says of the published figure.
                found.valueKind = .share
                indicators[code] = found
            } else {
                diagnostics.append(
                    Diagnostic(
                        .warning, code: "cases.unknown-indicator",
                        Text(
                            sv:
                                "nyckeltalet \(code) finns inte i lagret; dess andelar lästes inte in",
                            en: "the warehouse has no indicator \(code); its shares were not loaded"
                        )))
            }
        }
        var stated: [(rate: CaseRate, key: Concealment.Key, period: Period)] = []
        for rate in rates {
            guard let indicator = indicators[rate.indicator], let period = Period(year: rate.year)
            else { continue }
            let key = Concealment.Key(
                indicator: indicator.key, municipality: unit.key, period: period,
                gender: rate.gender)
            stated.append((rate, key, period))
        }
        let concealment = Concealment(
            stated.map { rate, key, _ in
                Concealment.Statement(
                    key: key, value: rate.percent, numerator: ScaledDecimal(rate.stayedAway),
                    denominator: ScaledDecimal(rate.followed))
            },
            indicators: Dictionary(
                indicators.values.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }))
        let telling = Self.tellingOfOthers(rates)
        for (rate, key, period) in stated {
            if !periods.contains(period) { periods.append(period) }
            let isHidden = concealment.hides(key) || telling.contains(Cell(rate))
            observations.append(Self.observation(rate, key, isHidden: isHidden))
        }
    }

    /// A figure of a year, as shares are computed.
    private struct Cell: Hashable {
        var indicator: IndicatorCode
        var year: Int
        var gender: Gender

        init(_ rate: CaseRate) {
            indicator = rate.indicator
            year = rate.year
            gender = rate.gender
        }
    }

    /// Women and men of years in which everybody less those two would leave too few; and everybody, where
    /// none or all of them came back, which tells it of every part.
    private static func tellingOfOthers(_ rates: [CaseRate]) -> Set<Cell> {
        let counts = Dictionary(
            rates.map { (Cell($0), (stayed: $0.stayedAway, all: $0.followed)) },
            uniquingKeysWith: { first, _ in first })
        var result: Set<Cell> = []
        for (cell, total) in counts where cell.gender == .total {
            var parts: [Cell] = []
            var rest = total
            for gender in [Gender.women, .men] {
                var part = cell
                part.gender = gender
                guard let count = counts[part] else { continue }
                parts.append(part)
                rest.stayed -= count.stayed
                rest.all -= count.all
            }
            let others = SmallNumbers.Figure(Double(rest.stayed), of: Double(rest.all))
            guard SmallNumbers().isUnsafe(others) else { continue }
            result.formUnion(parts)
            if total.stayed == 0 || total.stayed == total.all { result.insert(cell) }
        }
        return result
    }

    private static func observation(
        _ rate: CaseRate, _ key: Concealment.Key, isHidden: Bool
    ) -> Observation {
        var observation = Observation()
        observation.indicatorKey = key.indicator
        observation.municipalityKey = key.municipality
        observation.periodKey = key.period.key
        observation.genderKey = rate.gender.key
        // The whole file is behind it.
        observation.line = 1
        observation.column = 1
        observation.noteIndex = 0
        guard !isHidden else {
            observation.statusKey = OutcomeStatus.suppressed.key
            return observation
        }
        observation.statusKey = (rate.isPreliminary ? OutcomeStatus.preliminary : .ok).key
        observation.value = Quantity(units: Int64(rate.percent.units), scale: rate.percent.scale)
        observation.numerator = Quantity(units: Int64(rate.stayedAway), scale: 0)
        observation.denominator = Quantity(units: Int64(rate.followed), scale: 0)
        return observation
    }
}
