internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting

/// Differences as rows for programs: the columns of CSV and the members of JSON are the same.
struct DifferenceRecords {
    let answer: DifferencesAnswer

    /// One row an indicator, with the same columns whatever the differences.
    var table: ReportTable {
        ReportTable(
            columns: Self.columns,
            rows: zip(answer.differences.rows, answer.differences.adjusted).map(row))
    }

    private static let columns: [ReportTable.Column] = [
        .init("municipality_code", Text(sv: "Kommunkod", en: "Municipality code")),
        .init("municipality", Text(sv: "Kommun", en: "Municipality")),
        .init("indicator_code", Text(sv: "Nyckeltalskod", en: "Indicator code")),
        .init("indicator", Text(sv: "Nyckeltal", en: "Indicator")),
        .init("period", Text(sv: "Period", en: "Period")),
        .init("unit", Text(sv: "Enhet", en: "Unit")),
        .init("polarity", Text(sv: "Riktning", en: "Polarity")),
        .init("women", Text(sv: "Kvinnor", en: "Women")),
        .init("men", Text(sv: "Män", en: "Men")),
        .init("difference", Text(sv: "Kvinnor minus män", en: "Women less men")),
        .init("verdict", Text(sv: "Omdöme om kvinnor mot män", en: "Verdict on women against men")),
        .init(
            "verdict_of_many",
            Text(sv: "Omdöme med hänsyn till många test", en: "Verdict allowing for many tests")),
        .init("median_women", Text(sv: "Median, kvinnor", en: "Median, women")),
        .init("median_men", Text(sv: "Median, män", en: "Median, men")),
        .init("median_difference", Text(sv: "Skillnad i median", en: "Difference of medians")),
        .init("source_title", Text(sv: "Källa", en: "Source")),
        .init("needed_cases", Text(sv: "Ärenden som krävs", en: "Cases needed")),
    ]

    private func row(_ row: GenderDifference, _ adjusted: Double?) -> ReportTable.Row {
        ReportTable.Row([
            .text(answer.differences.focus.code.description),
            .text(answer.differences.focus.name), .text(row.indicator.code.description),
            .text(row.indicator.title), .text(row.period.description), .text(row.indicator.unit),
            .text(row.indicator.polarity.rawValue), .decimal(row.women.value),
            .decimal(row.men.value), .decimal(orEmpty: row.difference), row.verdict.record,
            row.contrast.verdict(adjusted: adjusted).record,
            .decimal(orEmpty: row.medians?.women), .decimal(orEmpty: row.medians?.men),
            .decimal(orEmpty: row.medianDifference), .text(row.women.figure.sourceTitle),
            row.neededCases.map(Cell.integer) ?? .empty,
        ])
    }
}
