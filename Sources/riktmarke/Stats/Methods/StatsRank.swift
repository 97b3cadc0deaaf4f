internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Statistics

/// `riktmarke stats rank`: places, ties sharing the lower number.
struct StatsRank: ContextualCommand {
    static let configuration = CommandConfiguration.method(
        "rank",
        Text(
            sv: "Platser: 1 är bäst, lika värden delar den lägre siffran.",
            en: "Places: 1 is the best, equal values share the lower number."),
        columns: "value → rank, of",
        notes: Text(
            sv: """
                Utan --polarity och med high har högsta värdet plats 1, med low och none det
                lägsta. of är antalet med värde; utan värde ingen plats.
                """,
            en: """
                Without --polarity and with high the highest value has place 1, with low and
                none the lowest. of is the number with a value; no place without one.
                """))

    @OptionGroup var options: StatsOptions
    @OptionGroup var direction: PolarityOption
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let orientation = direction.polarity ?? .high
        let method = StatsRun.TableMethod(
            inputs: ["value"], added: ["rank", "of"], check: { _ throws(StatsProblem) in }
        ) { rows in
            let values = rows.map { $0[0] }
            let count = values.count { $0 != nil }
            return RankOrder.places(of: values, orientation).map { place in
                [.integer(place), .integer(count)]
            }
        }
        return try StatsRun(options: options, context: context).gather(method)
    }
}
