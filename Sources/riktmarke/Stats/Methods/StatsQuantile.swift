internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Statistics

/// `riktmarke stats quantile`: groups of like size.
struct StatsQuantile: ContextualCommand {
    static let configuration = CommandConfiguration.method(
        "quantile",
        Text(
            sv: "Grupper av lika storlek; lika värden skiljs aldrig åt.",
            en: "Groups of like size; equal values are never parted."),
        columns: "value → group",
        notes: Text(
            sv: """
                Grupp 1 har de högsta värdena, med --polarity low de lägsta. Är värdena färre
                än grupperna blir det inga grupper.
                """,
            en: """
                Group 1 has the highest values, with --polarity low the lowest. With fewer
                values than groups there are no groups.
                """))

    @OptionGroup var options: StatsOptions
    @Option(
        help: Text(sv: "Antalet grupper.", en: "The number of groups.").help(valueName: "groups"))
    var groups = 4
    @OptionGroup var direction: PolarityOption
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let orientation = direction.polarity ?? .high
        let groups = groups
        guard (1...1_000_000).contains(groups) else {
            throw StatsUsage.failure(
                "--groups",
                Text(
                    sv: "antalet grupper ska vara 1 eller fler",
                    en: "the number of groups must be 1 or more"))
        }
        let method = StatsRun.TableMethod(
            inputs: ["value"], added: ["group"], check: { _ throws(StatsProblem) in }
        ) { rows in
            RankOrder.groups(of: rows.map { $0[0] }, groups, orientation).map { [.integer($0)] }
        }
        return try StatsRun(options: options, context: context).gather(method)
    }
}
