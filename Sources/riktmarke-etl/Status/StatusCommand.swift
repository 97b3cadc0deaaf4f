internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Pipeline
internal import Postgres
internal import Reporting
internal import SourceAdapters
internal import Warehouse

/// Shows how sources stand, and whether somebody must see to any.
struct StatusCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "status",
            abstract: Text(
                sv: "Visa hur källorna står: senast lyckade, försenade, kvarhållna.",
                en: "Show how sources stand: last success, overdue, held back."
            ).helpText,
            discussion: Text(
                sv: """
                    Status 0 när allt är färskt. Status 1 när en källa är äldre än dess \
                    expected_every_hours, har kvarhållna skivor, eller senast misslyckades. En källa \
                    som ingen har börjat med räknas inte.
                    """,
                en: """
                    Status 0 when everything is fresh. Status 1 when a source is older than its \
                    expected_every_hours, has slices held back, or failed the last time. A source \
                    that nobody has begun with does not count.
                    """
            ).helpText)
    }

    @OptionGroup var folders: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        let specifications = try specifications(context)
        let session = try await Session(context.connectionOptions(for: .load))
        let status = try await session.withConnection { connection in
            try SchemaCheck.run(&connection)
            return try WarehouseStatus.read(&connection, specifications)
        }
        await session.close()
        let table = StatusTable(status: status)
        try context.write(table.table, output) { table.write(to: &$0) }
        return status.needsAttention ? .negative : .ok
    }

    /// What is declared; nothing where there is no folder and nobody has named one, so that the
    /// ledger can be read from anywhere.
    private func specifications(_ context: CommandContext) throws -> [SourceSpec] {
        let isNamed =
            folders.etl != nil || folders.seeds != nil
            || context.environment["RIKTMARKE_ETL"] != nil
            || context.environment["RIKTMARKE_SEEDS"] != nil
        do {
            let folder = try folders.folder(context)
            context.report(folder.diagnostics.filter { $0.severity == .error })
            return folder.sources
        } catch let failure as Failure where failure.exitStatus == .noInput && !isNamed {
            context.remark(
                Text(
                    sv: "Inga källspecifikationer här: hur gamla källor får vara är inte känt.",
                    en: "No source specifications here: how old sources may be is not known."))
            return []
        }
    }
}
