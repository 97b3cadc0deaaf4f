internal import Comparison
internal import Diagnostics
internal import Indicators
package import Reporting

/// A comparison as CSV: one row a municipality, or a statement, with stable columns.
package struct ComparisonCSV {
    let answer: ComparisonAnswer
    let showsAllSources: Bool

    /// Takes what is to be written; with all sources, every document's statement is a row.
    package init(answer: ComparisonAnswer, showsAllSources: Bool) {
        self.answer = answer
        self.showsAllSources = showsAllSources
    }

    private var comparison: ComparisonTable { answer.table }

    /// The rows with the same columns whatever the comparison.
    package var table: ReportTable {
        ReportTable(
            columns: Self.columns,
            rows: (showsAllSources ? comparison.statements : comparison.rows).map(row))
    }

    private static let columns: [ReportTable.Column] = [
        .init("indicator_code", Text(sv: "Nyckeltalskod", en: "Indicator code")),
        .init("indicator", Text(sv: "Nyckeltal", en: "Indicator")),
        .init("period", Text(sv: "Period", en: "Period")),
        .init("gender", Text(sv: "Kön", en: "Gender")),
        .init("rank", Text(sv: "Plats", en: "Rank")),
        .init("municipality_code", Text(sv: "Kommunkod", en: "Municipality code")),
        .init("municipality", Text(sv: "Kommun", en: "Municipality")),
        .init("value", Text(sv: "Värde", en: "Value")),
        .init("unit", Text(sv: "Enhet", en: "Unit")),
        .init("status", Text(sv: "Status", en: "Status")),
        .init("difference", Text(sv: "Skillnad mot fokus", en: "Difference to focus")),
        .init("verdict", Text(sv: "Omdöme", en: "Verdict")),
        .init("numerator", Text(sv: "Täljare", en: "Numerator")),
        .init("denominator", Text(sv: "Nämnare", en: "Denominator")),
        .init("source", Text(sv: "Källa", en: "Source")),
        .init("focus", Text(sv: "Fokus", en: "Focus")),
    ]

    private func row(_ row: ComparisonRow) -> ReportTable.Row {
        ReportTable.Row([
            .text(comparison.indicator.code.description), .text(comparison.title),
            .text(comparison.period.description), .text(comparison.gender.rawValue),
            row.rank.map(Cell.integer) ?? .empty, .text(row.municipality.code.description),
            .text(row.municipality.name), row.value.map { .decimal($0) } ?? .empty,
            .text(comparison.indicator.unit),
            row.figure.map { .text($0.status.rawValue) } ?? .empty,
            row.difference.map { .decimal($0) } ?? .empty,
            row.verdict.map { .label(Text(sv: $0.words.sv, en: $0.rawValue)) } ?? .empty,
            row.figure?.numerator.map { .decimal($0) } ?? .empty,
            row.figure?.denominator.map { .decimal($0) } ?? .empty,
            row.figure.map { .text($0.source) } ?? .empty,
            .text(comparison.focus.code.description),
        ])
    }
}
