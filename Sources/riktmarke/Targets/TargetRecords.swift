internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting

/// Targets as rows for programs: the columns of CSV and the members of JSON are the same.
struct TargetRecords {
    let answer: TargetsAnswer

    /// One row a target, with the same columns whatever the targets.
    var table: ReportTable {
        ReportTable(columns: Self.columns, rows: answer.rows.map(row))
    }

    private static let columns: [ReportTable.Column] = [
        .init("municipality_code", Text(sv: "Kommunkod", en: "Municipality code")),
        .init("municipality", Text(sv: "Kommun", en: "Municipality")),
        .init("indicator_code", Text(sv: "Nyckeltalskod", en: "Indicator code")),
        .init("indicator", Text(sv: "Nyckeltal", en: "Indicator")),
        .init("unit", Text(sv: "Enhet", en: "Unit")),
        .init("polarity", Text(sv: "Riktning", en: "Polarity")),
        .init("period", Text(sv: "Period", en: "Period")),
        .init("period_declared", Text(sv: "Perioden anges", en: "Period declared")),
        .init("gender", Text(sv: "Kön", en: "Gender")),
        .init("target", Text(sv: "Mål", en: "Target")),
        .init("value", Text(sv: "Utfall", en: "Outcome")),
        .init("value_status", Text(sv: "Utfallets status", en: "Status of the outcome")),
        .init("status", Text(sv: "Status", en: "Status")),
        .init("obstacle", Text(sv: "Varför inget omdöme", en: "Why no verdict")),
        .init("difference", Text(sv: "Utfall minus mål", en: "Outcome less target")),
        .init("gap", Text(sv: "Saknas", en: "Missing")),
        .init("gap_persons", Text(sv: "Saknas, personer", en: "Missing, persons")),
        .init("within_uncertainty", Text(sv: "Inom osäkerheten", en: "Within the uncertainty")),
        .init("latest_period", Text(sv: "Senaste period före", en: "Latest period before")),
        .init("latest_value", Text(sv: "Senaste värde före", en: "Latest value before")),
        .init("yearly_step", Text(sv: "Behövd takt per år", en: "Needed step a year")),
        .init("source", Text(sv: "Källa för målet", en: "Source of the target")),
        .init("needed_cases", Text(sv: "Ärenden som krävs", en: "Cases needed")),
    ]

    private func row(_ row: TargetRow) -> ReportTable.Row {
        ReportTable.Row([
            .text(answer.focus.code.description), .text(answer.focus.name),
            .text(row.indicator.code.description), .text(row.indicator.title),
            .text(row.indicator.unit), .text(row.indicator.polarity.rawValue),
            .text(row.target.period.description), .truth(row.target.isPeriodDeclared),
            .text(row.target.gender.rawValue), .decimal(row.target.value),
            .decimal(orEmpty: row.outcome?.value), .text(orEmpty: status(of: row)?.rawValue),
            row.status.map { .label(Text(sv: $0.words.sv, en: $0.rawValue)) } ?? .empty,
            .text(orEmpty: row.obstacle?.rawValue), .decimal(orEmpty: row.difference),
            .decimal(orEmpty: row.gap), row.gapInPersons.map(Cell.integer) ?? .empty,
            row.isWithinUncertainty.map(Cell.truth) ?? .empty,
            .text(orEmpty: row.latest?.period.description), .decimal(orEmpty: row.latest?.value),
            .decimal(orEmpty: row.yearlyStep), .text(row.target.source),
            row.neededCases.map(Cell.integer) ?? .empty,
        ])
    }

    private func status(of row: TargetRow) -> OutcomeStatus? {
        row.isSuppressed ? .suppressed : row.outcome?.status
    }
}
