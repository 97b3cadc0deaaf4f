import Indicators
import Postgres
import TestSupport
import Testing
import Warehouse

/// What has changed between two times is the difference between what was known at each.
@Suite struct ChangesTests {
    private static func key(_ parts: [String]) -> String { parts.joined(separator: "/") }

    /// What speaks for each figure at a time, as export gives it.
    private static func known(
        _ connection: inout Connection, at time: PostgresTimestamp?
    ) throws -> [String: String] {
        var result: [String: String] = [:]
        for row in try connection.rows(
            ReadStatement.exportOutcomes, [Int32]?.none, [Int16]?.none, PostgresDate?.none,
            PostgresDate?.none, [Int16]?.none, time, false)
        {
            result[key([row.0, row.2, row.4, row.5])] = "\(row.6.map { "\($0)" } ?? "-") \(row.7)"
        }
        return result
    }

    /// What the query for changes gives: `old → new`, a figure that was not there as nothing.
    private static func changes(
        _ connection: inout Connection, since: PostgresTimestamp, until: PostgresTimestamp?
    ) throws -> [String: String] {
        var result: [String: String] = [:]
        let indicators = try IndicatorDimension.all(&connection)
        let units = try MunicipalityDimension.all(&connection)
        for row in try connection.rows(
            ReadStatement.listChanges, since, until, [Int32]?.none, Int16?.none, String?.none,
            PostgresDate?.some(PostgresDate(daysSince2000: 9000)))
        {
            let indicator = try #require(indicators.first { $0.key == row.0 })
            let unit = try #require(units.first { $0.key == row.3 })
            func side(_ value: ScaledDecimal?, _ status: Int16?) throws -> String {
                guard let status else { return "" }
                let word = try #require(OutcomeStatus(key: status)).rawValue
                return "\(value.map { "\($0)" } ?? "-") \(word)"
            }
            result[key([indicator.code.description, unit.code.description, row.1, row.2])] =
                "\(try side(row.4, row.5)) → \(try side(row.6, row.7))"
        }
        return result
    }

    @Test(arguments: 1...4)
    func `between any two times they are the difference of the exports`(seed: UInt64) async throws {
        try await WarehouseFixture.withConnection { connection in
            var random = SplitMix64(seed: seed)
            for _ in 0..<6 {
                let documents: [Int32] = Bool.random(using: &random) ? [2, 3] : [1]
                var figures: [StatedFigure] = []
                for document in documents {
                    for unit: Int16 in 1...3 where Int.random(in: 0..<4, using: &random) > 0 {
                        var figure =
                            Int.random(in: 0..<4, using: &random) == 0
                            ? StatedFigure(status: 100, unit: unit, document: document)
                            : StatedFigure(
                                "\(Int.random(in: 80...82, using: &random))", unit: unit,
                                document: document)
                        figure.indicator = Int32.random(in: 1...2, using: &random)
                        figure.period = Bool.random(using: &random) ? 120_170_000 : 120_180_000
                        figures.append(figure)
                    }
                }
                try connection.load(figures, documents: documents)
            }
            let times = try connection.query(
                "SELECT recorded_at FROM etl.load ORDER BY load_key", as: PostgresTimestamp.self)
            #expect(times.count == 6)
            let before = PostgresTimestamp(
                microsecondsSince2000: times[0].microsecondsSince2000 - 1)
            let moments = [before] + times
            for (index, since) in moments.enumerated() {
                for until in moments[(index + 1)...].map(Optional.some) + [nil] {
                    let old = try Self.known(&connection, at: since)
                    let new = try Self.known(&connection, at: until)
                    var expected: [String: String] = [:]
                    for (key, value) in new where old[key] != value {
                        expected[key] = "\(old[key] ?? "") → \(value)"
                    }
                    let told = try Self.changes(&connection, since: since, until: until)
                    #expect(told == expected)
                }
            }
        }
    }

    @Test func `a value that goes to another and back is no change`() async throws {
        try await WarehouseFixture.withConnection { connection in
            for value in ["86", "87", "86"] { try connection.load([StatedFigure(value)]) }
            let times = try connection.query(
                "SELECT recorded_at FROM etl.load ORDER BY load_key", as: PostgresTimestamp.self)
            let whole = try Self.changes(&connection, since: times[0], until: nil)
            let last = try Self.changes(&connection, since: times[1], until: nil)
            #expect(whole.isEmpty)
            #expect(last == ["U33461/0182/2017/T": "87 ok → 86 ok"])
        }
    }

    @Test func `a run's own changes are told since that run`() async throws {
        try await WarehouseFixture.withConnection { connection in
            let never = try connection.firstRow(
                ReadStatement.findChangesSince, Int32?.none, PostgresTimestamp?.none)
            #expect(never == nil)
            try connection.load([StatedFigure("86")])
            try connection.load([StatedFigure("86")])  // changes nothing
            let found = try connection.firstRow(
                ReadStatement.findChangesSince, Int32?.none, PostgresTimestamp?.none)
            let first = try #require(found)
            #expect(first.0 == 1)
            let told = try Self.changes(&connection, since: first.1, until: nil)
            #expect(told == ["U33461/0182/2017/T": " → 86 ok"])
            let later = try connection.firstRow(
                ReadStatement.findChangesSince, Int32(2), PostgresTimestamp?.none)
            #expect(later == nil)
        }
    }

    @Test func `places are those of the group before and after`() async throws {
        try await WarehouseFixture.withDatabase { database in
            try await database.psql(
                """
                INSERT INTO dw.dim_peer_group (group_code, name, kind) VALUES ('a-group', 'Grupp', 'own');
                INSERT INTO dw.bridge_peer_group
                SELECT 1, m, daterange(NULL, NULL), '1', NULL, tstzrange('2018-01-01', NULL) FROM generate_series(1, 3) AS m;
                """)
            try await WarehouseFixture.connect(database, role: "riktmarke_etl") { connection in
                // High is good: Danderyd 89, Nacka 86, Solna 85; Täby is no member.
                let before = ["89", "86", "85", "99"]
                let after = ["89", "86", "88", "98"]
                for values in [before, after] {
                    try connection.load(
                        values.enumerated().map { StatedFigure($1, unit: Int16($0 + 1)) })
                }
                let times = try connection.query(
                    "SELECT recorded_at FROM etl.load ORDER BY load_key",
                    as: PostgresTimestamp.self)
                func places(focus: Int16?) throws -> [String] {
                    try connection.rows(
                        ReadStatement.listChanges, times[0], PostgresTimestamp?.none,
                        [Int32]?.none, focus, "a-group",
                        PostgresDate?.some(PostgresDate(daysSince2000: 9000))
                    ).map { row in
                        let numbers = [row.11, row.12, row.13, row.14].map { number in
                            number.map { "\($0)" } ?? "-"
                        }
                        return "\(row.3): " + numbers.joined(separator: " ")
                    }
                }
                // Nacka falls from 2 of 3 to 3 of 3, though its own value is as it was.
                let ofFocus = try places(focus: 2)
                let own = try places(focus: nil)
                #expect(ofFocus == ["3: 2 3 3 3"])
                #expect(own == ["3: 3 3 2 3"])
            }
        }
    }
}
