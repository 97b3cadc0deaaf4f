import Comparison
import Diagnostics
import Indicators
import Postgres
import TestSupport
import Testing

/// Money of real reports held against budget, forecast and the year before.
@Suite struct EconomyTests {
    private static let database = Task {
        try await EphemeralCluster.shared().makeDatabase(template: .economy)
    }

    private static func read<Result: Sendable>(
        role: String = "riktmarke_read", _ body: @Sendable (inout Connection) throws -> Result
    ) async throws -> Result {
        let session = try await Session(
            ConnectionOptions(
                target: .conninfo(try await database.value.conninfo), applicationName: "tests",
                role: role))
        let result = try await session.withConnection(body)
        await session.close()
        return result
    }

    private static func units(
        _ connection: inout Connection, _ names: [String]
    ) throws -> [Municipality] {
        let directory = try MunicipalityDirectory.read(for: names, &connection)
        return try names.map { try directory.find($0, argument: "") }
    }

    private static func overview(
        _ period: String, name: String = "Nacka", asOf: String? = nil
    ) async throws -> EconomyOverview {
        try await read { connection in
            let unit = try units(&connection, [name])[0]
            let time = try asOf.map { try TimeOfKnowledge.resolve($0, &connection) }
            return EconomyOverview(
                unit, organisation: "Socialnämnden", period: try #require(Period(period)),
                figures: try EconomyReader.figures(&connection, of: [unit], asOf: time),
                population: try EconomyReader.population(&connection, of: unit, asOf: nil),
                prices: try EconomyReader.prices(&connection, asOf: nil))
        }
    }

    @Test func `the four months of 2017 stand as printed, in the order of the report`() async throws
    {
        let overview = try await Self.overview("2017-T1")
        #expect(overview.rows.count == 9)
        #expect(overview.rows.first?.subject == "Ankomstregistrerade fakturor")
        #expect(overview.rows.last?.kind == .total)
        #expect(overview.isCumulative)
        #expect(overview.signs == .costsNegative)
        let support = try #require(overview.rows.first { $0.subject == "Nämnd och nämndstöd" })
        #expect(support.amount(.net) == ScaledDecimal(-490))
        #expect(support.amount(.cost) == ScaledDecimal(-511))
        #expect(support.wholeYearBudget?.amount == ScaledDecimal(-2766))
        #expect(support.forecast?.amount == ScaledDecimal(-1883))
        #expect(support.forecastDeviation?.amount == ScaledDecimal(883))
        #expect(support.figures[.net]?.receipt.line == 140)
        #expect(support.lastYear == nil)
        // A blank is a blank and no zero.
        #expect(overview.rows[0].figures[.budget]?.status == .missingBlank)
    }

    @Test func `what the source contradicts is told: minus 490 is not 0 and minus 511`()
        async throws
    {
        let found = try await Self.overview("2017-T1").contradictions
        let lines = found.map {
            "\($0.subject) \($0.measure.rawValue) \($0.printed) \($0.expected) \($0.line)"
        }
        #expect(lines.contains("Nämnd och nämndstöd net -490 -511 140"))
        #expect(lines.contains("Socialnämnden net -229602 -230151 142"))
        #expect(lines.contains("Nämnd och nämndstöd deviation 411 432 140"))
        #expect(!lines.contains { $0.hasPrefix("Vuxna") })
    }

    @Test func `what running text tells stands apart, in no row, sign or default period`()
        async throws
    {
        let (unit, stated) = try await Self.read { connection in
            let unit = try Self.units(&connection, ["Nacka"])[0]
            return (
                unit, try EconomyReader.figures(&connection, of: [unit], asOf: nil)
            )
        }
        let year = try #require(Period(year: 2017))
        let quarter = try #require(Period("2018-Q1"))
        // As lines 226 and 230 of Nacka's report of 2017 tell them, and line 36 of that of 2018.
        let row = try #require(
            stated.first { $0.period == year && $0.measure == .net && $0.kind == .activity })
        func told(
            _ subject: String, _ measure: EconomyMeasure, _ amount: Int, _ period: Period
        ) -> EconomyFigure {
            var figure = row
            figure.subject = subject
            figure.activity = nil
            figure.measure = measure
            figure.amount = ScaledDecimal(amount)
            figure.period = period
            figure.receipt.column = 0
            return figure
        }
        let text = [
            told("Boenden för vuxna", .deviation, 4_700, year),
            told("Skyddat boende", .cost, 4_100, year),
            told("Socialnämnden", .net, -245_300, quarter),
        ]
        func overview(_ figures: [EconomyFigure], _ period: Period) -> EconomyOverview {
            EconomyOverview(
                unit, organisation: row.organisation, period: period, figures: figures)
        }
        let before = overview(stated, year)
        let after = overview(stated + text, year)
        #expect(after.rows == before.rows)
        #expect(after.signs == .costsNegative)
        #expect(before.text == [])
        #expect(after.text.map(\.subject) == ["Boenden för vuxna", "Skyddat boende"])
        #expect(
            EconomyOverview.periods(stated + text, organisation: row.organisation)
                == EconomyOverview.periods(stated, organisation: row.organisation))
        // Where no table states anything of the period, the text makes the rows.
        let alone = overview(stated + text, quarter)
        #expect(alone.rows.map(\.subject) == ["Socialnämnden"])
        #expect(alone.rows.first?.amount(.net) == ScaledDecimal(-245_300))
        #expect(EconomyOverview.periods([text[0]]) == [year])
    }

    @Test func `the year 2017 against 2016, in the same prices, by inhabitant, with the forecast`()
        async throws
    {
        let overview = try await Self.overview("2017")
        let adults = try #require(overview.rows.first { $0.activity == "vuxna" })
        #expect(adults.amount(.deviation) == ScaledDecimal(9662))
        #expect(adults.lastYear?.amount == ScaledDecimal(-40419))
        #expect(adults.change == ScaledDecimal(4852))
        // 40 419 × 103 / 100 = 41 631.57
        #expect(adults.lastYearInPrices == ScaledDecimal(-41632))
        // 35 567 000 / 101 231 = 351.3
        #expect(adults.perInhabitant == ScaledDecimal(-351))
        // The annual report has no forecast: that of April speaks.
        #expect(adults.forecast?.amount == ScaledDecimal(-47349))
        #expect(adults.forecast?.receipt.source == "tertial-1-2017")
        let shared = try #require(overview.rows.first { $0.subject == "Gemensam socialtjänst" })
        #expect(shared.amount(.deviation) == ScaledDecimal(2021))
        #expect(shared.figures[.deviation]?.receipt.printed == "2 02 I")
        #expect(overview.total?.amount(.net) == ScaledDecimal(-695_654))
        #expect(overview.contradictions.isEmpty)
        #expect(overview.inhabitants?.year == 2017)
        // Rows that only April's report has, blank or zero, are not the year's.
        #expect(overview.rows.count == 7)
    }

    @Test func `four months are held against the same four months`() async throws {
        let overview = try await Self.overview("2018-T1")
        let adults = try #require(overview.rows.first { $0.activity == "vuxna" })
        #expect(adults.lastYear?.period == Period("2017-T1"))
        #expect(adults.lastYear?.amount == ScaledDecimal(-13938))
        #expect(adults.change == ScaledDecimal(863))
        // No index of 2018, and the population is that of 2017.
        #expect(adults.lastYearInPrices == nil)
        #expect(overview.prices == nil)
        #expect(overview.inhabitants?.year == 2017)
    }

    @Test func `as known before a correction`() async throws {
        for (time, amount) in [("2018-04-01", -30400), ("2018-07-01", -30500)] {
            let overview = try await Self.overview("2017", name: "Tyresö", asOf: time)
            let row = try #require(overview.rows.first { $0.subject == "Ekonomiskt bistånd" })
            #expect(row.amount(.cost) == ScaledDecimal(amount))
        }
    }

    private static func comparison(
        sharesTasks: Bool = false
    ) async throws -> EconomyComparison {
        let focus = try await overview("2017")
        return try await read { connection in
            let all = try units(&connection, ["Nacka", "Tyresö"])
            var tasks = try EconomyReader.tasks(&connection, of: all)
            if sharesTasks {
                tasks = tasks.filter { $0.municipality == all[0].key }
                tasks += tasks.map { task in
                    var task = task
                    task.municipality = all[1].key
                    return task
                }
            }
            var population: [Int16: YearlySeries] = [:]
            for unit in all {
                population[unit.key] = try EconomyReader.population(
                    &connection, of: unit, asOf: nil)
            }
            return EconomyComparison(
                focus, with: [all[1]],
                figures: try EconomyReader.figures(&connection, of: all, asOf: nil), tasks: tasks,
                population: population)
        }
    }

    @Test
    func `rows of one verksamhet are compared by inhabitant, sums of other tasks are refused`()
        async throws
    {
        let comparison = try await Self.comparison()
        #expect(
            comparison.rows.map(\.activity) == ["barn-och-unga", "vuxna", "funktionsnedsattning"])
        let children = comparison.rows[0].entries
        // 107 021 000 / 101 231 = 1 057.2 and 60 000 000 / 47 304 = 1 268.4
        #expect(children.map { $0?.perInhabitant } == [ScaledDecimal(-1057), ScaledDecimal(-1268)])
        #expect(comparison.rows[1].entries[1] == nil)
        #expect(comparison.isPerInhabitant)
        guard case .tasksDiffer(let other, let own, let others)? = comparison.refusals.first else {
            Issue.record("not refused: \(comparison.refusals)")
            return
        }
        #expect(other.name == "Tyresö")
        #expect(own.contains("Vuxna"))
        #expect(others.contains("Ekonomiskt bistånd"))
        let text = comparison.refusals[0].text(comparison.municipalities[0], "Socialnämnden")
        #expect(text.sv.contains("Ekonomiskt bistånd"))
        #expect(text.sv.contains("N30001"))
        #expect(comparison.unmapped.contains("Gemensam socialtjänst"))
    }

    @Test func `sums are compared where the tasks are the same`() async throws {
        let comparison = try await Self.comparison(sharesTasks: true)
        #expect(comparison.refusals.isEmpty)
        let total = try #require(comparison.rows.last)
        #expect(total.activity == nil)
        #expect(total.entries.map { $0?.net } == [ScaledDecimal(-695_654), ScaledDecimal(-90000)])
    }

    @Test func `readers get the large unit and its total, the load's role gets all`() async throws {
        let (shown, all, coverage) = try await Self.read { connection in
            let nacka = try Self.units(&connection, ["Nacka"])[0]
            return (
                try AbsenceReader.figures(&connection, of: nacka, isInternal: false),
                nacka, try AbsenceReader.coverage(&connection, of: nacka)
            )
        }
        #expect(
            shown.map { "\($0.unitName) \($0.gender.rawValue)" } == [
                "MH STJ Barn o familjeenheten T"
            ])
        #expect(coverage.map(\.stated) == [2, 2])
        #expect(coverage.map(\.shown) == [0, 1])
        let raw = try await Self.read(role: "riktmarke_etl") { connection in
            try AbsenceReader.figures(&connection, of: all, isInternal: true)
        }
        #expect(raw.count == 10)
        await #expect(throws: PostgresError.self) {
            try await Self.read { connection in
                try AbsenceReader.figures(&connection, of: all, isInternal: true)
            }
        }
    }
}
