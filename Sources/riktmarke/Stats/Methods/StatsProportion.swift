internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Statistics

/// `riktmarke stats proportion`: Wilson's interval of each share.
struct StatsProportion: ContextualCommand {
    static let configuration = CommandConfiguration.method(
        "proportion",
        Text(
            sv: "Andelar med Wilsons konfidensintervall.",
            en: "Shares with Wilson's confidence interval."),
        columns: "x, n → value, lower, upper",
        notes: Text(
            sv: "x är antalet som har egenskapen, n antalet alla: 0 ≤ x ≤ n, n > 0.",
            en: "x is the number that have the property, n the number of all: 0 ≤ x ≤ n, n > 0."))

    @OptionGroup var options: StatsOptions
    @OptionGroup var confidence: ConfidenceOption
    @Option(help: StatsHelp.multiplier)
    var multiplier = 1.0
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let level = try confidence.level()
        let multiplier = try StatsUsage.multiplier(multiplier)
        let method = StatsRun.RowMethod(
            inputs: ["x", "n"], added: ["value", "lower", "upper"]
        ) { numbers throws(StatsProblem) in
            let share = try StatsRows.proportion(numbers[0], "x", of: numbers[1], "n")
            let interval = share?.wilsonInterval(z: level.z)
            return [share?.share, interval?.lowerBound, interval?.upperBound].map { value in
                .number(value.map { $0 * multiplier })
            }
        }
        return try StatsRun(options: options, context: context).stream(method)
    }
}
