internal import ArgumentParser
internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting

/// `riktmarke export`: outcomes or targets in long form, streamed.
struct ExportCommand: ContextualCommand {
    static let configuration = CommandConfiguration.command(
        of: .query, "export",
        abstract: Text(
            sv: "Skriv ut värden eller mål, ett per rad.",
            en: "Write outcomes or targets, one a row."
        ),
        discussion: Text(
            sv: """
                EXEMPEL:
                  riktmarke export --kommun Nacka --from 2015 --output nacka.csv
                  riktmarke export --indicator U33461,U33400 --group skr-a2 --format jsonl
                  riktmarke export --targets --csv-dialect excel-sv --output mal.csv
                """,
            en: """
                EXAMPLES:
                  riktmarke export --kommun Nacka --from 2015 --output nacka.csv
                  riktmarke export --indicator U33461,U33400 --group skr-a2 --format jsonl
                  riktmarke export --targets --csv-dialect excel-sv --output targets.csv
                """
        ),
        aliases: ["exportera"])

    @OptionGroup var selection: ExportOptions

    @Option(help: Text(sv: "Format: csv eller jsonl.", en: "Format: csv or jsonl.").help())
    var format: ExportFormat = .csv

    @OptionGroup var destination: DestinationOptions
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        if destination.csvDialect != nil, format != .csv {
            throw UsageConflict.between("--format \(format.rawValue)", "--csv-dialect")
        }
        let words = try selection.words()
        let format = format
        let dialect = context.csvDialect(destination.csvDialect)
        let path = destination.file
        let count = try await context.read { connection in
            let selection = try words.resolve(&connection)
            var file = ExportFile(
                format: format, dialect: dialect, hasTargets: selection.targets,
                sink: try OutputSink(path: path))
            try OutcomeExport.stream(selection, &connection) { row in try file.write(row) }
            return try file.finish()
        }
        guard count == 0 else { return .ok }
        context.report([Self.nothing])
        return .negative
    }

    /// A result without rows is an answer, but nobody should take it for a mistake of the tool.
    private static let nothing = Diagnostic(
        .warning, code: "export.nothing",
        Text(sv: "inget motsvarar urvalet", en: "nothing fits the selection"),
        hint: Text(
            sv: "riktmarke indicators visar vilka nyckeltal som har värden, och för vilka år",
            en: "riktmarke indicators shows which indicators have values, and for which years"))
}

/// How exported rows are written.
enum ExportFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// For spreadsheets and programs.
    case csv
    /// One JSON object a line.
    case jsonl
}
