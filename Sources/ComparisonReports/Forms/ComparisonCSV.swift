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
        .init("lower", Text(sv: "Värde, undre 95 %", en: "Value, lower 95 %")),
        .init("upper", Text(sv: "Värde, övre 95 %", en: "Value, upper 95 %")),
        .init("difference_lower", Text(sv: "Skillnad, undre 95 %", en: "Difference, lower 95 %")),
        .init("difference_upper", Text(sv: "Skillnad, övre 95 %", en: "Difference, upper 95 %")),
        .init("respondents", Text(sv: "Svarande", en: "Respondents")),
        .init("base_by_user", Text(sv: "Antal enligt användaren", en: "Cases by the user")),
        .init("needed_cases", Text(sv: "Ärenden som krävs", en: "Cases needed")),
        .init("earlier_period", Text(sv: "Tidigare period", en: "Earlier period")),
        .init("earlier_value", Text(sv: "Tidigare värde", en: "Earlier value")),
        .init("change", Text(sv: "Förändring", en: "Change")),
        .init("change_lower", Text(sv: "Förändring, undre 95 %", en: "Change, lower 95 %")),
        .init("change_upper", Text(sv: "Förändring, övre 95 %", en: "Change, upper 95 %")),
        .init("change_verdict", Text(sv: "Förändring, omdöme", en: "Change, verdict")),
    ]

    private func row(_ row: ComparisonRow) -> ReportTable.Row {
        ReportTable.Row(
            [
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
                row.interval.map { .decimal($0.lower) } ?? .empty,
                row.interval.map { .decimal($0.upper) } ?? .empty,
                row.differenceInterval.map { .decimal($0.lower) } ?? .empty,
                row.differenceInterval.map { .decimal($0.upper) } ?? .empty,
                row.figure?.respondents.map(Cell.integer) ?? .empty,
                row.figure?.readersBase.map(Cell.integer) ?? .empty,
                row.neededCases.map(Cell.integer) ?? .empty,
            ] + change(row))
    }

    /// How the municipality has changed; empty cells where nobody asked.
    private func change(_ row: ComparisonRow) -> [Cell] {
        guard let comparison = answer.change?.comparison, let change = comparison[row.municipality]
        else { return [Cell](repeating: .empty, count: 6) }
        let contrast = change.contrast
        return [
            .text(comparison.earlier.description),
            change.before?.value.map { .decimal($0) } ?? .empty,
            contrast.difference.map { .decimal($0) } ?? .empty,
            contrast.interval.map { .decimal($0.lower) } ?? .empty,
            contrast.interval.map { .decimal($0.upper) } ?? .empty,
            .label(Text(sv: contrast.verdict.words.sv, en: contrast.verdict.rawValue)),
        ]
    }
}
