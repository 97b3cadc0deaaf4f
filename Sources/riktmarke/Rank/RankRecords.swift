internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting

/// A ranking as rows for programs: the columns of CSV and the members of JSON are the same.
struct RankRecords {
    let ranking: Ranking

    /// One row a municipality, with the same columns whatever the ranking.
    var table: ReportTable {
        ReportTable(columns: Self.columns, rows: ranking.rows.map(row))
    }

    private static let columns: [ReportTable.Column] = [
        .init("indicator_code", Text(sv: "Nyckeltalskod", en: "Indicator code")),
        .init("indicator", Text(sv: "Nyckeltal", en: "Indicator")),
        .init("period", Text(sv: "Period", en: "Period")),
        .init("gender", Text(sv: "Kön", en: "Gender")),
        .init("rank", Text(sv: "Plats", en: "Rank")),
        .init("with_value", Text(sv: "Med värde", en: "With value")),
        .init("rank_lower", Text(sv: "Lägsta rimliga plats", en: "Lowest plausible rank")),
        .init("rank_upper", Text(sv: "Högsta rimliga plats", en: "Highest plausible rank")),
        .init("municipality_code", Text(sv: "Kommunkod", en: "Municipality code")),
        .init("municipality", Text(sv: "Kommun", en: "Municipality")),
        .init("value", Text(sv: "Värde", en: "Value")),
        .init("unit", Text(sv: "Enhet", en: "Unit")),
        .init("status", Text(sv: "Status", en: "Status")),
        .init("numerator", Text(sv: "Täljare", en: "Numerator")),
        .init("denominator", Text(sv: "Nämnare", en: "Denominator")),
        .init("value_lower", Text(sv: "Undre gräns", en: "Lower limit")),
        .init("value_upper", Text(sv: "Övre gräns", en: "Upper limit")),
        .init("quartile_colour", Text(sv: "Kvartilsfärg", en: "Quartile colour")),
        .init("source", Text(sv: "Källa", en: "Source")),
        .init("base_by_user", Text(sv: "Antal enligt användaren", en: "Cases by the user")),
        .init("needed_cases", Text(sv: "Ärenden som krävs", en: "Cases needed")),
    ]

    private func row(_ row: RankingRow) -> ReportTable.Row {
        let figure = row.figure
        return ReportTable.Row([
            .text(ranking.indicator.code.description), .text(ranking.title),
            .text(ranking.period.description), .text(ranking.gender.rawValue),
            row.rank.map(Cell.integer) ?? .empty, .integer(ranking.withValue),
            row.places.map { .integer($0.lowerBound) } ?? .empty,
            row.places.map { .integer($0.upperBound) } ?? .empty,
            .text(row.municipality.code.description), .text(row.municipality.name),
            .decimal(orEmpty: row.value), .text(ranking.indicator.unit),
            .text(orEmpty: figure?.status.rawValue), .decimal(orEmpty: figure?.numerator),
            .decimal(orEmpty: figure?.denominator), .decimal(orEmpty: row.interval?.lower),
            .decimal(orEmpty: row.interval?.upper), row.colour?.record ?? .empty,
            .text(orEmpty: figure?.source), figure?.readersBase.map(Cell.integer) ?? .empty,
            row.neededCases.map(Cell.integer) ?? .empty,
        ])
    }
}
