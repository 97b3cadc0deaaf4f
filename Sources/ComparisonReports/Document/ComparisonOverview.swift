internal import Comparison
internal import Diagnostics
internal import Indicators
package import Reporting

/// Several comparisons in one table: where the focus of each stands.
package struct ComparisonOverview {
    let answers: [ComparisonAnswer]

    /// Takes the comparisons from top to bottom.
    package init(answers: [ComparisonAnswer]) {
        self.answers = answers
    }

    /// A row a comparison.
    package var table: ReportTable {
        ReportTable(
            title: Text(sv: "Översikt", en: "Overview"),
            columns: [
                .init("indicator", Text(sv: "Nyckeltal", en: "Indicator")),
                .init("municipality", Text(sv: "Kommun", en: "Municipality")),
                .init("period", Text(sv: "Period", en: "Period")),
                .init("value", Text(sv: "Värde", en: "Value"), .number),
                .init("unit", Text(sv: "Enhet", en: "Unit")),
                .init("rank", Text(sv: "Plats", en: "Rank"), .right),
                .init("median", Text(sv: "De andras median", en: "The others' median"), .number),
                .init("with_value", Text(sv: "Med värde", en: "With a value"), .right),
            ], rows: answers.map(row))
    }

    private func row(_ answer: ComparisonAnswer) -> ReportTable.Row {
        let table = answer.table
        return ReportTable.Row([
            .text(answer.heading), .text(table.focus.name), .text(table.period.description),
            value(table), .label(table.indicator.unitText), rank(table), median(table),
            .label(
                Text(
                    sv: "\(table.group.withValue) av \(table.group.members)",
                    en: "\(table.group.withValue) of \(table.group.members)")),
        ])
    }

    private func value(_ table: ComparisonTable) -> Cell {
        guard let figure = table.focusRow?.figure else {
            return .label(Text(sv: "saknas", en: "none"), tone: .muted)
        }
        guard let value = figure.value else { return .missing(figure.status) }
        return .decimal(
            value, decimals: max(table.indicator.decimals, value.scale),
            preliminary: figure.status == .preliminary)
    }

    private func rank(_ table: ComparisonTable) -> Cell {
        guard let rank = table.focusRow?.rank else { return .empty }
        return .label(
            Text(sv: "\(rank) av \(table.ranked)", en: "\(rank) of \(table.ranked)"))
    }

    private func median(_ table: ComparisonTable) -> Cell {
        guard let median = table.peers.median else { return .empty }
        return .decimal(median, decimals: table.meanDecimals)
    }
}

extension ComparisonAnswer {
    /// The indicator's code and what is shown of it.
    package var heading: String { "\(table.indicator.code): \(table.title)" }
}
