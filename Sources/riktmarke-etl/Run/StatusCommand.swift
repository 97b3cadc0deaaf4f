internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Postgres
internal import Reporting
internal import Warehouse

/// Shows the newest load of each source.
struct StatusCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "status",
            abstract: Text(
                sv: "Visa senaste inläsningen av varje källa.",
                en: "Show the newest load of each source."
            ).helpText)
    }

    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        let session = try await Session(context.connectionOptions(for: .load))
        let table = try await session.withConnection { connection in
            try SchemaCheck.run(&connection)
            return try Self.table(&connection)
        }
        await session.close()
        try context.write(table, output)
        return .ok
    }

    private static func table(_ connection: inout Connection) throws -> ReportTable {
        var table = ReportTable(
            title: Text(sv: "Källornas senaste inläsning", en: "Newest load of each source"),
            columns: [
                .init("source", Text(sv: "Källa", en: "Source")),
                .init("state", Text(sv: "Läge", en: "State")),
                .init("run", Text(sv: "Körning", en: "Run"), .right),
                .init("recorded_at", Text(sv: "Tid", en: "Time")),
                .init("read", Text(sv: "Lästa", en: "Read"), .number),
                .init("new", Text(sv: "Nya", en: "New"), .number),
                .init("changed", Text(sv: "Ändrade", en: "Changed"), .number),
                .init("rejected", Text(sv: "Avvisade", en: "Rejected"), .number),
                .init("last_success", Text(sv: "Senast inläst", en: "Last loaded")),
            ])
        for row in try connection.rows(LoadStatement.listLoadStatus) {
            let state: Cell =
                switch row.4 {
                case "loaded": .label(Text(sv: "inläst", en: "loaded"), tone: .good)
                case "refused": .label(Text(sv: "nekad", en: "refused"), tone: .bad)
                default: .label(Text(sv: "avbruten", en: "broken off"), tone: .bad)
                }
            table.rows.append(
                ReportTable.Row([
                    .text(row.0), state, .integer(Int(row.2)), .text(row.5.minuteInUTC),
                    .integer(Int(row.6)), .integer(Int(row.8)), .integer(Int(row.9)),
                    .integer(Int(row.7)), row.14.map { .text($0.minuteInUTC) } ?? .empty,
                ]))
        }
        table.notes = try lastRun(&connection)
        if table.rows.isEmpty {
            table.notes.append(
                Text(
                    sv: "Inget är inläst än: riktmarke-etl run --all",
                    en: "Nothing is loaded yet: riktmarke-etl run --all"))
        }
        return table
    }

    private static func lastRun(_ connection: inout Connection) throws -> [Text] {
        guard let run = try connection.firstRow(LoadStatement.listRuns, Int32(1)) else {
            return []
        }
        let end =
            run.6.map { status in
                Text(sv: "slut med status \(status)", en: "ended with status \(status)")
            } ?? Text(sv: "pågår eller avbröts", en: "under way or broken off")
        return [
            Text(
                sv: "Senaste körning \(run.0): \(run.1), av \(run.2) på \(run.3), började "
                    + "\(run.4.minuteInUTC), \(end.sv). Tider i UTC.",
                en: "Newest run \(run.0): \(run.1), by \(run.2) on \(run.3), began "
                    + "\(run.4.minuteInUTC), \(end.en). Times in UTC.")
        ]
    }
}
