internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Statistics

/// `riktmarke stats distance`: the nearest neighbours of each unit over some variables.
struct StatsDistance: ContextualCommand {
    static let configuration = CommandConfiguration.method(
        "distance",
        Text(
            sv: "Grannar: vilka enheter som är mest lika över flera variabler.",
            en: "Neighbours: which units are most alike over several variables."),
        columns: "id, v1, v2, … → id, neighbour, position, distance",
        notes: Text(
            sv: """
                Alla kolumner utom id är variabler; var och en delas med sin standardavvikelse
                (n − 1) över enheterna med värde. Avståndet är det vägda medelvärdet av
                skillnaderna (manhattan) eller roten ur det av deras kvadrater (euclid). En
                enhet som saknar ett värde får inga grannar och är ingens granne. Lika avstånd
                ordnas efter id.
                """,
            en: """
                All columns but id are variables; each is divided by its standard deviation (n
                − 1) over the units with a value. The distance is the weighted mean of the
                differences (manhattan) or the root of that of their squares (euclid). A unit
                that lacks a value has no neighbours and is nobody's. Ties go by id.
                """))

    @OptionGroup var options: StatsOptions
    @Option(
        help: Text(
            sv: "En vikt per variabel, med komma emellan; annars lika.",
            en: "A weight for each variable, parted by commas; else alike."
        ).help(valueName: "weight,…"))
    var weights: String?
    @Option(
        help: Text(sv: "Mått: manhattan eller euclid.", en: "Metric: manhattan or euclid.").help(
            valueName: "metric"))
    var metric: Distance.Metric = .manhattan
    @Option(
        help: Text(
            sv: "Högst så många grannar per enhet; annars alla.",
            en: "At most so many neighbours a unit; else all."
        ).help(valueName: "count"))
    var top: Int?
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let weights = try readWeights()
        if let top, top < 1 {
            throw StatsUsage.failure(
                "--top",
                Text(
                    sv: "antalet grannar ska vara 1 eller fler",
                    en: "the number of neighbours must be 1 or more"))
        }
        let run = StatsRun(options: options, context: context)
        var problems = StatsProblems()
        let sheet = try run.read(&problems)
        let idPlace = try StatsColumns.places(of: ["id"], in: sheet.header, sheet.name)[0]
        let places = sheet.header.indices.filter { $0 != idPlace }
        var units: [(id: String, values: [Double?])] = []
        var seen: Set<String> = []
        for row in sheet.rows {
            do throws(StatsProblem) {
                let id = row.cells[idPlace]
                guard seen.insert(id).inserted else { throw Self.twice(id) }
                let values = try StatsRun.numbers(row, places, sheet.header, sheet.decimalComma)
                units.append((id, values))
            } catch {
                problems.add(error, sheet.name, line: row.line)
            }
        }
        guard problems.isEmpty else { throw problems.failure }
        // Computed in the order of the ids: ties go by id, and the order of rows changes no digit.
        let order = units.indices.sorted {
            Array(units[$0].id.utf8).lexicographicallyPrecedes(Array(units[$1].id.utf8))
        }
        let sorted = order.map { units[$0] }
        guard sorted.isEmpty || !places.isEmpty,
            let distance = Distance(
                sorted.map(\.values), weights: weights ?? places.map { _ in 1 }, metric: metric)
        else { throw Self.counts(places.count, weights?.count) }
        let incomplete = units.count { $0.values.contains(nil) }
        if incomplete > 0 { context.report([Self.incomplete(incomplete)]) }
        var rows: [([String], [StatsValue])] = []
        var placeOf = [Int](repeating: 0, count: order.count)
        for (place, unit) in order.enumerated() { placeOf[unit] = place }
        for unit in units.indices {
            try Task.checkCancellation()
            for near in distance.nearest(to: placeOf[unit], top: top) {
                rows.append(
                    (
                        [units[unit].id, sorted[near.unit].id],
                        [.integer(near.position), .number(near.distance)]
                    ))
            }
        }
        try run.write(["id", "neighbour", "position", "distance"], rows)
        return .ok
    }

    private func readWeights() throws(Failure) -> [Double]? {
        guard let weights else { return nil }
        let numbers = weights.split(separator: ",", omittingEmptySubsequences: false).map { text in
            if case .number(let value) = ShortestNumber.read(String(text), decimalComma: false),
                value > 0
            {
                return Optional(value)
            }
            return nil
        }
        guard numbers.allSatisfy({ $0 != nil }) else {
            throw StatsUsage.failure(
                "--weights",
                Text(
                    sv: "\"\(weights)\" är inga vikter större än 0",
                    en: "\"\(weights)\" is no weights above 0"),
                hint: Text(sv: "skriv som 42.5,57.5", en: "write like 42.5,57.5"))
        }
        return numbers.compactMap(\.self)
    }

    private static func twice(_ id: String) -> StatsProblem {
        StatsProblem(
            "stats.duplicate-id",
            Text(
                sv: "id \"\(id)\" finns redan i tabellen",
                en: "id \"\(id)\" is in the table already"),
            hint: Text(sv: "ta bort den ena raden", en: "remove one of the rows"))
    }

    private static func counts(_ variables: Int, _ weights: Int?) -> Failure {
        StatsUsage.failure(
            "--weights",
            Text(
                sv: "tabellen har \(variables) variabler och \(weights ?? variables) vikter",
                en: "the table has \(variables) variables and \(weights ?? variables) weights"),
            hint: Text(
                sv: "ge en vikt per kolumn utom id", en: "give a weight for each column but id"))
    }

    private static func incomplete(_ count: Int) -> Diagnostic {
        Diagnostic(
            .warning, code: "stats.incomplete",
            Text(
                sv: "enheter som saknar ett värde och inte får grannar: \(count)",
                en: "units that lack a value and get no neighbours: \(count)"))
    }
}
