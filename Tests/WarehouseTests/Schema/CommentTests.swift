import TestSupport
import Testing

@Suite struct CommentTests {
    /// Everything of ours without a comment, a line each; what extensions own is theirs.
    private static let uncommented = """
        WITH ours AS (
            SELECT oid, nspname FROM pg_namespace
            WHERE nspname IN ('dw', 'staging', 'etl', 'mart', 'case_data')
        )
        SELECT 'schema ' || nspname FROM ours WHERE obj_description(oid, 'pg_namespace') IS NULL
        UNION ALL
        SELECT format('relation %s.%s', o.nspname, c.relname)
        FROM pg_class AS c JOIN ours AS o ON o.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'v', 'm', 'p') AND obj_description(c.oid, 'pg_class') IS NULL
        UNION ALL
        SELECT format('column %s.%s.%s', o.nspname, c.relname, a.attname)
        FROM pg_class AS c JOIN ours AS o ON o.oid = c.relnamespace
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relkind IN ('r', 'v', 'm', 'p') AND col_description(c.oid, a.attnum) IS NULL
        UNION ALL
        SELECT format('function %s', p.oid::regprocedure)
        FROM pg_proc AS p JOIN ours AS o ON o.oid = p.pronamespace
        WHERE obj_description(p.oid, 'pg_proc') IS NULL
            AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.objid = p.oid AND d.deptype = 'e')
        ORDER BY 1
        """

    @Test func `every schema, table, view, column and function says what it is`() async throws {
        try await WarehouseFixture.withDatabase(WarehouseFixture.empty) { database in
            let silent = try await database.psql(Self.uncommented)
            #expect(silent == "")
        }
    }

    @Test func `every fact and dimension says its grain`() async throws {
        try await WarehouseFixture.withDatabase(WarehouseFixture.empty) { database in
            let silent = try await database.psql(
                """
                SELECT c.oid::regclass FROM pg_class AS c
                WHERE c.relnamespace IN ('dw'::regnamespace, 'case_data'::regnamespace) AND c.relkind = 'r'
                    AND obj_description(c.oid, 'pg_class') !~ 'grain: '
                """)
            #expect(silent == "")
        }
    }
}
