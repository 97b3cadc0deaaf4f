internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting

/// A profile as rows for programs: the columns of CSV and the members of JSON are the same.
struct ProfileRecords {
    let answer: ProfileAnswer

    /// One row an indicator, with the same columns whatever the profile.
    var table: ReportTable {
        let profile = answer.profile
        return ReportTable(
            columns: Self.columns,
            rows: zip(profile.rows, profile.adjusted).map { row, adjusted in
                ReportTable.Row(Self.cells(row, profile, adjusted))
            })
    }

    private static let columns: [ReportTable.Column] = [
        .init("municipality_code", Text(sv: "Kommunkod", en: "Municipality code")),
        .init("municipality", Text(sv: "Kommun", en: "Municipality")),
        .init("indicator_code", Text(sv: "Nyckeltalskod", en: "Indicator code")),
        .init("indicator", Text(sv: "Nyckeltal", en: "Indicator")),
        .init("area", Text(sv: "Verksamhetsområde", en: "Area of work")),
        .init("period", Text(sv: "Period", en: "Period")),
        .init("gender", Text(sv: "Kön", en: "Gender")),
        .init("value", Text(sv: "Värde", en: "Value")),
        .init("unit", Text(sv: "Enhet", en: "Unit")),
        .init("status", Text(sv: "Status", en: "Status")),
        .init("polarity", Text(sv: "Riktning", en: "Polarity")),
        .init("rank", Text(sv: "Plats", en: "Rank")),
        .init("with_value", Text(sv: "Med värde", en: "With value")),
        .init("lower_quartile", Text(sv: "Undre kvartil", en: "Lower quartile")),
        .init("median", Text(sv: "Median", en: "Median")),
        .init("upper_quartile", Text(sv: "Övre kvartil", en: "Upper quartile")),
        .init("quartile_colour", Text(sv: "Kvartilsfärg", en: "Quartile colour")),
        .init("verdict", Text(sv: "Omdöme", en: "Verdict")),
        .init(
            "verdict_of_many",
            Text(sv: "Omdöme med hänsyn till många test", en: "Verdict allowing for many tests")),
        .init("previous_value", Text(sv: "Året före", en: "The year before")),
        .init("change", Text(sv: "Ändring", en: "Change")),
        .init("movement", Text(sv: "Håll", en: "Movement")),
        .init("change_verdict", Text(sv: "Omdöme om ändringen", en: "Verdict on the change")),
        .init("target", Text(sv: "Mål", en: "Target")),
        .init("gap", Text(sv: "Till mål", en: "To target")),
        .init("source_title", Text(sv: "Källa", en: "Source")),
        .init("publication", Text(sv: "Publicering", en: "Publication")),
        .init("respondents", Text(sv: "Svarande", en: "Respondents")),
        .init("response_rate", Text(sv: "Svarsfrekvens, %", en: "Response rate, %")),
    ]

    private static func cells(
        _ row: ProfileRow, _ profile: Profile, _ adjusted: Double?
    ) -> [Cell] {
        [
            .text(profile.focus.code.description), .text(profile.focus.name),
            .text(row.indicator.code.description), .text(row.indicator.title),
            .text(orEmpty: row.indicator.operatingArea), .text(row.period.description),
            .text(profile.gender.rawValue), .decimal(row.value), .text(row.indicator.unit),
            .text(row.status.rawValue), .text(row.indicator.polarity.rawValue),
            row.rank.map(Cell.integer) ?? .empty, .integer(row.units),
            .decimal(orEmpty: row.quartiles?.lower), .decimal(orEmpty: row.quartiles?.median),
            .decimal(orEmpty: row.quartiles?.upper),
            row.colour?.record ?? .empty, row.verdict.record,
            row.contrast.verdict(adjusted: adjusted).record,
            .decimal(orEmpty: row.previousValue), .decimal(orEmpty: row.change),
            row.movement.map { .label(Text(sv: $0.words.sv, en: $0.rawValue)) } ?? .empty,
            row.changeContrast.verdict.record, .decimal(orEmpty: row.target),
            .decimal(orEmpty: row.gap), .text(row.figure.sourceTitle),
            .text(row.publication.rawValue), .decimal(orEmpty: row.answers?.base),
            .decimal(orEmpty: row.answers?.responseRate(decimals: 1)),
        ]
    }
}
