internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Postgres
internal import Reporting
internal import Warehouse

/// Creates or upgrades the database's schema.
struct MigrateCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "migrate",
            abstract: Text(
                sv: "Lägg upp eller uppgradera databasens schema.",
                en: "Create or upgrade the database's schema."
            ).helpText,
            discussion: Text(
                sv: """
                    Körs med en inloggning som får ta rollerna riktmarke_owner och \
                    riktmarke_case_owner; rollerna skapas om inloggningen får det, annars visas \
                    SQL:en för en databasadministratör.
                    """,
                en: """
                    Runs with a login that may take the roles riktmarke_owner and \
                    riktmarke_case_owner; the roles are created where the login may, else the SQL \
                    for a database administrator is shown.
                    """
            ).helpText)
    }

    @Flag(
        help: Text(
            sv: "Visa SQL:en som skulle köras, och kör den inte.",
            en: "Print the SQL that would run, and do not run it."
        ).help())
    var plan = false
    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        let migrator = Migrator(programVersion: Tool.version)
        let session = try await Session(context.connectionOptions(for: .administer))
        if plan {
            let plan = try await session.withConnection { try migrator.plan(&$0) }
            try show(plan, roles: migrator.rolesSQL, language: context.language)
        } else {
            let steps = try await session.withConnection { try migrator.migrate(&$0) }
            for step in steps { context.remark(Text(verbatim: "+ \(step.name)")) }
            context.remark(
                steps.isEmpty
                    ? Text(
                        sv: "schemat är aktuellt (\(migrator.newest)); inget att göra",
                        en: "the schema is current (\(migrator.newest)); nothing to do")
                    : Text(
                        sv: "schemat är nu \(migrator.newest); \(steps.count) skript kördes",
                        en: "the schema is now \(migrator.newest); \(steps.count) scripts applied"))
        }
        await session.close()
        return .ok
    }

    private func show(
        _ plan: MigrationPlan, roles: String, language: Language
    ) throws {
        var sink = OutputSink()
        if !plan.isCurrent {
            let note = Text(
                sv:
                    "Visning: \"riktmarke-etl migrate\" kör detta och för liggare; kör det inte för hand.",
                en:
                    "For reading: \"riktmarke-etl migrate\" runs this and keeps the ledger; do not run "
                    + "it by hand.")
            try sink.write("-- \(note[language])\n\n")
        }
        if !plan.rolesExist { try sink.write(roles + "\n") }
        for step in plan.steps {
            try sink.write("-- \(step.kind.rawValue) \(step.name)\n\(step.text)\n\n")
        }
        try sink.finish()
    }
}
