import Postgres
import TestSupport
import Testing
import Warehouse

/// What is internal is closed to readers until the loader has looked at it.
@Suite struct ClearanceTests {
    /// Makes an indicator of the fixture a count of persons that is internal, or public again.
    private func declare(
        _ disclosure: String, _ database: TestDatabase
    ) async throws {
        try await database.psql(
            """
            UPDATE dw.dim_indicator_version
            SET disclosure = '\(disclosure)', value_kind = 'count', uncertainty = 'persons'
            WHERE indicator_key = 1
            """)
    }

    /// What the reading role gets of the indicator: in every view the same.
    private func shown(_ database: TestDatabase) async throws -> [String] {
        var answers: Set<[String]> = []
        for view in ["outcome_now", "outcome_stated", "outcome_version", "outcome_current"] {
            let text = try await database.psql(
                """
                SET ROLE riktmarke_read;
                SELECT concat_ws(' ', municipality_key, value, status_key) FROM mart.\(view)
                WHERE indicator_key = 1 ORDER BY municipality_key
                """)
            answers.insert(text.split(separator: "\n").map(String.init))
        }
        let byName = try await database.psql(
            """
            SET ROLE riktmarke_read;
            SELECT concat_ws(' ', municipality_key, value, CASE status WHEN 'ok' THEN 0 WHEN 'suppressed' THEN 120 END)
            FROM mart.outcome WHERE indicator_key = 1 ORDER BY municipality_key
            """)
        answers.insert(byName.split(separator: "\n").map(String.init))
        #expect(answers.count == 1, "\(answers)")
        return answers.first ?? []
    }

    private func kept(_ database: TestDatabase) async throws -> String {
        try await database.psql(
            """
            SELECT (SELECT count(*) FROM dw.outcome_distribution WHERE indicator_key = 1),
                (SELECT count(*) FROM dw.latest_outcome WHERE indicator_key = 1),
                (SELECT count(*) FROM dw.cleared_outcome)
            """)
    }

    private static let figures = [
        StatedFigure("3", unit: 1), StatedFigure("40", unit: 2), StatedFigure("25", unit: 3),
    ]

    @Test func `a load shows what is safe and keeps no place of it`() async throws {
        try await WarehouseFixture.withDatabase { database in
            try await declare("internal", database)
            try await WarehouseFixture.connect(database, role: "riktmarke_etl") { connection in
                _ = try connection.load(Self.figures)
            }
            #expect(try await shown(database) == ["1 120", "2 40 0", "3 25 0"])
            #expect(try await kept(database) == "0|0|2")
        }
    }

    @Test func `a figure that somebody changes by hand is closed until it has been looked at`()
        async throws
    {
        try await WarehouseFixture.withDatabase { database in
            try await declare("internal", database)
            try await WarehouseFixture.connect(database, role: "riktmarke_etl") { connection in
                _ = try connection.load(Self.figures)
            }
            try await database.psql(
                "UPDATE dw.fact_outcome SET value = 4 WHERE indicator_key = 1 AND municipality_key = 2"
            )
            #expect(try await shown(database) == ["1 120", "2 120", "3 120"])
            let checks = try await WarehouseFixture.connect(database, role: "riktmarke_etl") {
                connection in
                let check = try #require(DataCheck.all.first { $0.name == "unchecked_figures" })
                let before = try check.run(&connection).map(\.subject)
                let looked = try OutcomeClearance.refresh(&connection)
                return (before, looked, try check.run(&connection))
            }
            #expect(checks.0 == ["indicator_key 1"])
            #expect(checks.1 == 1)
            #expect(checks.2.isEmpty)
            #expect(try await shown(database) == ["1 120", "2 120", "3 25 0"])
        }
    }

    @Test func `what becomes internal is closed at once, and what becomes public has places again`()
        async throws
    {
        try await WarehouseFixture.withDatabase { database in
            try await declare("public", database)
            try await WarehouseFixture.connect(database, role: "riktmarke_etl") { connection in
                _ = try connection.load(Self.figures)
            }
            #expect(try await shown(database) == ["1 3 0", "2 40 0", "3 25 0"])
            #expect(try await kept(database) == "1|3|0")
            try await declare("internal", database)
            #expect(try await shown(database) == ["1 120", "2 120", "3 120"])
            #expect(try await kept(database) == "0|0|0")
            try await declare("public", database)
            try await database.psql("SELECT etl.refresh_rankings()")
            #expect(try await kept(database) == "1|3|0")
            #expect(try await shown(database) == ["1 3 0", "2 40 0", "3 25 0"])
        }
    }
}
