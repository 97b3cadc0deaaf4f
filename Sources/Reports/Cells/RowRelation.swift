internal import Indicators

/// A sum that the columns of one row must obey: `netto = intäkter + kostnader`.
struct RowRelation: Sendable, Hashable {
    /// What a relation says.
    enum Rule: String, Sendable, Hashable {
        case net = "net"
        case deviation = "deviation"
        case forecastDeviation = "forecast-deviation"
        case absence = "absence-parts"
    }

    /// What it says.
    let rule: Rule
    /// The column that holds the result.
    let result: Int
    /// The columns that it is made of, with +1 or −1.
    let terms: [(column: Int, factor: Int)]
    /// Whether an empty cell counts as zero, as a verksamhet without income.
    let emptyIsZero: Bool

    static func == (left: RowRelation, right: RowRelation) -> Bool {
        left.rule == right.rule && left.result == right.result
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(rule)
        hasher.combine(result)
    }

    /// The columns that the relation speaks of.
    var columns: [Int] { [result] + terms.map(\.column) }

    /// What the result should be by the other cells; `nil` where they do not tell.
    func expected(_ cells: [CellContent]) -> ScaledDecimal? {
        var sum = ScaledDecimal(0)
        var hasTerm = false
        for (column, factor) in terms {
            guard cells.indices.contains(column) else { return nil }
            if let number = cells[column].number {
                hasTerm = true
                guard
                    let next = factor > 0
                        ? sum.adding(number) : sum.subtracting(number)
                else { return nil }
                sum = next
            } else {
                guard emptyIsZero, cells[column] == .empty || cells[column] == .dash else {
                    return nil
                }
            }
        }
        return hasTerm ? sum : nil
    }

    /// How far the printed result lies from the expected, in steps of its last place.
    ///
    /// `nil` where the relation cannot be tried.
    func error(_ cells: [CellContent]) -> Int? {
        guard cells.indices.contains(result), let printed = cells[result].number,
            let expected = expected(cells)
        else { return nil }
        return ScaledDecimal.steps(from: expected, to: printed)
    }

    /// The relations that the columns of a table have among each other.
    static func all(of columns: [ColumnRule]) -> [RowRelation] {
        var relations: [RowRelation] = []
        func column(_ measure: FigureMeasure, like other: ColumnRule) -> Int? {
            columns.firstIndex {
                $0.measure == measure && $0.period == other.period && $0.gender == other.gender
                    && ($0.group == other.group || $0.group == nil || other.group == nil
                        || measure == .budget)
            }
        }
        for (index, rule) in columns.enumerated() {
            switch rule.measure {
            case .net:
                guard let income = column(.income, like: rule), let cost = column(.cost, like: rule)
                else { continue }
                relations.append(
                    RowRelation(
                        rule: .net, result: index, terms: [(income, 1), (cost, 1)],
                        emptyIsZero: true))
            case .deviation:
                let actual =
                    columns.firstIndex { $0.measure == .net && $0.period == rule.period }
                    ?? columns.firstIndex { $0.measure == .outcome && $0.period == rule.period }
                let budget = columns.firstIndex {
                    $0.measure == .budget && $0.period == rule.period
                }
                guard let actual, let budget else { continue }
                relations.append(
                    RowRelation(
                        rule: .deviation, result: index, terms: [(actual, 1), (budget, -1)],
                        emptyIsZero: false))
            case .forecastDeviation:
                guard
                    let forecast = columns.firstIndex(where: {
                        $0.measure == .forecast && $0.period == rule.period
                    }),
                    let budget = columns.firstIndex(where: {
                        $0.measure == .budget && $0.period == rule.period
                    })
                else { continue }
                relations.append(
                    RowRelation(
                        rule: .forecastDeviation, result: index,
                        terms: [(forecast, 1), (budget, -1)], emptyIsZero: false))
            case .absence:
                guard let short = column(.absenceShort, like: rule),
                    let long = column(.absenceLong, like: rule)
                else { continue }
                relations.append(
                    RowRelation(
                        rule: .absence, result: index, terms: [(short, 1), (long, 1)],
                        emptyIsZero: false))
            default: continue
            }
        }
        return relations
    }
}
