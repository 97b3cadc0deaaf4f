internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Statistics

/// `riktmarke stats verdict`: an interval against a benchmark.
struct StatsVerdict: ContextualCommand {
    static let configuration = CommandConfiguration.method(
        "verdict",
        Text(
            sv: "Omdöme om värden med intervall mot ett riktmärke.",
            en: "Verdicts on values with intervals against a benchmark."),
        columns: "value, lower, upper, benchmark → verdict",
        notes: Text(
            sv: """
                Orden är better, similar, worse; higher och lower när inget håll är bra (none,
                förval); none när något saknas. Ett riktmärke på intervallets gräns är
                similar.
                """,
            en: """
                The words are better, similar, worse; higher and lower where no direction is
                good (none, the default); none where something is missing. A benchmark on the
                end of the interval is similar.
                """))

    @OptionGroup var options: StatsOptions
    @OptionGroup var direction: PolarityOption
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let orientation = direction.polarity ?? .none
        let method = StatsRun.RowMethod(
            inputs: ["value", "lower", "upper", "benchmark"], added: ["verdict"]
        ) { numbers throws(StatsProblem) in
            let interval = try StatsRows.interval(numbers[1], numbers[2])
            let known = numbers[0] == nil ? nil : interval
            return [.word(Judgement(of: known, against: numbers[3], orientation).rawValue)]
        }
        return try StatsRun(options: options, context: context).stream(method)
    }
}
