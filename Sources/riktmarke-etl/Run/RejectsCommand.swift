internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Postgres
internal import Reporting
internal import Warehouse

/// Shows what could not be read.
struct RejectsCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "rejects",
            abstract: Text(
                sv: "Visa vad som inte kunde läsas, med fil, rad, cell och skäl.",
                en: "Show what could not be read, with file, line, cell and reason."
            ).helpText,
            discussion: Text(
                sv:
                    "Utan --run visas varje källas senaste körning. Status 1 när det finns några.",
                en:
                    "Without --run, each source's newest run is shown. Status 1 when there are any."
            ).helpText, aliases: ["avvisade"])
    }

    @Option(help: Text(sv: "Körningens nummer.", en: "Number of the run.").help(valueName: "n"))
    var run: Int32?
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        let wanted = run
        let language = context.language
        let session = try await Session(context.connectionOptions(for: .load))
        let table = try await session.withConnection { connection in
            try SchemaCheck.run(&connection)
            return try Self.table(&connection, run: wanted, language: language)
        }
        await session.close()
        try context.write(table, output)
        return table.rows.isEmpty ? .ok : .negative
    }

    private static func table(
        _ connection: inout Connection, run: Int32?, language: Language
    ) throws -> ReportTable {
        var table = ReportTable(
            title: Text(sv: "Avvisade celler", en: "Rejected cells"),
            columns: [
                .init("source", Text(sv: "Källa", en: "Source")),
                .init("place", Text(sv: "Fil:rad:kolumn", en: "File:line:column")),
                .init("column", Text(sv: "Kolumn", en: "Column")),
                .init("cell", Text(sv: "Cell", en: "Cell")),
                .init("reason", Text(sv: "Skäl", en: "Reason")),
                .init("hint", Text(sv: "Gör så här", en: "Hint")),
                .init("code", Text(sv: "Kod", en: "Code")),
            ])
        for row in try connection.rows(LoadStatement.listRejects, run) {
            let column = row.5.map { ":\($0)" } ?? ""
            // A stored answer has an address, and a place in it instead of a line.
            let place =
                row.13.map { "\(row.14 ?? row.3) \($0)" } ?? "\(row.3):\(row.4)\(column)"
            table.rows.append(
                ReportTable.Row([
                    .text(row.0), .text(place), .text(row.6 ?? ""),
                    .text(row.7 ?? ""), .text(language == .sv ? row.9 : row.10),
                    .text((language == .sv ? row.11 : row.12) ?? ""), .text(row.8),
                ]))
        }
        if table.rows.isEmpty {
            table.notes = [Text(sv: "Inget är avvisat.", en: "Nothing is rejected.")]
        }
        return table
    }
}
