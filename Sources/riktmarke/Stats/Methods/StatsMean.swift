internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Statistics

/// `riktmarke stats mean`: the mean of each group by Student's t.
struct StatsMean: ContextualCommand {
    static let configuration = CommandConfiguration.method(
        "mean",
        Text(
            sv: "Medelvärden per grupp med Students t-intervall; en rad per grupp.",
            en: "Means by group with Student's t interval; one row a group."),
        columns: "group, value → group, n, mean, sd, lower, upper",
        notes: Text(
            sv: """
                Grupperna kommer i den ordning de först nämns. sd har n − 1 i nämnaren. Ett
                enda värde har varken sd eller intervall; saknade värden räknas inte.
                """,
            en: """
                The groups come in the order they are first named. sd divides by n − 1. A
                single value has neither sd nor interval; missing values do not count.
                """))

    @OptionGroup var options: StatsOptions
    @OptionGroup var confidence: ConfidenceOption
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let level = try confidence.level()
        let run = StatsRun(options: options, context: context)
        var problems = StatsProblems()
        let sheet = try run.read(&problems)
        let places = try StatsColumns.places(
            of: ["group", "value"], in: sheet.header, sheet.name)
        var order: [String] = []
        var values: [String: [Double]] = [:]
        for row in sheet.rows {
            do throws(StatsProblem) {
                let found = try StatsRun.numbers(
                    row, [places[1]], sheet.header, sheet.decimalComma)
                let group = row.cells[places[0]]
                if values[group] == nil { order.append(group) }
                values[group, default: []] += found.compactMap(\.self)
            } catch {
                problems.add(error, sheet.name, line: row.line)
            }
        }
        guard problems.isEmpty else { throw problems.failure }
        let rows = order.map { group -> ([String], [StatsValue]) in
            // Sorted, so that the order of the rows changes no digit.
            let sample = Sample(values[group, default: []].sorted())
            let interval = sample.meanInterval(level)
            return (
                [group],
                [
                    .integer(sample.count), .number(sample.mean),
                    .number(sample.standardDeviation), .number(interval?.lowerBound),
                    .number(interval?.upperBound),
                ]
            )
        }
        try run.write(["group", "n", "mean", "sd", "lower", "upper"], rows)
        return .ok
    }
}
