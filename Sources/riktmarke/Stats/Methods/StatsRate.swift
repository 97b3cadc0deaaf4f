internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Statistics

/// `riktmarke stats rate`: events per head with the interval of their number.
struct StatsRate: ContextualCommand {
    static let configuration = CommandConfiguration.method(
        "rate",
        Text(
            sv: "Tal per invånare: exakt Poisson under 10 händelser, Byars metod från 10.",
            en: "Rates: exact Poisson below 10 events, Byar's method from 10."),
        columns: "x, n → value, lower, upper, method",
        notes: Text(
            sv:
                "x är antalet händelser, n befolkningen eller de väntade händelserna: x ≥ 0, n > 0.",
            en: "x is the number of events, n the population or the expected events: x ≥ 0, n > 0.")
    )

    @OptionGroup var options: StatsOptions
    @OptionGroup var confidence: ConfidenceOption
    @Option(help: StatsHelp.multiplier)
    var multiplier = 100_000.0
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let level = try confidence.level()
        let multiplier = try StatsUsage.multiplier(multiplier)
        let method = StatsRun.RowMethod(
            inputs: ["x", "n"], added: ["value", "lower", "upper", "method"]
        ) { numbers throws(StatsProblem) in
            let events = try StatsRows.count(numbers[0], "x")
            let n = try StatsRows.denominator(numbers[1], "n")
            let interval = n == nil ? nil : events?.interval(level)
            let values = [events?.count, interval?.lowerBound, interval?.upperBound].map { value in
                StatsValue.number(value.flatMap { count in n.map { count / $0 * multiplier } })
            }
            return values + [.word(events?.method.rawValue ?? "")]
        }
        return try StatsRun(options: options, context: context).stream(method)
    }
}
