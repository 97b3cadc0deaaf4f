internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting

/// Targets as a table for people.
struct TargetsReport {
    let answer: TargetsAnswer

    /// The targets by code of the indicator.
    var page: ReportTable {
        let hasPersons = answer.rows.contains { $0.gapInPersons != nil }
        let hasSteps = answer.rows.contains { $0.yearlyStep != nil }
        var columns: [ReportTable.Column] = [
            .init("indicator_code", Text(sv: "Kod", en: "Code"), .right),
            .init("indicator", Text(sv: "Nyckeltal", en: "Indicator")),
            .init("period", Text(sv: "Period", en: "Period"), .right),
            .init("target", Text(sv: "Mål", en: "Target"), .number),
            .init("value", Text(sv: "Utfall", en: "Outcome"), .number),
            .init("status", Text(sv: "Status", en: "Status")),
            .init("gap", Text(sv: "Saknas", en: "Missing"), .number),
        ]
        if hasPersons {
            columns.append(.init("gap_persons", Text(sv: "Personer", en: "Persons"), .right))
            columns.append(.init("within", Text(sv: "Inom osäkerheten", en: "Within uncertainty")))
        }
        if hasSteps {
            columns.append(.init("yearly_step", Text(sv: "Per år", en: "A year"), .number))
        }
        return ReportTable(
            title: Text(
                sv: "\(answer.focus.name): \(answer.rows.count) mål",
                en: "\(answer.focus.name): \(answer.rows.count) targets"),
            lead: [summary], columns: columns,
            rows: answer.rows.map { row in
                ReportTable.Row(cells(row, hasPersons: hasPersons, hasSteps: hasSteps))
            }, notes: answer.notes, closing: answer.sentences)
    }

    /// How many have each status.
    private var summary: Text {
        func line(_ language: Language) -> String {
            var parts = TargetStatus.allCases.filter { answer.count($0) > 0 }
                .map { "\(answer.count($0)) \($0.words[language])" }
            let without = answer.rows.count { $0.status == nil }
            if without > 0 {
                parts.append(
                    Text(sv: "\(without) utan omdöme", en: "\(without) without a verdict")[language]
                )
            }
            if let asOf = answer.asOf {
                parts.append(
                    Text(sv: "som känt \(asOf.rfc3339)", en: "as known \(asOf.rfc3339)")[language])
            }
            return parts.joined(separator: " · ")
        }
        return Text(sv: line(.sv), en: line(.en))
    }

    private func cells(_ row: TargetRow, hasPersons: Bool, hasSteps: Bool) -> [Cell] {
        let printed = row.indicator.decimals
        let title =
            row.target.gender == .total
            ? Text(verbatim: row.indicator.title)
            : Text(
                sv: "\(row.indicator.title), \(row.target.gender.word.sv)",
                en: "\(row.indicator.title), \(row.target.gender.word.en)")
        var cells: [Cell] = [
            .text(row.indicator.code.description), .label(title),
            .text(
                row.target.isPeriodDeclared ? row.target.period.description : "?"),
            .decimal(row.target.value, decimals: max(printed, row.target.value.scale)),
        ]
        if let outcome = row.outcome {
            cells.append(
                .decimal(
                    outcome.value, decimals: max(printed, outcome.value.scale),
                    preliminary: outcome.status == .preliminary))
        } else {
            cells.append(row.isSuppressed ? .missing(.suppressed) : .empty)
        }
        cells.append(row.cell)
        if let gap = row.gap, gap.units != 0 {
            cells.append(.decimal(gap, decimals: max(printed, gap.scale)))
        } else {
            cells.append(.empty)
        }
        if hasPersons {
            cells.append(row.gapInPersons.map(Cell.integer) ?? .empty)
            cells.append(
                row.isWithinUncertainty.map {
                    .label($0 ? Text(sv: "ja", en: "yes") : Text(sv: "nej", en: "no"))
                } ?? .empty)
        }
        if hasSteps {
            if let step = row.yearlyStep {
                cells.append(.decimal(step, decimals: max(printed, 1), signed: true))
            } else {
                cells.append(.empty)
            }
        }
        return cells
    }
}
