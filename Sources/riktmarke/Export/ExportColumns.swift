internal import CommandSupport
internal import Comparison
internal import Diagnostics
internal import Postgres
internal import Reporting

/// The columns of an export: a contract, the same in CSV and JSON Lines.
enum ExportColumns {
    /// The columns of outcomes, or of targets.
    static func columns(hasTargets: Bool) -> [ReportTable.Column] {
        [
            .init("indicator_code", Text(sv: "Nyckeltalskod", en: "Indicator code")),
            .init("indicator", Text(sv: "Nyckeltal", en: "Indicator")),
            .init("municipality_code", Text(sv: "Kommunkod", en: "Municipality code")),
            .init("municipality", Text(sv: "Kommun", en: "Municipality")),
            .init("period", Text(sv: "Period", en: "Period")),
            .init("gender", Text(sv: "Kön", en: "Gender")),
            hasTargets
                ? .init("target", Text(sv: "Mål", en: "Target"))
                : .init("value", Text(sv: "Värde", en: "Value")),
            .init("status", Text(sv: "Status", en: "Status")),
            .init("numerator", Text(sv: "Täljare", en: "Numerator")),
            .init("denominator", Text(sv: "Nämnare", en: "Denominator")),
            .init("unit", Text(sv: "Enhet", en: "Unit")),
            .init("source", Text(sv: "Källa", en: "Source")),
            .init("recorded_at", Text(sv: "Registrerat", en: "Recorded at")),
        ]
    }

    /// The cells of a row, in the order of the columns.
    static func cells(of row: ExportRow) -> [Cell] {
        [
            .text(row.indicatorCode), .text(row.indicator), .text(row.municipalityCode),
            .text(row.municipality), .text(row.period), .text(row.gender),
            row.value.map { .decimal($0) } ?? .empty, .text(row.status),
            row.numerator.map { .decimal($0) } ?? .empty,
            row.denominator.map { .decimal($0) } ?? .empty, .text(row.unit), .text(row.source),
            .text(row.recordedAt.rfc3339),
        ]
    }
}
