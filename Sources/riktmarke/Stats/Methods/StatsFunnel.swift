internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Statistics

/// `riktmarke stats funnel`: who stands out of what chance explains.
struct StatsFunnel: ContextualCommand {
    static let configuration = CommandConfiguration.method(
        "funnel",
        Text(
            sv: "Trattgränser vid 95 och 99,8 % kring alla raders gemensamma värde.",
            en: "Funnel limits at 95 and 99.8 % around the value of all rows together."),
        columns: "x, n → benchmark, lower95, upper95, lower998, upper998, significance",
        notes: Text(
            sv: """
                proportion: x av n, riktmärket är Σx/Σn. rate: händelser x i befolkningen n,
                likaså (gånger 100000). ratio: x händelser mot n väntade, riktmärket är 1.
                significance är High (0.001), High (0.025), Not significant, Low (0.025) eller
                Low (0.001). --overdispersion lägger till phi och tau2, skattade på alla rader
                (poäng utanför 10:e och 90:e percentilen hålls tillbaka); är phi över 2 vidgas
                gränserna. Färre än tio rader ger ingen skattning.
                """,
            en: """
                proportion: x of n, the benchmark is Σx/Σn. rate: events x in the population
                n, likewise (times 100000). ratio: x events against n expected, the benchmark
                is 1. significance is High (0.001), High (0.025), Not significant, Low (0.025)
                or Low (0.001). --overdispersion adds phi and tau2, estimated over all rows
                (scores beyond the 10th and 90th percentile are held back); above a phi of 2
                the limits are widened. No estimate below ten rows.
                """))

    @OptionGroup var options: StatsOptions
    @Option(
        help: Text(
            sv: "Slag: proportion, rate eller ratio.", en: "Kind: proportion, rate or ratio."
        ).help(valueName: "kind"))
    var kind: FunnelKind = .proportion
    @Flag(
        help: Text(
            sv: "Räkna med att enheter skiljer sig mer än slumpen förklarar.",
            en: "Allow for units that differ more than chance explains."
        ).help())
    var overdispersion = false
    @Option(
        help: Text(
            sv: "Vad värden gångras med; förval 100000 för rate, annars 1.",
            en: "What values are multiplied by; default 100000 for rate, else 1."
        ).help(valueName: "factor"))
    var multiplier: Double?
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let multiplier = try StatsUsage.multiplier(multiplier ?? (kind == .rate ? 100_000 : 1))
        let kind = kind
        let widens = overdispersion
        let method = StatsRun.TableMethod(
            inputs: ["x", "n"],
            added: ["benchmark", "lower95", "upper95", "lower998", "upper998", "significance"]
                + (widens ? ["phi", "tau2"] : [])
        ) { numbers throws(StatsProblem) in
            if kind == .proportion {
                _ = try StatsRows.proportion(numbers[0], "x", of: numbers[1], "n")
            } else {
                try StatsRows.count(numbers[0], "x")
                try StatsRows.denominator(numbers[1], "n")
            }
        } values: { rows in
            let funnel = FunnelTable(rows.map { ($0[0], $0[1]) }, kind, overdispersion: widens)
            return rows.map { row in funnel.values(x: row[0], n: row[1], multiplier: multiplier) }
        }
        return try StatsRun(options: options, context: context).gather(method)
    }
}

/// What is held against what in a funnel.
enum FunnelKind: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// Cases out of cases.
    case proportion
    /// Events in a population.
    case rate
    /// Events against expected events.
    case ratio
}
