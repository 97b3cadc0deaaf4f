internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Reporting

/// `riktmarke explain`: the receipt of a figure.
struct ExplainCommand: ContextualCommand {
    static let configuration = CommandConfiguration.command(
        of: .query, "explain",
        abstract: Text(
            sv: "Visa kvittot för ett tal: källa, rad, definition och ändringar.",
            en: "Show the receipt of a figure: source, line, definition and changes."
        ),
        discussion: Text(
            sv: """
                EXEMPEL:
                  riktmarke explain U33461 --kommun Nacka --period 2017
                  riktmarke explain U33461 --kommun Nacka --year 2017 --verbose

                Med --verbose visas hela kontrollsummor.
                """,
            en: """
                EXAMPLES:
                  riktmarke explain U33461 --kommun Nacka --period 2017
                  riktmarke explain U33461 --kommun Nacka --year 2017 --verbose

                With --verbose whole checksums are shown.
                """
        ),
        aliases: ["kvitto"])

    @Argument(
        help: Text(
            sv: "Nyckeltalets kod, namn eller sökord.",
            en: "The indicator's code, its name or words to search for."
        ).help(valueName: "indicator"))
    var indicator: String

    @OptionGroup var municipality: MunicipalityOptions
    @OptionGroup var period: PeriodOptions

    @Option(name: .shortAndLong, help: .gender, completion: .genders) var gender = "T"

    @Option(help: Text(sv: "Format: table eller json.", en: "Format: table or json.").help())
    var format: ExplainFormat = .table

    @Option(
        name: .shortAndLong,
        help: Text(
            sv: "Skriv till en fil, som blir hel eller inte ändras alls.",
            en: "Write to a file, which appears whole or is not touched."
        ).help(valueName: "file"), completion: .file())
    var output: String?

    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        guard let period = try period.chosen() else { throw Self.noPeriod }
        let question = ReceiptQuestion(
            indicator: indicator, municipality: municipality, period: period,
            gender: try GenderArgument.read(gender), settings: context.settings)
        let receipt = try await context.read { try question.answer(&$0) }
        var sink = try OutputSink(path: output)
        switch format {
        case .table:
            let sheet = ReceiptSheet(receipt: receipt, showsWholeHashes: context.isVerbose).sheet
            let style = context.style(writingTo: output)
            try sink.write(TerminalRenderer(style: style).render(sheet))
        case .json:
            var json = JSONWriter(.pretty)
            ReceiptJSON(receipt: receipt, language: context.language).write(to: &json)
            json.endLine()
            try sink.write(json.takeText())
        }
        try sink.finish()
        return .ok
    }

    private static let noPeriod = Failure(
        .usage, code: "period.not-named",
        Text(sv: "ingen period är angiven", en: "no period is named"), at: .argument("--period"),
        hint: Text(
            sv: "skriv --period \(PeriodArgument.forms(.sv))",
            en: "write --period \(PeriodArgument.forms(.en))"))
}

/// How a receipt is written.
enum ExplainFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// For people at a terminal.
    case table
    /// For programs.
    case json
}
