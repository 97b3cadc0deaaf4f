internal import ArgumentParser
internal import Charts
internal import CommandSupport
internal import ComparisonReports
internal import Diagnostics
internal import Reporting

/// `riktmarke factsheet`: one indicator of one municipality on one page.
struct FactsheetCommand: ContextualCommand {
    static let configuration = CommandConfiguration.command(
        of: .query, "factsheet",
        abstract: Text(
            sv: "Visa ett nyckeltal för en kommun på en sida.",
            en: "Shows one indicator of a municipality on one page."
        ),
        discussion: Text(
            sv: """
                EXEMPEL:
                  riktmarke factsheet U33461 --kommun Nacka --with Danderyd,Solna,Täby,Värmdö
                  riktmarke factsheet U33461 -k Nacka --format html --output u33461.html
                  riktmarke factsheet U33461 -k Nacka --with Solna --base Nacka=240,Solna=95

                Jämförelsen, kvinnor och män, åren, kvittot och vad det betyder i en mening. HTML \
                får diagram.
                """,
            en: """
                EXAMPLES:
                  riktmarke factsheet U33461 --kommun Nacka --with Danderyd,Solna,Täby,Värmdö
                  riktmarke factsheet U33461 -k Nacka --format html --output u33461.html
                  riktmarke factsheet U33461 -k Nacka --with Solna --base Nacka=240,Solna=95

                The comparison, women and men, the years, the receipt, and what it means in a \
                sentence. HTML gets charts.
                """
        ),
        aliases: ["faktablad"])

    @Argument(
        help: Text(
            sv: "Nyckeltalets kod, namn eller sökord.",
            en: "The indicator's code, its name or words to search for."
        ).help(valueName: "indicator"))
    var indicator: String

    @OptionGroup var municipality: MunicipalityOptions
    @OptionGroup var peers: PeerOptions
    @OptionGroup var period: PeriodOptions
    @OptionGroup var evidence: EvidenceOptions
    @Option(help: .asOf) var asOf: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let question = ComparisonQuestion(
            indicator: indicator, focus: municipality.asked(settings: context.settings),
            peers: try peers.choice(settings: context.settings), period: try period.chosen(),
            asOf: asOf, bases: try evidence.bases(),
            leastResponseRate: try evidence.responseRate())
        let page = try await context.read { connection in
            let answer = try question.answer(&connection)
            return IndicatorPageParts(
                answer: answer, evidence: try ComparisonEvidence(for: answer, &connection),
                genders: try GenderEvidence(for: answer, &connection))
        }
        let sheet = IndicatorPage(
            answer: page.answer, evidence: page.evidence, genders: page.genders)
        let charts =
            output.format == .html
            ? ComparisonCharts(answer: page.answer, evidence: page.evidence).all : []
        let drawings = try await context.chartDrawer().draw(charts.map { ($0, [.svg]) })
        let figures = zip(charts, drawings).map { chart, drawing in
            ReportDocument.Figure(svg: drawing.svg ?? "", caption: chart.description)
        }
        let programs = ComparisonJSON(
            answer: page.answer, showsAllSources: false, language: context.language)
        try context.write(
            Report(
                pages: sheet.pages,
                csv: ComparisonCSV(answer: page.answer, showsAllSources: false).table,
                document: sheet.document(figures: figures),
                json: { programs.write(to: &$0) }), output)
        return .ok
    }
}

/// What was read for a page.
private struct IndicatorPageParts: Sendable {
    let answer: ComparisonAnswer
    let evidence: ComparisonEvidence
    let genders: GenderEvidence
}
