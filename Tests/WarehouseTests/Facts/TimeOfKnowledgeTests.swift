import Postgres
import TestSupport
import Testing
import Warehouse

/// What was known when: every version holds from the load that recorded it to the one that replaced it.
@Suite struct TimeOfKnowledgeTests {
    @Test func `each version ends at the moment at which the next one begins`() async throws {
        try await WarehouseFixture.withConnection { connection in
            for value in ["86", "87", "88"] { try connection.load([StatedFigure(value)]) }
            let chained = try connection.texts(
                """
                SELECT format('%s %s %s', value, revision_no,
                    recorded_to IS NOT DISTINCT FROM lead(recorded_from) OVER (ORDER BY revision_no))
                FROM mart.outcome_version ORDER BY revision_no
                """)
            #expect(chained == ["86 1 t", "87 2 t", "88 3 t"])
        }
    }

    @Test func `before, at and after a change the right version is known`() async throws {
        try await WarehouseFixture.withConnection { connection in
            try connection.load([StatedFigure("86")])
            try connection.load([StatedFigure("87")])
            let times = try connection.query(
                "SELECT recorded_at FROM etl.load ORDER BY load_key", as: PostgresTimestamp.self)
            let first = try #require(times.first)
            let second = try #require(times.last)
            let cases: [(PostgresTimestamp, [String])] = [
                (first.adding(microseconds: -1), []), (first, ["86"]),
                (second.adding(microseconds: -1), ["86"]), (second, ["87"]),
            ]
            for (moment, expected) in cases {
                let rows = try connection.rows(
                    ReadStatement.compareOutcomesAsOf, Int32(1), Int32(120_170_000), Int16(0),
                    [Int16(2)], moment)
                #expect(rows.map { $0.1.map { "\($0)" } ?? "" } == expected)
                let exported = try connection.rows(
                    ReadStatement.exportOutcomes, [Int32(1)], [Int16(2)], PostgresDate?.none,
                    PostgresDate?.none, [Int16(0)], moment, true)
                #expect(exported.map { $0.6.map { "\($0)" } ?? "" } == expected)
            }
            let now = try connection.rows(
                ReadStatement.compareOutcomes, Int32(1), Int32(120_170_000), Int16(0), [Int16(2)])
            #expect(now.map { $0.1.map { "\($0)" } ?? "" } == ["87"])
        }
    }

    @Test func `the time of recording always grows, even when the clock has not`() async throws {
        try await WarehouseFixture.withDatabase { database in
            try await WarehouseFixture.connect(database, role: "riktmarke_etl") { connection in
                _ = try connection.load([StatedFigure("86")])
            }
            // A load from the future: the clock of the server was set back since.
            try await database.psql("UPDATE etl.load SET recorded_at = now() + interval '1 day'")
            try await WarehouseFixture.connect(database, role: "riktmarke_etl") { connection in
                for value in ["87", "88"] { try connection.load([StatedFigure(value)]) }
            }
            let growing = try await database.psql(
                """
                SELECT bool_and(recorded_at > before) FROM (
                    SELECT recorded_at, lag(recorded_at) OVER (ORDER BY load_key) AS before
                    FROM etl.load) AS l
                WHERE before IS NOT NULL
                """)
            #expect(growing == "t")
        }
    }
}

extension PostgresTimestamp {
    fileprivate func adding(microseconds: Int64) -> PostgresTimestamp {
        PostgresTimestamp(microsecondsSince2000: microsecondsSince2000 + microseconds)
    }
}
