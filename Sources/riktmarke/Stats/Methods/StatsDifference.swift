internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Statistics

/// `riktmarke stats difference`: Newcombe's interval of the difference of two shares.
struct StatsDifference: ContextualCommand {
    static let configuration = CommandConfiguration.method(
        "difference",
        Text(
            sv: "Skillnaden mellan två andelar med Newcombes intervall (metod 10).",
            en: "The difference of two shares with Newcombe's interval (method 10)."),
        columns: "x1, n1, x2, n2 → difference, lower, upper",
        notes: Text(
            sv: "x1/n1 − x2/n2. Rymmer intervallet 0 kan de två inte skiljas åt.",
            en:
                "The difference is x1/n1 − x2/n2. Where the interval holds 0 the two cannot be told apart."
        ))

    @OptionGroup var options: StatsOptions
    @OptionGroup var confidence: ConfidenceOption
    @Option(help: StatsHelp.multiplier)
    var multiplier = 1.0
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let level = try confidence.level()
        let multiplier = try StatsUsage.multiplier(multiplier)
        let method = StatsRun.RowMethod(
            inputs: ["x1", "n1", "x2", "n2"], added: ["difference", "lower", "upper"]
        ) { numbers throws(StatsProblem) in
            let first = try StatsRows.proportion(numbers[0], "x1", of: numbers[1], "n1")
            let second = try StatsRows.proportion(numbers[2], "x2", of: numbers[3], "n2")
            guard let first, let second else { return [.number(nil), .number(nil), .number(nil)] }
            let interval = first.newcombeInterval(minus: second, z: level.z)
            return [first.share - second.share, interval.lowerBound, interval.upperBound].map {
                .number($0 * multiplier)
            }
        }
        return try StatsRun(options: options, context: context).stream(method)
    }
}
