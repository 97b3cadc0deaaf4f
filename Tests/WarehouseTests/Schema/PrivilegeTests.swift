import Postgres
import TestSupport
import Testing
import Warehouse

/// What each role can see and do; a login has no rights of its own here, only its role's.
@Suite struct PrivilegeTests {
    @Test func `the reading role sees every view of mart and nothing else`() async throws {
        try await WarehouseFixture.withDatabase(WarehouseFixture.empty) { database in
            let readable = try await database.psql(
                """
                SELECT string_agg(DISTINCT n.nspname, ','),
                    bool_and(has_table_privilege('riktmarke_read', c.oid, 'SELECT'))
                FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'v') AND n.nspname = 'mart'
                """)
            #expect(readable == "mart|t")
            let elsewhere = try await database.psql(
                """
                SELECT count(*) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('dw', 'etl', 'staging') AND c.relkind IN ('r', 'v', 'S')
                    AND (has_schema_privilege('riktmarke_read', n.oid, 'USAGE')
                        OR CASE WHEN c.relkind = 'S'
                            THEN has_sequence_privilege('riktmarke_read', c.oid, 'USAGE, SELECT, UPDATE')
                            ELSE has_table_privilege('riktmarke_read', c.oid,
                                'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER') END)
                """)
            #expect(elsewhere == "0")
        }
    }

    @Test func `the reading role can write nothing anywhere`() async throws {
        try await WarehouseFixture.withDatabase(WarehouseFixture.empty) { database in
            let writable = try await database.psql(
                """
                SELECT count(*) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('mart', 'dw', 'etl', 'staging') AND c.relkind IN ('r', 'v')
                    AND has_table_privilege('riktmarke_read', c.oid,
                        'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
                """)
            #expect(writable == "0")
            let creating = try await database.psql(
                """
                SELECT count(*) FROM pg_namespace
                WHERE nspname !~ '^pg_' AND has_schema_privilege('riktmarke_read', oid, 'CREATE')
                """)
            #expect(creating == "0")
            let functions = try await database.psql(
                """
                SELECT string_agg(p.proname || ' ' || p.provolatile::text, ', ' ORDER BY p.proname) FROM pg_proc AS p
                WHERE p.pronamespace IN ('etl'::regnamespace, 'mart'::regnamespace, 'dw'::regnamespace)
                    AND has_function_privilege('riktmarke_read', p.oid, 'EXECUTE')
                    AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.objid = p.oid AND d.deptype = 'e')
                """)
            // Immutable: it can do nothing but compute. Stable, and run as the reader: it sees no more
            // than the reader does. is_shown runs as its owner and answers yes or no; so do the two that
            // are pending, for the views over them, in a schema that the reader cannot name.
            #expect(
                functions
                    == "compare s, compare_group s, is_shown s, pending_distributions s, "
                    + "pending_latest_outcomes s, place i, publication_state i, quartile i, quartile_colour i"
            )
        }
    }

    /// Statements that the loading role must not be able to run.
    static let forbidden = [
        "DELETE FROM dw.fact_outcome", "TRUNCATE dw.fact_outcome", "DELETE FROM dw.fact_target",
        "TRUNCATE dw.fact_target", "UPDATE dw.fact_outcome_revision SET value = 1",
        "DELETE FROM dw.fact_outcome_revision", "TRUNCATE dw.fact_outcome_revision",
        "UPDATE dw.fact_target_revision SET value = 1", "DELETE FROM dw.fact_target_revision",
        "DELETE FROM dw.fact_economy", "TRUNCATE dw.fact_staff_absence",
        "UPDATE dw.fact_economy_revision SET amount = 1",
        "DELETE FROM dw.fact_staff_absence_revision", "DELETE FROM dw.dim_workplace",
        "UPDATE dw.dim_economy_subject SET name = ''",
        "DELETE FROM dw.dim_municipality", "DELETE FROM dw.dim_indicator",
        "DELETE FROM dw.dim_indicator_version", "DELETE FROM dw.bridge_peer_group",
        "DELETE FROM dw.dim_document", "DELETE FROM etl.load", "DELETE FROM etl.run",
        "DELETE FROM etl.reject", "UPDATE etl.reject SET cell = ''",
        "DELETE FROM etl.finding", "UPDATE etl.finding SET printed = ''",
        "UPDATE etl.load_file SET file_name = ''", "UPDATE etl.schema_migration SET name = name",
        "INSERT INTO etl.schema_migration VALUES (9, '9', sha256(''), now(), '', 0, '')",
        "ALTER TABLE dw.fact_outcome ADD COLUMN more int", "DROP TABLE dw.fact_outcome",
        "CREATE TABLE dw.mine (n int)", "CREATE TABLE mart.mine (n int)",
        "CREATE TABLE staging.mine (n int)", "ALTER TABLE dw.fact_outcome DISABLE TRIGGER ALL",
        "CREATE INDEX ON dw.fact_outcome (value)", "DROP VIEW mart.outcome",
        "SET ROLE riktmarke_owner; SELECT 1/0",
    ]

    @Test
    func `the loading role can neither delete facts, nor change revisions, nor alter anything`()
        async throws
    {
        try await WarehouseFixture.withDatabase(WarehouseFixture.empty) { database in
            // A login that is nothing but a member of the loading role.
            try await database.psql(
                """
                DO $$ BEGIN CREATE ROLE test_loader LOGIN;
                EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$
                """)
            try await database.psql("GRANT riktmarke_etl TO test_loader")
            let session = try await Session(
                ConnectionOptions(
                    target: .conninfo(database.conninfo + " user=test_loader"),
                    applicationName: "test",
                    role: "riktmarke_etl"))
            try await session.withConnection { connection in
                for statement in Self.forbidden {
                    let error = try postgresError { try connection.runScript(statement) }
                    #expect(error.sqlState == .insufficientPrivilege, "\(statement): \(error)")
                }
            }
            await session.close()
        }
    }

    @Test(arguments: ["riktmarke_read", "riktmarke_etl", "riktmarke_owner"])
    func `a session takes its role on start, also under a superuser's URL`(
        role: String
    )
        async throws
    {
        try await WarehouseFixture.withConnection(WarehouseFixture.empty, role: role) {
            connection in
            let names = try connection.texts("SELECT session_user || '>' || current_user")
            #expect(names == ["postgres>\(role)"])
            let isSuper = try connection.texts("SELECT current_setting('is_superuser')")
            #expect(isSuper == ["off"])
        }
    }

    @Test func `the bulk functions cannot be turned against their owner by a search path`()
        async throws
    {
        try await WarehouseFixture.withDatabase(WarehouseFixture.empty) { database in
            let loose = try await database.psql(
                """
                SELECT p.proname FROM pg_proc AS p
                WHERE p.prosecdef AND p.pronamespace IN ('etl'::regnamespace, 'mart'::regnamespace,
                        'dw'::regnamespace, 'staging'::regnamespace, 'case_data'::regnamespace)
                    AND NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (p.proconfig), false)
                """)
            #expect(loose == "")
        }
    }
}
