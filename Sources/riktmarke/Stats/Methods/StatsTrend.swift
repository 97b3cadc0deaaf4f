internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Statistics

/// `riktmarke stats trend`: whether the last five years rise or fall.
struct StatsTrend: ContextualCommand {
    static let configuration = CommandConfiguration.method(
        "trend",
        Text(
            sv: "Trendtest över de fem senaste åren; en rad för hela serien.",
            en: "A trend test over the last five years; one row for the series."),
        columns:
            "year, x, n → chi_squared, direction, verdict, reason\n  year, value, lower, upper → chi_squared, direction, verdict, reason",
        notes: Text(
            sv: """
                direction är increasing, decreasing, no_change eller not_calculable; reason
                säger varför det inte blev någon riktning: duplicate_year, missing_value,
                x_above_n, missing_interval, too_few_points, missing_year, series_break,
                all_or_none, zero_width_interval, not_significant, outlier. chi_squared ges
                ändå där det går. verdict är better, worse eller similar efter --polarity,
                utan den higher, lower.
                """,
            en: """
                direction is increasing, decreasing, no_change or not_calculable; reason says
                why there is no direction: duplicate_year, missing_value, x_above_n,
                missing_interval, too_few_points, missing_year, series_break, all_or_none,
                zero_width_interval, not_significant, outlier. chi_squared is given all the
                same where it can be. verdict is better, worse or similar by --polarity,
                higher or lower without it.
                """))

    @OptionGroup var options: StatsOptions
    @OptionGroup var confidence: ConfidenceOption
    @OptionGroup var direction: PolarityOption
    @Option(
        name: .customLong("break"),
        help: Text(
            sv: "År från och med vilka måttet är ett annat, med komma emellan.",
            en: "Years from which on something else is measured, parted by commas."
        ).help(valueName: "year,…"))
    var breaks: String?
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let level = try confidence.level()
        let breaks = try breakYears()
        let run = StatsRun(options: options, context: context)
        var problems = StatsProblems()
        let sheet = try run.read(&problems)
        let isProportion = ["x", "n"].allSatisfy(sheet.header.contains)
        let names = ["year"] + (isProportion ? ["x", "n"] : ["value", "lower", "upper"])
        let places = try StatsColumns.places(of: names, in: sheet.header, sheet.name)
        var points: [TrendPoint] = []
        for row in sheet.rows {
            do throws(StatsProblem) {
                let numbers = try StatsRun.numbers(
                    row, places, sheet.header, sheet.decimalComma)
                points.append(try Self.point(numbers, isProportion))
            } catch {
                problems.add(error, sheet.name, line: row.line)
            }
        }
        guard problems.isEmpty else { throw problems.failure }
        let test = TrendTest(points, breaks: breaks, confidence: level)
        try run.write(
            ["chi_squared", "direction", "verdict", "reason"],
            [
                (
                    [],
                    [
                        .number(test.chiSquared), .word(test.direction.rawValue),
                        .word(test.judgement(self.direction.polarity ?? .none).rawValue),
                        .word(test.reason?.rawValue ?? ""),
                    ]
                )
            ])
        return .ok
    }

    private static func point(
        _ numbers: [Double?], _ isProportion: Bool
    ) throws(StatsProblem) -> TrendPoint {
        guard let number = numbers[0], let year = Int(exactly: number), abs(year) < 100_000 else {
            throw StatsProblem(
                "stats.not-a-year",
                Text(sv: "kolumnen year: inget helt år", en: "column year: no whole year"),
                hint: Text(sv: "skriv år som 2024", en: "write years like 2024"))
        }
        if isProportion {
            try StatsRows.count(numbers[1], "x")
            try StatsRows.denominator(numbers[2], "n")
            guard let x = numbers[1], let n = numbers[2] else {
                return TrendPoint(year: year, .missing)
            }
            let share = Proportion(count: x, total: n)
            return TrendPoint(year: year, share.map(TrendPoint.Measure.proportion) ?? .impossible)
        }
        let interval = try StatsRows.interval(numbers[2], numbers[3])
        return TrendPoint(
            year: year, numbers[1].map { .value($0, interval: interval) } ?? .missing)
    }

    private func breakYears() throws(Failure) -> Set<Int> {
        guard let breaks else { return [] }
        let years = breaks.split(separator: ",").map { Int($0) }
        guard !years.isEmpty, years.allSatisfy({ $0 != nil }) else {
            throw StatsUsage.failure(
                "--break", Text(sv: "\"\(breaks)\" är inga år", en: "\"\(breaks)\" is no years"),
                hint: Text(sv: "skriv som 2019,2022", en: "write like 2019,2022"))
        }
        return Set(years.compactMap(\.self))
    }
}
