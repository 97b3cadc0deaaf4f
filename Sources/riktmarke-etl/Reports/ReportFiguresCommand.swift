internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Indicators
internal import Reporting
internal import Reports

/// Shows the figures of a report as they would be loaded.
struct ReportFiguresCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "figures",
            abstract: Text(
                sv: "Visa rapportens siffror, så som de skulle läsas in.",
                en: "Show the report's figures as they would be loaded."
            ).helpText,
            discussion: Text(
                sv:
                    "Ett dokument som inte passar sitt manifest ger inga siffror och status 65; rader som inte gick att läsa sägs, och ger samma status.",
                en:
                    "A document that does not fit its manifest gives no figures, and status 65; rows that could not be read are told, with the same status."
            ).helpText, aliases: ["siffror"])
    }

    @OptionGroup var report: ReportOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        let document = try await report.document(context)
        guard let manifest = try report.manifest(of: document, context) else {
            throw Failure(
                .configuration, code: "report.no-manifest",
                Text(
                    sv: "inget manifest känner dokumentet", en: "no manifest knows the document"),
                at: .file(path: report.file),
                hint: Text(
                    sv: "Ange ett med --manifest; ”report manifest FIL” gör ett utkast.",
                    en: "Name one by --manifest; \"report manifest FILE\" drafts one."))
        }
        let reading = ReportReading(document, manifest: manifest)
        context.report(reading.misfits + reading.rejects)
        guard reading.fits else { return .data }
        try context.write(FigureTable.table(reading), output)
        return reading.rejects.isEmpty ? .ok : .data
    }
}

/// Figures as a table for people and programs.
enum FigureTable {
    static func table(_ reading: ReportReading) -> ReportTable {
        ReportTable(
            columns: [
                .init("line", Text(sv: "Rad", en: "Line"), .right),
                .init("origin", Text(sv: "Ur", en: "From")),
                .init("table", Text(sv: "Tabell", en: "Table")),
                .init("subject", Text(sv: "Gäller", en: "Subject")),
                .init("measure", Text(sv: "Mått", en: "Measure")),
                .init("period", Text(sv: "Period", en: "Period")),
                .init("gender", Text(sv: "Kön", en: "Gender")),
                .init("municipality", Text(sv: "Kommun", en: "Kommun")),
                .init("organisation", Text(sv: "Organisation", en: "Organisation")),
                .init("organisation_code", Text(sv: "Ansvar", en: "Code")),
                .init("value", Text(sv: "Värde", en: "Value"), .number),
                .init("missing", Text(sv: "Saknas", en: "Missing")),
                .init("unit", Text(sv: "Enhet", en: "Unit")),
                .init("definition", Text(sv: "Definition", en: "Definition")),
                .init("approximate", Text(sv: "Cirka", en: "Approximate")),
                .init("printed", Text(sv: "Tryckt", en: "Printed")),
                .init("notes", Text(sv: "Noter", en: "Notes")),
                .init("loaded_as", Text(sv: "Läses in som", en: "Loaded as")),
                .init("not_loaded", Text(sv: "Läses inte in", en: "Not loaded")),
                .init("place", Text(sv: "Plats", en: "Place")),
            ],
            rows: zip(reading.figures, reading.standings).map { figure, standing in
                let place = reading.document.place(line: figure.line, cell: figure.cell)
                var home = ""
                if case .loads(let star) = standing { home = star.rawValue }
                return .init(
                    cells(figure) + [
                        .text(home), standing.reason.map { .label($0) } ?? .empty,
                        place.map { .label($0) } ?? .empty,
                    ])
            })
    }

    private static func cells(_ figure: Figure) -> [Cell] {
        [
            .integer(figure.line), .text(figure.origin.rawValue), .text(figure.table),
            .text(figure.subject), .text(figure.measure.rawValue),
            .text(figure.period?.description ?? ""), .text(figure.gender.rawValue),
            .text(figure.municipality), .text(figure.organisation),
            .text(figure.organisationCode), value(figure), .text(figure.missing),
            .text(figure.unit.rawValue), .text(figure.definition),
            .text(figure.isApproximate ? "true" : ""), .text(figure.printed),
            .text(figure.repairs.map(\.description).joined(separator: "; ")),
        ]
    }

    private static func value(_ figure: Figure) -> Cell {
        guard let value = figure.value else { return .empty }
        return .decimal(value)
    }
}
