internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Pipeline
internal import Postgres
internal import Reporting
internal import SourceAdapters
internal import Warehouse

/// Loads sources.
struct RunCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "run",
            abstract: Text(
                sv: "Läs in källor: allt av en källa eller inget av den.",
                en: "Load sources: all of a source or nothing of it."
            ).helpText,
            discussion: Text(
                sv: """
                    Samma indata igen ändrar ingen rad. Ett ändrat värde skrivs, och det gamla finns \
                    kvar som revision. Det som inte kan läsas avvisas med fil, rad och skäl; resten \
                    läses in, om inte mer avvisas än källan tillåter.

                    Exempel:
                      riktmarke-etl run --all
                      riktmarke-etl run egna-utfall --dry-run
                    """,
                en: """
                    The same input again changes no row. A changed value is written, and the old one \
                    is kept as a revision. What cannot be read is rejected with file, line and \
                    reason; the rest loads, unless more is rejected than the source allows.

                    Examples:
                      riktmarke-etl run --all
                      riktmarke-etl run own-outcomes --dry-run
                    """
            ).helpText, aliases: ["kör", "kor"])
    }

    @OptionGroup var selection: SourceSelection
    @OptionGroup var folders: FolderOptions
    @Flag(
        help: Text(
            sv: "Visa vad som skulle hända och ändra inget.",
            en: "Show what would happen and change nothing."
        ).help())
    var dryRun = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        try await LoadingSession(
            context: context, folder: folders.folder(context), selection: selection,
            isDryRun: dryRun, output: output
        ).run()
    }
}

/// Shows what a run would do.
struct PlanCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "plan",
            abstract: Text(
                sv: "Visa vad en körning skulle göra, utan att göra det.",
                en: "Show what a run would do, without doing it."
            ).helpText)
    }

    @OptionGroup var selection: SourceSelection
    @OptionGroup var folders: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        try await LoadingSession(
            context: context, folder: folders.folder(context), selection: selection,
            isDryRun: true, output: output
        ).run()
    }
}

/// A run, or a plan of one, from the session to the report on the screen.
struct LoadingSession {
    let context: CommandContext
    let folder: SpecFolder
    let selection: SourceSelection
    let isDryRun: Bool
    let output: OutputOptions

    func run() async throws -> ExitStatus {
        let faults = folder.diagnostics.filter { $0.severity == .error }
        guard faults.isEmpty else { throw Failure(.configuration, faults) }
        let sources = try selection.chosen(in: folder)
        let run = LoadRun(
            folder: folder, sources: sources,
            command: selection.described(isDryRun ? "plan" : "run"),
            programVersion: Tool.version, isDryRun: isDryRun)
        let line = context.progressLine()
        let language = context.language
        let session = try await Session(context.connectionOptions(for: .load))
        let report = try await session.withConnection { connection in
            try SchemaCheck.run(&connection)
            return try run.run(&connection) { source, cells in
                line.show(
                    Text(
                        sv: "\(source): \(cells) celler lästa", en: "\(source): \(cells) cells read"
                    )[language])
            }
        }
        await session.close()
        line.clear()
        for outcome in report.outcomes { context.report(shown(outcome.diagnostics)) }
        let isDryRun = isDryRun
        try context.write(RunTable.table(report, isDryRun: isDryRun), output) { json in
            RunTable.write(report, isDryRun: isDryRun, to: &json)
        }
        return report.exitStatus
    }

    /// Notes about what was detected are for those who ask; the rest is for everybody.
    private func shown(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.filter { $0.severity != .note || context.isVerbose || isDetection($0) }
    }

    private func isDetection(_ diagnostic: Diagnostic) -> Bool {
        diagnostic.code == "load.repetition"
    }
}
