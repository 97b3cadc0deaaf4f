import Postgres
import TestSupport
import Testing
import Warehouse
import WarehouseSQL

/// A comparison must not read the whole warehouse.
@Suite struct IndexUseTests {
    /// 40 indicators, 17 years, 300 units: 204 000 outcomes.
    private static let filling = """
        INSERT INTO dw.dim_period
        SELECT 100000000 + y * 10000, y::text, 'year', y, make_date(y, 1, 1), make_date(y, 12, 31), false
        FROM generate_series(2001, 2017) AS y ON CONFLICT DO NOTHING;
        INSERT INTO etl.load (run_key, source_key, state, identity) VALUES (1, 2, 'staged', sha256(''));
        INSERT INTO dw.fact_outcome (indicator_key, period_key, document_key, load_key, revision_no,
            source_line, municipality_key, gender_key, status_key, source_file, source_column, value)
        SELECT i, 100000000 + y * 10000, 2, 1, 1, 1, m, 0, 0, 1, 1, (i * y + m) % 100
        FROM generate_series(1, 40) AS i, generate_series(2001, 2017) AS y, generate_series(1, 300) AS m;
        VACUUM ANALYZE dw.fact_outcome;
        """

    @Test(
        arguments: [
            ("read/compare_outcomes", "(1, 120170000, 0, '{1,2,3,4,5}')"),
            ("read/compare_outcomes_as_of", "(1, 120170000, 0, '{1,2,3,4,5}', now())"),
            ("read/explain_outcome", "(1, 2, 120170000)"),
            ("read/list_final_periods", "(1, 2, 0, '{}')"),
            ("read/list_final_periods_as_of", "(1, 2, 0, now(), '{}')"),
            ("read/list_series", "(1, 0, '{1,2,3}', '{120150000,120160000,120170000}')"),
            ("read/list_periods", "(1, 2, 0, NULL)"),
        ])
    func `a question about one indicator goes through the index`(
        query: String, arguments: String
    ) async throws {
        let text = try #require(SQLText.all["queries/" + query])
        try await WarehouseFixture.withDatabase(Self.large) { database in
            let plan = try await WarehouseFixture.connect(database, role: "riktmarke_read") {
                connection in
                try connection.runScript("PREPARE q AS \(text)")
                return try connection.query(
                    SQL(text: "EXPLAIN EXECUTE q\(arguments)"), as: String.self)
            }.joined(separator: "\n")
            #expect(
                plan.contains("fact_outcome_pkey") || plan.contains("fact_outcome_by_period"),
                "\(plan)")
            #expect(!plan.contains("Seq Scan on fact_outcome "), "\(plan)")
        }
    }

    private static let large = DatabaseTemplate("warehouse_large") { database in
        let session = try await Session(WarehouseFixture.options(database))
        try await session.withConnection { connection in
            _ = try Migrator(programVersion: "test").migrate(&connection)
        }
        await session.close()
        try await database.psql(WarehouseFixture.smallSQL)
        for statement in filling.split(separator: ";") {
            try await database.psql(String(statement))
        }
    }
}
