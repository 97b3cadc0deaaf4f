internal import ArgumentParser
internal import CommandSupport
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting

/// `riktmarke trend`: one indicator of a municipality over the years.
struct TrendCommand: ContextualCommand {
    static let configuration = CommandConfiguration.command(
        of: .query, "trend",
        abstract: Text(
            sv: "Visar hur en kommuns nyckeltal har utvecklats.",
            en: "Shows how an indicator of a municipality has developed."
        ),
        discussion: Text(
            sv: """
                EXEMPEL:
                  riktmarke trend U33461 --kommun Nacka
                  riktmarke trend U33461 -k Nacka --group skr-a2 --from 2012
                  riktmarke trend N00090 -k Nacka --to 2018-T1

                Bredvid värdet står gruppens median och kvartiler, kommunen inräknad; utan --with \
                och --group är det alla kommuner. Har --to en tertial, ett kvartal eller en månad \
                visas samma del av varje år. Trenden prövas på de fem senaste åren, eller så sägs \
                varför den inte kan prövas.
                """,
            en: """
                EXAMPLES:
                  riktmarke trend U33461 --kommun Nacka
                  riktmarke trend U33461 -k Nacka --group skr-a2 --from 2012
                  riktmarke trend N00090 -k Nacka --to 2018-T1

                Beside the value stand the median and the quartiles of the group, the municipality \
                among them; without --with and --group it is all municipalities. Where --to names \
                a tertial, a quarter or a month, the same part of every year is shown. The trend \
                is tested over the last five years, or it is said why it cannot be.
                """
        ),
        aliases: ["utveckling"])

    @Argument(
        help: Text(
            sv: "Nyckeltalets kod, namn eller sökord.",
            en: "The indicator's code, its name or words to search for."
        ).help(valueName: "indicator"))
    var indicator: String

    @OptionGroup var municipality: MunicipalityOptions
    @OptionGroup var peers: PeerOptions

    @Option(
        help: Text(sv: "Första perioden.", en: "The first period.").help(valueName: "period"))
    var from: String?

    @Option(help: Text(sv: "Sista perioden.", en: "The last period.").help(valueName: "period"))
    var to: String?

    @Option(name: .shortAndLong, help: .gender, completion: .genders) var gender = "T"

    @Flag(
        help: Text(
            sv: "Visa komplementet, 100 minus värdet, där nyckeltalet har ett.",
            en: "Show the complement, 100 minus the value, where the indicator has one."
        ).help())
    var complement = false

    @Option(help: .asOf) var asOf: String?
    @Option(help: .chart, completion: .charts) var chart: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let question = TrendQuestion(
            indicator: indicator, municipality: municipality,
            peers: try peers.standingChoice(settings: context.settings),
            range: try PeriodRange(from: from, to: to), gender: try GenderArgument.read(gender),
            isComplement: complement, asOf: asOf, settings: context.settings)
        let file = try chart.map { try ChartFile($0) }
        let answer = try await context.read(askAhead: question.opening.askAhead) {
            try question.answer(&$0)
        }
        try await file?.draw(answer.series.chart, context)
        if output.format == .csv { answer.choices.forEach(context.remark) }
        let programs = TrendJSON(answer: answer, language: context.language)
        try context.write(
            Report(
                pages: [TrendReport(answer: answer).page],
                csv: TrendRecords(series: answer.series).table,
                json: { programs.write(to: &$0) }), output)
        return .ok
    }
}

/// From which period to which a series goes, and of which part of the year.
struct PeriodRange: Sendable {
    /// The first period, if one is named.
    let from: Period?
    /// The last period, if one is named.
    let to: Period?

    /// Reads the options.
    /// - Throws: `Failure` with status 64 for a text that is no period, and for two parts of a year.
    init(from: String?, to: String?) throws(Failure) {
        var first: Period?
        var last: Period?
        if let from { first = try PeriodArgument.read(from, argument: "--from") }
        if let to { last = try PeriodArgument.read(to, argument: "--to") }
        if let first, let last, (first.kind, first.part) != (last.kind, last.part) {
            throw Failure(
                .usage, code: "period.mixed",
                Text(
                    sv: "\(first) och \(last) är olika delar av ett år",
                    en: "\(first) and \(last) are different parts of a year"),
                at: .argument("--to"),
                hint: Text(
                    sv: "en serie har samma del av varje år",
                    en: "a series has the same part of every year"))
        }
        self.from = first
        self.to = last
    }

    /// Whether a period lies within.
    func contains(_ period: Period) -> Bool {
        if let from, period < from { return false }
        if let to, to < period { return false }
        return true
    }
}
