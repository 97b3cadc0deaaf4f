internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Reporting

/// Each municipality of a comparison beside itself in an earlier period.
struct ChangeReport {
    let table: ComparisonTable
    let change: PeriodComparison

    /// The rows in the order of the comparison.
    var page: ReportTable {
        let hasIntervals = table.rows.contains { change[$0.municipality]?.contrast.interval != nil }
        let unit = table.indicator.unitText
        var columns: [ReportTable.Column] = [
            .init("municipality", Text(sv: "Kommun", en: "Municipality")),
            .init(
                "earlier_value", Text(verbatim: change.earlier.description), .number, unit: unit),
            .init("value", Text(verbatim: table.period.description), .number, unit: unit),
            .init(
                "change", Text(sv: "Förändring", en: "Change"), .number,
                unit: table.indicator.differenceUnit),
        ]
        if hasIntervals {
            columns.append(
                .init("interval", Text(sv: "95 % intervall", en: "95 % interval"), .right))
            columns.append(.init("verdict", Text(sv: "Omdöme", en: "Verdict")))
        }
        return ReportTable(
            columns: columns,
            rows: table.rows.map { row in
                ReportTable.Row(
                    cells(row, hasIntervals: hasIntervals),
                    emphasis: row.municipality.key == table.focus.key ? .focus : .plain)
            })
    }

    private func cells(_ row: ComparisonRow, hasIntervals: Bool) -> [Cell] {
        let found = change[row.municipality]
        var cells: [Cell] = [
            .text(row.municipality.name), value(found?.before), value(row.figure), .empty,
        ]
        guard let contrast = found?.contrast else { return cells }
        if let difference = contrast.difference {
            cells[3] = .decimal(
                difference, decimals: max(table.indicator.decimals, difference.scale), signed: true)
        }
        guard hasIntervals else { return cells }
        guard let interval = contrast.interval else { return cells + [.empty, .empty] }
        let lower = NumberWords.text(interval.lower, decimals: table.meanDecimals, signed: true)
        let upper = NumberWords.text(interval.upper, decimals: table.meanDecimals, signed: true)
        cells.append(
            .label(
                Text(sv: "\(lower.sv) till \(upper.sv)", en: "\(lower.en) to \(upper.en)")))
        cells.append(.label(contrast.verdict.words, tone: contrast.verdict.tone))
        return cells
    }

    private func value(_ figure: OutcomeFigure?) -> Cell {
        guard let figure else { return .label(Text(sv: "saknas", en: "none"), tone: .muted) }
        guard let value = figure.value else { return .missing(figure.status) }
        return .decimal(
            value, decimals: max(table.indicator.decimals, value.scale),
            preliminary: figure.status == .preliminary)
    }
}
