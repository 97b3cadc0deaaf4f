internal import ArgumentParser
internal import CommandSupport
internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Reporting

/// `riktmarke differences`: women beside men.
struct DifferencesCommand: ContextualCommand {
    static let configuration = CommandConfiguration.command(
        of: .query, "differences",
        abstract: Text(
            sv: "Visar skillnader mellan kvinnor och män i en kommun.",
            en: "Shows differences between women and men in a municipality."
        ),
        discussion: Text(
            sv: """
                EXEMPEL:
                  riktmarke differences --kommun Nacka
                  riktmarke differences -k Nacka --area utbildning
                  riktmarke differences -k Nacka --indicators N00090 --format json

                Varje nyckeltal som har värden för både kvinnor och män visas för den senaste \
                perioden, det säkraste först. Omdömet gäller kvinnor mot män.
                """,
            en: """
                EXAMPLES:
                  riktmarke differences --kommun Nacka
                  riktmarke differences -k Nacka --area utbildning
                  riktmarke differences -k Nacka --indicators N00090 --format json

                Every indicator that has values for both women and men is shown for the latest \
                period, the surest first. The verdict is about women against men.
                """
        ),
        aliases: ["skillnader"])

    @OptionGroup var municipality: MunicipalityOptions
    @OptionGroup var selection: IndicatorSelectionOptions
    @OptionGroup var peers: PeerOptions
    @Option(help: .asOf) var asOf: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let question = DifferencesQuestion(
            municipality: municipality, indicators: try selection.chosen(),
            peers: try peers.standingChoice(settings: context.settings), asOf: asOf,
            settings: context.settings)
        let answer = try await context.read { try question.answer(&$0) }
        if output.format == .csv { answer.choices.forEach(context.remark) }
        let records = DifferenceRecords(answer: answer)
        let language = context.language
        try context.write(
            Report(pages: [DifferencesReport(answer: answer).page], csv: records.table) { json in
                answer.write(records.table, language, to: &json)
            }, output)
        return .ok
    }
}
