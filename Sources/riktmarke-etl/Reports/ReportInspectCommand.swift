internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Reporting
internal import Reports

/// Shows what a report holds: its tables, and the numbers in its text.
struct ReportInspectCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "inspect",
            abstract: Text(
                sv: "Visa tabellerna i en rapport och talen i dess text.",
                en: "Show the tables of a report and the numbers in its text."
            ).helpText,
            discussion: Text(
                sv: "Utan manifest gissas tabellernas slag; gissningar läses aldrig in.",
                en: "Without a manifest the kinds of tables are guessed; guesses are never loaded."
            ).helpText, aliases: ["granska-fil"])
    }

    @OptionGroup var report: ReportOptions
    @Flag(
        help: Text(
            sv: "Visa alla tal och vad de är, inte bara de som ingen förklarat.",
            en: "Show all numbers and what they are, not only those that nobody explained."
        ).help())
    var numbers = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        let document = try await report.document(context)
        let manifest = try report.manifest(of: document, context)
        let reading = manifest.map { ReportReading(document, manifest: $0) }
        let tables: [ReadTable]
        if let reading {
            context.report(reading.misfits + reading.rejects)
            tables = reading.tables
        } else {
            let search = TableSearch(document)
            tables = search.tables
            context.report(search.diagnostics + tables.flatMap(\.rejects))
        }
        let inventory = NumberInventory(document, tables: tables, reading: reading)
        context.report(inventory.diagnostics)
        let shown = numbers ? inventory.entries : inventory.open
        let pages = [Self.tables(tables, of: document), Self.numbers(shown)]
        let language = context.language
        try context.write(
            Report(
                pages: pages, csv: pages[0],
                json: { writer in
                    writer.object { writer in
                        writer.key("tables")
                        writer.rows(pages[0], language: language)
                        writer.key("numbers")
                        writer.rows(pages[1], language: language)
                    }
                }), output)
        return .ok
    }

    private static func tables(
        _ tables: [ReadTable], of document: Reports.ReportDocument
    ) -> ReportTable {
        ReportTable(
            title: Text(sv: "Tabeller", en: "Tables"),
            columns: [
                .init("table", Text(sv: "Tabell", en: "Table")),
                .init("kind", Text(sv: "Slag", en: "Kind")),
                .init("first_line", Text(sv: "Från rad", en: "From line"), .right),
                .init("last_line", Text(sv: "Till rad", en: "To line"), .right),
                .init("rows", Text(sv: "Rader", en: "Rows"), .right),
                .init("columns", Text(sv: "Kolumner", en: "Columns")),
                .init("unreadable", Text(sv: "Oläsliga rader", en: "Unreadable rows"), .right),
                .init("place", Text(sv: "Plats", en: "Place")),
            ],
            rows: tables.map { table in
                let place = document.place(line: table.lines.lowerBound)
                return .init([
                    .text(table.rule.id), .text(table.rule.kind.rawValue),
                    .integer(table.lines.lowerBound), .integer(table.lines.upperBound),
                    .integer(table.rowCount),
                    .text(table.columns.map(\.header).joined(separator: " | ")),
                    .integer(table.rejects.count), place.map { .label($0) } ?? .empty,
                ])
            })
    }

    private static func numbers(_ entries: [NumberInventory.Entry]) -> ReportTable {
        ReportTable(
            title: Text(sv: "Tal i texten", en: "Numbers in the text"),
            columns: [
                .init("line", Text(sv: "Rad", en: "Line"), .right),
                .init("printed", Text(sv: "Tryckt", en: "Printed")),
                .init("use", Text(sv: "Är", en: "Is")),
                .init("context", Text(sv: "Sammanhang", en: "Context")),
            ],
            rows: entries.map { entry in
                .init([
                    .integer(entry.line), .text(entry.printed), .label(use(entry.use)),
                    .text(entry.context),
                ])
            })
    }

    private static func use(_ use: NumberInventory.Use) -> Text {
        switch use {
        case .table(let id): Text(sv: "siffra i tabellen \(id)", en: "figure of the table \(id)")
        case .told: Text(sv: "siffra i texten", en: "figure of the text")
        case .notFigure(let reason): Text(sv: "ingen siffra: \(reason)", en: "no figure: \(reason)")
        case .open: Text(sv: "kandidat", en: "candidate")
        }
    }
}
