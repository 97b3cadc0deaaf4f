import Postgres
import TestSupport
import Testing
import Warehouse

/// Places and quartiles are kept with the facts, in the load's own transaction.
@Suite struct RankingTests {
    /// The annual report's figures: Danderyd 89, Nacka 86, Solna 85, Täby 88, Värmdö 66.
    private static let report = [
        StatedFigure("89", unit: 1), StatedFigure("86", unit: 2), StatedFigure("85", unit: 3),
        StatedFigure("88", unit: 4), StatedFigure("66", unit: 5),
    ]

    private static let distributions: SQL = """
        SELECT concat_ws(' ', period, with_value, mean, lowest, lower_quartile, median, upper_quartile, highest)
        FROM mart.distribution ORDER BY indicator_key, period_key
        """

    private static let places: SQL = """
        SELECT concat_ws(' ', municipality, period, value, coalesce(rank::text, '-'), with_value,
            coalesce(quartile_colour, '-'))
        FROM mart.profile ORDER BY indicator_key, municipality_key
        """

    private func findings(_ connection: inout Connection) throws -> [DataCheck.Finding] {
        let check = try #require(DataCheck.all.first { $0.name == "stale_rankings" })
        return try check.run(&connection)
    }

    @Test func `five values have the quartiles that are worked out by hand`() async throws {
        try await WarehouseFixture.withConnection { connection in
            try connection.load(Self.report)
            // Sorted 66 85 86 88 89: quartiles are the second, third and fourth; 414 / 5 = 82.8.
            #expect(try connection.texts(Self.distributions) == ["2017 5 82.8 66 85 86 88 89"])
            #expect(
                try connection.texts(Self.places) == [
                    "Danderyd 2017 89 1 5 green", "Nacka 2017 86 3 5 yellow",
                    "Solna 2017 85 4 5 yellow", "Täby 2017 88 2 5 green", "Värmdö 2017 66 5 5 red",
                ])
            #expect(try self.findings(&connection).isEmpty)
        }
    }

    @Test func `four values are parted between neighbours, and ties are not`() async throws {
        try await WarehouseFixture.withConnection { connection in
            try connection.load([
                StatedFigure("60", unit: 1), StatedFigure("80.5", unit: 2),
                StatedFigure("80.50", unit: 3), StatedFigure("95.1", unit: 4),
            ])
            // At 0.75, 1.5 and 2.25 places above 60: 60 + 0.75 * 20.5, 80.5, 80.5 + 0.25 * 14.6.
            #expect(
                try connection.texts(Self.distributions)
                    == ["2017 4 79.025 60 75.375 80.5 84.15 95.1"])
            #expect(
                try connection.texts(Self.places) == [
                    "Danderyd 2017 60 4 4 red", "Nacka 2017 80.5 2 4 yellow",
                    "Solna 2017 80.50 2 4 yellow", "Täby 2017 95.1 1 4 green",
                ])
        }
    }

    @Test func `equal values have no colour, and three have none`() async throws {
        try await WarehouseFixture.withConnection { connection in
            try connection.load((1...4).map { StatedFigure("7", unit: $0) })
            #expect(
                try connection.texts(Self.places)
                    == ["Danderyd", "Nacka", "Solna", "Täby"].map { "\($0) 2017 7 1 4 -" })
            try connection.load((1...3).map { StatedFigure("\($0)", unit: $0) })
            #expect(
                try connection.texts(Self.places) == [
                    "Danderyd 2017 1 3 3 -", "Nacka 2017 2 2 3 -", "Solna 2017 3 1 3 -",
                ])
        }
    }

    @Test func `a corrected figure moves everybody's place in the same load`() async throws {
        try await WarehouseFixture.withConnection { connection in
            try connection.load(Self.report)
            try connection.load(Self.report.dropLast() + [StatedFigure("96", unit: 5)])
            #expect(
                try connection.texts(Self.places) == [
                    "Danderyd 2017 89 2 5 green", "Nacka 2017 86 4 5 yellow",
                    "Solna 2017 85 5 5 red", "Täby 2017 88 3 5 yellow", "Värmdö 2017 96 1 5 green",
                ])
            #expect(try self.findings(&connection).isEmpty)
        }
    }

    @Test func `the latest value is the latest final one, and falls back when it is withdrawn`()
        async throws
    {
        @Sendable func year2018(_ value: String, status: Int16) -> StatedFigure {
            var figure = StatedFigure(value)
            figure.period = 120_180_000
            figure.status = status
            return figure
        }
        try await WarehouseFixture.withConnection { connection in
            try connection.load([StatedFigure("86"), year2018("85", status: 1)])
            #expect(try connection.texts(Self.places) == ["Nacka 2017 86 1 1 -"])
            try connection.load([StatedFigure("86"), year2018("84", status: 0)])
            #expect(try connection.texts(Self.places) == ["Nacka 2018 84 1 1 -"])
            #expect(
                try connection.texts("SELECT (previous_value, change)::text FROM mart.profile")
                    == ["(86,-2)"])
            try connection.load([StatedFigure("86")])
            #expect(try connection.texts(Self.places) == ["Nacka 2017 86 1 1 -"])
            #expect(try self.findings(&connection).isEmpty)
        }
    }

    @Test func `what a bulk load leaves is computed when it is read, and kept by parts`()
        async throws
    {
        try await WarehouseFixture.withConnection(role: nil) { connection in
            let kept: SQL = """
                SELECT concat_ws(' ', (SELECT count(*) FROM dw.outcome_distribution),
                    (SELECT count(*) FROM dw.latest_outcome), (SELECT count(*) FROM etl.changed_slice))
                """
            try connection.transaction(.readWrite) { connection in
                let load = try LoadLedger.begin(
                    &connection, run: 1, source: 2, identity: Array(repeating: 7, count: 32),
                    files: [])
                try OutcomeMerge.withoutIndexes(&connection) { connection in
                    for figure in Self.report { try connection.stage(figure) }
                    _ = try OutcomeMerge.fillOutcomes(&connection, load: load)
                }
            }
            let places = [
                "Danderyd 2017 89 1 5 green", "Nacka 2017 86 3 5 yellow",
                "Solna 2017 85 4 5 yellow", "Täby 2017 88 2 5 green", "Värmdö 2017 66 5 5 red",
            ]
            let index: SQL =
                "SELECT coalesce(to_regclass('dw.latest_outcome_by_indicator')::text, 'none')"
            #expect(try connection.texts(index) == ["none"])
            #expect(try connection.texts(kept) == ["0 0 1"])
            #expect(try connection.texts(Self.distributions) == ["2017 5 82.8 66 85 86 88 89"])
            #expect(try connection.texts(Self.places) == places)
            #expect(try self.findings(&connection).isEmpty)
            // The one indicator is in one part.
            let slices = try KeptPlaces.parts.map {
                try KeptPlaces.refresh(&connection, $0..<$0 + 1)
            }
            #expect(slices.sorted() == Array(repeating: 0, count: 11) + [1])
            #expect(try KeptPlaces.refresh(&connection) == 0)
            #expect(try connection.texts(kept) == ["1 5 0"])
            #expect(try connection.texts(Self.places) == places)
            #expect(try self.findings(&connection).isEmpty)
            // The trigger is there again: what comes after a bulk load is noted. And so is the index,
            // although nobody has come to the end of all parts.
            #expect(try connection.texts(index) == ["none"])
            try connection.load([StatedFigure("90", unit: 1)])
            #expect(try self.findings(&connection).isEmpty)
            #expect(try connection.texts(index) == ["dw.latest_outcome_by_indicator"])
        }
    }

    /// What is kept follows every change: new, revised and lost values, finality, and who speaks.
    ///
    /// Ten years of five kommuner, in one source or in two of which the one goes before the other, some
    /// preliminary, some missing: what is latest for one is the year before for another and old for a third.
    @Test(arguments: [(1, 1), (2, 1), (3, 2), (4, 2)] as [(UInt64, Int)])
    func `whichever years change, what is kept is what the facts give`(
        _ seed: UInt64, sources: Int
    ) async throws {
        typealias Key = [Int]
        var random = SplitMix64(seed: seed)
        func next(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
        var figures: [[Key: StatedFigure]] = [[:], [:]]
        var nights: [(document: Int32, figures: [StatedFigure])] = []
        for _ in 0..<25 {
            let source = sources == 1 ? 1 : min(1, next(3))
            for _ in 0..<(1 + next(6)) {
                let year = 2009 + next(10), unit = 1 + next(5), gender = next(2)
                var figure = StatedFigure(
                    "\(50 + next(40))", unit: Int16(unit), document: Int32(source + 1))
                figure.period = 100_000_000 + Int32(year) * 10_000
                figure.gender = Int16(gender)
                figure.status = Int16(next(3) / 2)
                figures[source][[year, unit, gender]] = next(4) == 0 ? nil : figure
            }
            let stated = figures[source].sorted { $0.key.lexicographicallyPrecedes($1.key) }
            nights.append((Int32(source + 1), stated.map(\.value)))
        }
        let sequence = nights
        try await WarehouseFixture.withConnection { connection in
            _ = try connection.texts(
                """
                INSERT INTO dw.dim_period
                SELECT 100000000 + y * 10000, y::text, 'year', y, make_date(y, 1, 1),
                    make_date(y, 12, 31), false
                FROM generate_series(2009, 2018) AS y ON CONFLICT DO NOTHING RETURNING period_code
                """)
            for (night, stated) in sequence.enumerated() {
                try connection.load(stated.figures, documents: [stated.document])
                let found = try self.findings(&connection)
                #expect(found.isEmpty, "night \(night): \(found)")
            }
            // The nights did move something: what is latest is not the newest year alone.
            let periods = try connection.texts(
                "SELECT DISTINCT period_key::text FROM dw.latest_outcome ORDER BY 1")
            #expect(periods.count > 1)
            // Computed at once it is the same, row by row, as after so many nights.
            let kept: SQL = """
                SELECT d::text FROM dw.outcome_distribution AS d
                UNION ALL SELECT l::text FROM dw.latest_outcome AS l ORDER BY 1
                """
            let byNights = try connection.texts(kept)
            try connection.execute("SELECT etl.rebuild_rankings()")
            #expect(try connection.texts(kept) == byNights)
        }
    }

    @Test func `another precedence lets another document speak`() async throws {
        try await WarehouseFixture.withConnection(role: nil) { connection in
            try connection.load([StatedFigure("5", document: 1)], documents: [1])
            try connection.load([StatedFigure("4.8")])
            #expect(try connection.texts(Self.places) == ["Nacka 2017 5 1 1 -"])
            try connection.execute("UPDATE dw.dim_source SET precedence = 90 WHERE source_key = 1")
            #expect(!(try self.findings(&connection).isEmpty))
            try connection.load([StatedFigure("4.8")])
            #expect(try connection.texts(Self.places) == ["Nacka 2017 4.8 1 1 -"])
            #expect(try self.findings(&connection).isEmpty)
        }
    }

    @Test func `the check finds a place, a quartile and a change that was left`() async throws {
        try await WarehouseFixture.withConnection(role: nil) { connection in
            try connection.load(Self.report)
            try connection.execute(
                "UPDATE dw.latest_outcome SET higher = 0, lower = 4 WHERE municipality_key = 2")
            #expect(try self.findings(&connection).count == 1)
            try connection.execute("UPDATE dw.outcome_distribution SET median = 85.5")
            #expect(try self.findings(&connection).count == 6)
            try connection.execute(
                "UPDATE dw.fact_outcome SET value = 1 WHERE municipality_key = 5")
            #expect(
                try self.findings(&connection).contains {
                    $0.problem == "its facts changed and its distribution was not refreshed"
                })
        }
    }

    @Test func `quartiles are those of percentile_cont, in exact numbers`() async throws {
        try await WarehouseFixture.withConnection(
            WarehouseFixture.empty, role: "riktmarke_read"
        ) { connection in
            let wrong = try connection.texts(
                """
                WITH sample AS (
                    SELECT n, array_agg(round((sin(n * 7 + k) * 100)::numeric, k % 4)) AS v
                    FROM generate_series(1, 60) AS n, generate_series(1, n) AS k
                    GROUP BY n
                ), sorted AS (
                    SELECT n, (SELECT array_agg(x ORDER BY x) FROM unnest(v) AS x) AS v FROM sample
                )
                SELECT format('%s values, quarter %s', n, q)
                FROM sorted, generate_series(1, 3) AS q
                WHERE abs(mart.quartile(v, q) - (
                    SELECT percentile_cont(q / 4.0) WITHIN GROUP (ORDER BY x) FROM unnest(v) AS x)::numeric) > 1e-11
                """)
            #expect(wrong.isEmpty)
            #expect(
                try connection.texts("SELECT coalesce(mart.quartile('{}', 2)::text, 'none')") == [
                    "none"
                ])
        }
    }

    @Test func `a group of one's own is compared by the same rules`() async throws {
        try await WarehouseFixture.withDatabase { database in
            try await WarehouseFixture.connect(database, role: "riktmarke_etl") { connection in
                _ = try connection.load(Self.report)
            }
            try await WarehouseFixture.connect(database, role: "riktmarke_read") { connection in
                // Among Danderyd 89, Nacka 86, Täby 88, Värmdö 66 the quartiles are 81, 87 and 88.25.
                let rows = try connection.texts(
                    """
                    SELECT concat_ws(' ', municipality, value, rank, with_value, members,
                        quartile_colour, mean, lower_quartile, median, upper_quartile, file_name, file_line)
                    FROM mart.compare('U33461', '2017', ARRAY['0162', 'Nacka', '0160', '0120'])
                    """)
                #expect(
                    rows == [
                        "Danderyd 89 1 4 4 green 82.25 81 87 88.25 figures.csv 2",
                        "Täby 88 2 4 4 yellow 82.25 81 87 88.25 figures.csv 2",
                        "Nacka 86 3 4 4 yellow 82.25 81 87 88.25 figures.csv 2",
                        "Värmdö 66 4 4 4 red 82.25 81 87 88.25 figures.csv 2",
                    ])
                let everybody = try connection.texts(
                    """
                    SELECT concat_ws(' ', c.municipality, c.rank = r.rank, c.quartile_colour = r.quartile_colour)
                    FROM mart.compare('u33461', '2017') AS c
                    JOIN mart.ranking AS r ON r.municipality = c.municipality AND r.indicator_code = 'U33461'
                    ORDER BY c.municipality_code
                    """)
                #expect(
                    everybody == [
                        "Värmdö t t", "Täby t t", "Danderyd t t", "Nacka t t", "Solna t t",
                    ])
            }
        }
    }
}
