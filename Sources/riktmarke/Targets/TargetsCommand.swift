internal import ArgumentParser
internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting

/// `riktmarke targets`: what has become of a municipality's targets.
struct TargetsCommand: ContextualCommand {
    static let configuration = CommandConfiguration.command(
        of: .query, "targets",
        abstract: Text(
            sv: "Visar hur det har gått med en kommuns mål.",
            en: "Shows what has become of a municipality's targets."
        ),
        discussion: Text(
            sv: """
                EXEMPEL:
                  riktmarke targets --kommun Nacka
                  riktmarke targets -k Nacka --indicators U33461 --format csv

                Ett mål gäller bara för den period som källan anger. Anges ingen blir det inget \
                omdöme. Mål räknas aldrig om till delar av år.
                """,
            en: """
                EXAMPLES:
                  riktmarke targets --kommun Nacka
                  riktmarke targets -k Nacka --indicators U33461 --format csv

                A target holds only for the period that its source states. Where none is stated \
                there is no verdict. Targets are never divided among parts of a year.
                """
        ),
        aliases: ["mål", "mal"])

    @OptionGroup var municipality: MunicipalityOptions
    @OptionGroup var selection: IndicatorSelectionOptions
    @Option(help: .asOf) var asOf: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let asOf = asOf
        let indicators = try selection.chosen()
        let municipality = municipality
        let settings = context.settings
        let answer = try await context.read { connection in
            let time = try asOf.map { try TimeOfKnowledge.resolve($0, &connection) }
            let directory = try MunicipalityDirectory.read(
                for: municipality.words(settings: settings), &connection)
            let focus = try municipality.find(in: directory, settings: settings)
            let rows = try TargetReader.rows(
                &connection, focus: focus,
                indicators: indicators.keys(focus, asOf: time, &connection),
                asOf: time
            ).filter { indicators.includes($0.indicator) }
            guard !rows.isEmpty else { throw TargetsAnswer.none(focus) }
            return TargetsAnswer(focus: focus, rows: rows, asOf: time)
        }
        let records = TargetRecords(answer: answer)
        let language = context.language
        try context.write(
            Report(pages: [TargetsReport(answer: answer).page], csv: records.table) { json in
                answer.write(records.table, language, to: &json)
            }, output)
        return .ok
    }
}
