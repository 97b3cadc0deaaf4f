import Diagnostics
import Indicators
import Reporting

/// Tables that several tests render.
enum SampleTable {
    /// A comparison with a focus row, a missing value and a summary row.
    static let comparison = ReportTable(
        title: Text(sv: "Ej återaktualiserade barn", en: "Children not re-referred"),
        lead: [Text(sv: "Andel (%), 2017, totalt", en: "Share (%), 2017, total")],
        columns: [
            .init("municipality", Text(sv: "Kommun", en: "Municipality")),
            .init("value", Text(sv: "Värde", en: "Value"), .number, unit: Text(verbatim: "%")),
            .init("rank", Text(sv: "Plats", en: "Rank"), .right),
            .init("difference", Text(sv: "Skillnad", en: "Difference"), .number),
            .init("verdict", Text(sv: "Utslag", en: "Verdict")),
        ],
        rows: [
            .init([
                .text("Danderyd"), .decimal(ScaledDecimal(units: 895, scale: 1), decimals: 1),
                .integer(1),
                .decimal(ScaledDecimal(units: 35, scale: 1), decimals: 1, signed: true),
                .label(Text(sv: "bättre", en: "better"), tone: .good),
            ]),
            .init(
                [
                    .text("Nacka"),
                    .decimal(ScaledDecimal(units: 86, scale: 0), decimals: 1, preliminary: true),
                    .integer(2),
                ], emphasis: .focus),
            .init([.text("Värmdö"), .missing(.missingDash)]),
            .init(
                [
                    .text("Medelvärde"),
                    .decimal(ScaledDecimal(units: 8775, scale: 2), decimals: 1),
                ], emphasis: .summary),
        ],
        notes: [Text(sv: "Källa: Kolada.", en: "Source: Kolada.")])
}
