internal import ArgumentParser
internal import CommandSupport
internal import ComparisonReports
internal import Diagnostics

/// `riktmarke compare`: one indicator of a municipality beside that of others.
struct CompareCommand: ContextualCommand {
    static let configuration = CommandConfiguration.command(
        of: .query, "compare",
        abstract: Text(
            sv: "Jämför ett nyckeltal mellan kommuner.",
            en: "Compares an indicator between municipalities."
        ),
        discussion: Text(
            sv: """
                EXEMPEL:
                  riktmarke compare U33461 --kommun Nacka --with Danderyd,Solna,Täby,Värmdö
                  riktmarke compare sjukfrånvaro --kommun 0182 --group skr-a2 --year 2017
                  riktmarke compare U33461 -k Nacka --format csv --csv-dialect excel-sv

                Utan --with och --group jämförs med inställningsfilens grupp, annars med \
                kommunens SKR-grupp. Utan --year och --period visas den senaste perioden med \
                slutligt värde.
                """,
            en: """
                EXAMPLES:
                  riktmarke compare U33461 --kommun Nacka --with Danderyd,Solna,Täby,Värmdö
                  riktmarke compare sjukfrånvaro --kommun 0182 --group skr-a2 --year 2017
                  riktmarke compare U33461 -k Nacka --format csv --csv-dialect excel-sv

                Without --with and --group the group of the settings is compared with, else the \
                municipality's SKR group. Without --year and --period the latest period with a \
                final value is shown.
                """
        ),
        aliases: ["jämför", "jamfor"])

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

    @Option(
        help: Text(
            sv: "Jämför också varje kommun med sig själv: same-period-last-year.",
            en: "Compare each municipality with itself as well: same-period-last-year."
        ).help(valueName: "period"))
    var against: EarlierPeriod?

    @OptionGroup var evidence: EvidenceOptions
    @Option(help: .asOf) var asOf: String?

    @Flag(
        help: Text(
            sv: "Visa vad varje dokument uppger, inte bara det som gäller.",
            en: "Show what every document states, not only the one that speaks."
        ).help())
    var allSources = false

    @Option(help: .chart, completion: .charts) var chart: String?

    @Option(
        help: Text(
            sv: "Diagrammet: dots (punkter), trend (över tid) eller funnel (tratt).",
            en: "The chart: dots, trend or funnel."
        ).help(valueName: "kind"))
    var chartKind: ChartChoice?

    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let question = ComparisonQuestion(
            indicator: indicator, focus: municipality.asked(settings: context.settings),
            peers: try peers.choice(settings: context.settings), period: try period.chosen(),
            gender: try GenderArgument.read(gender), isComplement: complement,
            asOf: asOf, bases: try evidence.bases(),
            leastResponseRate: try evidence.responseRate(), against: against)
        let order = try ComparisonDrawing(chart: chart, kind: chartKind, format: output.format)
        let (answer, proof) = try await context.read(askAhead: question.opening.askAhead) {
            connection in
            let answer = try question.answer(&connection)
            guard order.needsEvidence else { return (answer, ComparisonEvidence?.none) }
            return (answer, try ComparisonEvidence(for: answer, &connection))
        }
        let document = try await order.document(
            answer, proof, showsAllSources: allSources, context)
        if output.format == .csv { answer.choices.forEach(context.remark) }
        let people = ComparisonReport(answer: answer, showsAllSources: allSources)
        let rows = ComparisonCSV(answer: answer, showsAllSources: allSources)
        let programs = ComparisonJSON(
            answer: answer, showsAllSources: allSources, language: context.language)
        try context.write(
            Report(
                pages: [people.page] + people.changes + [people.summary],
                csv: rows.table,
                document: document, json: { programs.write(to: &$0) }), output)
        return .ok
    }
}

extension EarlierPeriod: ExpressibleByArgument {
    /// The words that the option takes.
    static var allValueStrings: [String] { allCases.map { $0.rawValue } }
    /// None beside the words themselves.
    static var allValueDescriptions: [String: String] { [:] }
}
