internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting

/// A series as rows for programs: the columns of CSV and the members of JSON are the same.
struct TrendRecords {
    let series: Series

    /// One row a period, with the same columns whatever the series.
    var table: ReportTable {
        ReportTable(columns: Self.columns, rows: series.points.map(row))
    }

    private static let columns: [ReportTable.Column] = [
        .init("indicator_code", Text(sv: "Nyckeltalskod", en: "Indicator code")),
        .init("indicator", Text(sv: "Nyckeltal", en: "Indicator")),
        .init("municipality_code", Text(sv: "Kommunkod", en: "Municipality code")),
        .init("municipality", Text(sv: "Kommun", en: "Municipality")),
        .init("gender", Text(sv: "Kön", en: "Gender")),
        .init("period", Text(sv: "Period", en: "Period")),
        .init("value", Text(sv: "Värde", en: "Value")),
        .init("unit", Text(sv: "Enhet", en: "Unit")),
        .init("status", Text(sv: "Status", en: "Status")),
        .init("numerator", Text(sv: "Täljare", en: "Numerator")),
        .init("denominator", Text(sv: "Nämnare", en: "Denominator")),
        .init("group_with_value", Text(sv: "Med värde i gruppen", en: "With value in the group")),
        .init(
            "group_lower_quartile", Text(sv: "Gruppens undre kvartil", en: "Group's lower quartile")
        ),
        .init("group_median", Text(sv: "Gruppens median", en: "Group's median")),
        .init(
            "group_upper_quartile", Text(sv: "Gruppens övre kvartil", en: "Group's upper quartile")),
        .init("group_mean", Text(sv: "Gruppens ovägda medel", en: "Group's unweighted mean")),
        .init("series_break", Text(sv: "Brott", en: "Break")),
        .init("source", Text(sv: "Källa", en: "Source")),
        .init("value_lower", Text(sv: "Undre gräns", en: "Lower limit")),
        .init("value_upper", Text(sv: "Övre gräns", en: "Upper limit")),
    ]

    private func row(_ point: SeriesPoint) -> ReportTable.Row {
        let figure = point.figure
        let spread = point.spread
        return ReportTable.Row([
            .text(series.indicator.code.description), .text(series.title),
            .text(series.focus.code.description), .text(series.focus.name),
            .text(series.gender.rawValue), .text(point.period.description),
            .decimal(orEmpty: figure?.value), .text(series.indicator.unit),
            .text(orEmpty: figure?.status.rawValue), .decimal(orEmpty: figure?.numerator),
            .decimal(orEmpty: figure?.denominator),
            spread.map { .integer($0.withValue) } ?? .empty,
            .decimal(orEmpty: spread?.lowerQuartile), .decimal(orEmpty: spread?.median),
            .decimal(orEmpty: spread?.upperQuartile), .decimal(orEmpty: spread?.mean),
            .text(orEmpty: point.breakReason), .text(orEmpty: figure?.source),
            .decimal(orEmpty: point.interval?.lower), .decimal(orEmpty: point.interval?.upper),
        ])
    }
}
