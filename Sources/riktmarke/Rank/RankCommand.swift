internal import ArgumentParser
internal import CommandSupport
internal import ComparisonReports
internal import Diagnostics
internal import Reporting

/// `riktmarke rank`: one indicator, from the best municipality to the worst.
struct RankCommand: ContextualCommand {
    static let configuration = CommandConfiguration.command(
        of: .query, "rank",
        abstract: Text(
            sv: "Rangordnar kommuner efter ett nyckeltal.",
            en: "Ranks municipalities by an indicator."
        ),
        discussion: Text(
            sv: """
                EXEMPEL:
                  riktmarke rank U33461 --kommun Nacka
                  riktmarke rank N00090 --group county-01 --year 2017
                  riktmarke rank U33461 --year 2017 --format csv --output rang.csv

                Utan --with och --group rangordnas alla kommuner. Utan --year och --period visas \
                kommunens senaste period, eller den senaste för vilken minst hälften så många som \
                vanligt har värde. Där täljare och nämnare finns visas mellan vilka platser en \
                kommun kan ligga.
                """,
            en: """
                EXAMPLES:
                  riktmarke rank U33461 --kommun Nacka
                  riktmarke rank N00090 --group county-01 --year 2017
                  riktmarke rank U33461 --year 2017 --format csv --output rank.csv

                Without --with and --group all municipalities are ranked. Without --year and \
                --period the latest period of the municipality is shown, or the latest in which at \
                least half as many as usual have a value. Where there are numerators it is shown \
                between which places a municipality may lie.
                """
        ),
        aliases: ["rangordna"])

    @Argument(
        help: Text(
            sv: "Nyckeltalets kod, namn eller sökord.",
            en: "The indicator's code, its name or words to search for."
        ).help(valueName: "indicator"))
    var indicator: String

    @OptionGroup var municipality: MunicipalityOptions
    @OptionGroup var peers: PeerOptions
    @OptionGroup var period: PeriodOptions
    @Option(name: .shortAndLong, help: .gender, completion: .genders) var gender = "T"

    @Flag(
        help: Text(
            sv: "Visa komplementet, 100 minus värdet, där nyckeltalet har ett.",
            en: "Show the complement, 100 minus the value, where the indicator has one."
        ).help())
    var complement = false

    @OptionGroup var evidence: EvidenceOptions
    @Option(help: .asOf) var asOf: String?
    @Option(help: .chart, completion: .charts) var chart: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let question = RankQuestion(
            indicator: indicator, municipality: municipality,
            peers: try peers.standingChoice(settings: context.settings),
            period: try period.chosen(), gender: try GenderArgument.read(gender),
            isComplement: complement,
            asOf: asOf, bases: try evidence.bases(),
            leastResponseRate: try evidence.responseRate(), settings: context.settings)
        let file = try chart.map { try ChartFile($0) }
        let answer = try await context.read(askAhead: question.opening.askAhead) {
            try question.answer(&$0)
        }
        try await file?.draw(answer.ranking.chart, context)
        if output.format == .csv { answer.choices.forEach(context.remark) }
        let programs = RankJSON(answer: answer, language: context.language)
        try context.write(
            Report(
                pages: [RankReport(answer: answer).page],
                csv: RankRecords(ranking: answer.ranking).table,
                json: { programs.write(to: &$0) }), output)
        return .ok
    }
}
