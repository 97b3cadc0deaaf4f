internal import ArgumentParser
internal import CommandSupport
internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Reporting
internal import Statistics

/// `riktmarke similar`: the kommuner most alike over some indicators.
struct SimilarCommand: ContextualCommand {
    static let configuration = CommandConfiguration.command(
        of: .query, "similar",
        abstract: Text(
            sv: "Visa vilka kommuner som är mest lika över några nyckeltal.",
            en: "Show which municipalities are most alike over some indicators."
        ),
        discussion: Text(
            sv: """
                EXEMPEL:
                  riktmarke similar -k Nacka --by N28026:42.5,N01951:57.5 --year 2022
                  riktmarke similar -k Nacka --by N01951 --year 2022 --format csv | \
                riktmarke-etl group save lika
                  riktmarke similar --all --by N28026:42.5,N01951:57.5 --year 2022 --format csv

                Varje nyckeltal delas med sin standardavvikelse över kommunerna med värde. Den som \
                saknar ett värde får inga grannar och är ingens granne; inget fylls i. Lika \
                avstånd ordnas efter kod.
                """,
            en: """
                EXAMPLES:
                  riktmarke similar -k Nacka --by N28026:42.5,N01951:57.5 --year 2022
                  riktmarke similar -k Nacka --by N01951 --year 2022 --format csv | \
                riktmarke-etl group save alike
                  riktmarke similar --all --by N28026:42.5,N01951:57.5 --year 2022 --format csv

                Each indicator is divided by its standard deviation over the municipalities with a \
                value. Who lacks a value has no neighbours and is nobody's; nothing is filled in. \
                Ties go by code.
                """
        ),
        aliases: ["lika", "liknande"])

    @OptionGroup var municipality: MunicipalityOptions

    @Option(
        help: Text(
            sv: "Nyckeltal, vart och ett med sin vikt efter kolon; annars väger de lika.",
            en: "Indicators, each with its weight after a colon; else they weigh alike."
        ).help(valueName: "indicator[:weight],…"))
    var by: [String]

    @OptionGroup var period: PeriodOptions

    @Option(
        help: Text(sv: "Mått: manhattan eller euclid.", en: "Metric: manhattan or euclid.").help(
            valueName: "metric"))
    var metric: Distance.Metric = .manhattan

    @Option(
        help: Text(sv: "Så många grannar.", en: "So many neighbours.").help(valueName: "count"))
    var top = 7

    @Flag(help: Text(sv: "Visa grannarna till varje kommun.", en: "Show everybody's.").help())
    var all = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        if all, municipality.kommun != nil { throw UsageConflict.between("--kommun", "--all") }
        guard top > 0 else {
            throw Failure(
                .usage, code: "similar.top",
                Text(sv: "--top måste vara minst 1", en: "--top must be 1 or more"),
                at: .argument("--top"))
        }
        let question = SimilarityQuestion(
            municipality: all ? nil : municipality, variables: try GivenVariable.read(by),
            metric: metric, period: try period.chosen(), settings: context.settings)
        let found = try await context.read { try question.answer(&$0) }
        let list = SimilarityList(answer: found, top: top)
        try context.write(
            Report(pages: [list.page], csv: list.csv, json: { list.write(to: &$0) }), output)
        return .ok
    }
}
