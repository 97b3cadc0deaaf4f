internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics

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
                      riktmarke-etl run kolada --unit 0182,0127 --year 2015-2025
                      riktmarke-etl run reports --from rapporter
                    """,
                en: """
                    The same input again changes no row. A changed value is written, and the old one \
                    is kept as a revision. What cannot be read is rejected with file, line and \
                    reason; the rest loads, unless more is rejected than the source allows.

                    Examples:
                      riktmarke-etl run --all
                      riktmarke-etl run own-outcomes --dry-run
                      riktmarke-etl run kolada --unit 0182,0127 --year 2015-2025
                      riktmarke-etl run reports --from reports
                    """
            ).helpText, aliases: ["kör", "kor"])
    }

    @OptionGroup var selection: SourceSelection
    @OptionGroup var kolada: KoladaOptions
    @OptionGroup var reports: ReportSourceOptions
    @OptionGroup var cases: CaseOptions
    @OptionGroup var folders: FolderOptions
    @OptionGroup var monitoring: MonitoringOptions
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
            context: context, folders: folders, selection: selection, kolada: kolada,
            reports: reports, cases: cases, monitoring: monitoring, isDryRun: dryRun,
            output: output
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
    @OptionGroup var kolada: KoladaOptions
    @OptionGroup var reports: ReportSourceOptions
    @OptionGroup var cases: CaseOptions
    @OptionGroup var folders: FolderOptions
    @OptionGroup var monitoring: MonitoringOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        try await LoadingSession(
            context: context, folders: folders, selection: selection, kolada: kolada,
            reports: reports, cases: cases, monitoring: monitoring, isDryRun: true,
            output: output
        ).run()
    }
}
