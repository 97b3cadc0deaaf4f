import Cases
import Postgres
import TestSupport
import Testing
import Warehouse

/// Who reaches case data, and that whoever does is written down.
@Suite struct CasePrivilegeTests {
    /// Two cases and a revision of a source, as their owner would have them.
    private static let filled = """
        SET ROLE riktmarke_case_load;
        SELECT case_data.merge_cases('a', '0182', 1, sha256('k'), '2015-01-01', '2017-12-31', 2, 0,
            ARRAY[repeat('01', 32), repeat('02', 32)], ARRAY[repeat('0a', 32), repeat('0b', 32)],
            ARRAY['investigation', 'intervention'], ARRAY['2016-01-10', '2015-03-01'], ARRAY['', '2015-05-01'],
            ARRAY['', ''], ARRAY[-1, 9], ARRAY['K', ''], ARRAY[false, false], ARRAY[false, false],
            ARRAY[false, false]);
        SELECT case_data.merge_cases('a', '0182', 2, sha256('k'), '2015-01-01', '2017-12-31', 2, 0,
            ARRAY[repeat('01', 32), repeat('02', 32)], ARRAY[repeat('0a', 32), repeat('0b', 32)],
            ARRAY['investigation', 'intervention'], ARRAY['2016-01-10', '2015-03-01'], ARRAY['2016-03-01', '2015-05-01'],
            ARRAY['', ''], ARRAY[7, 9], ARRAY['K', ''], ARRAY[false, false], ARRAY[false, false],
            ARRAY[false, false]);
        RESET ROLE;
        """

    private static let ways = [
        "SELECT * FROM case_data.fact_case", "SELECT * FROM case_data.fact_case_revision",
        "SELECT * FROM case_data.access_log", "SELECT * FROM case_data.pseudonym_key",
        "SELECT * FROM case_data.delivery", "SELECT case_data.open_access('a', 'x')",
        "SELECT case_data.read_cases(1)", "SELECT case_data.source_state('a')",
        "SELECT case_data.purge_cases(NULL, 'x', NULL, NULL, true)",
        "DELETE FROM case_data.fact_case", "TRUNCATE case_data.access_log",
        "ALTER TABLE case_data.fact_case OWNER TO CURRENT_USER", "DROP SCHEMA case_data CASCADE",
        "GRANT USAGE ON SCHEMA case_data TO PUBLIC", "CREATE TABLE case_data.mine (n int)",
        "SET ROLE riktmarke_case_load; SELECT 1/0", "SET ROLE riktmarke_case_owner; SELECT 1/0",
    ]

    /// A login that is a member of one role and nothing else.
    private static func login(_ role: String, _ database: TestDatabase) async throws -> String {
        let name = "only_\(role)"
        try await database.psql(
            """
            DO $$ BEGIN CREATE ROLE \(name) LOGIN;
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$
            """)
        try await database.psql("GRANT \(role) TO \(name)")
        return name
    }

    private static func connect<R: Sendable>(
        as role: String, _ database: TestDatabase, _ body: @Sendable (inout Connection) throws -> R
    ) async throws -> R {
        let login = try await login(role, database)
        let session = try await Session(
            ConnectionOptions(
                target: .conninfo(database.conninfo + " user=\(login)"), applicationName: "test",
                role: role))
        let result = try await session.withConnection(body)
        await session.close()
        return result
    }

    @Test(arguments: ["riktmarke_read", "riktmarke_etl", "riktmarke_owner"])
    func `readers, the loader and the owner of the warehouse do not reach case data in any way`(
        role: String
    ) async throws {
        try await WarehouseFixture.withDatabase(WarehouseFixture.empty) { database in
            try await database.psql(Self.filled)
            try await Self.connect(as: role, database) { connection in
                for statement in Self.ways {
                    let error = try postgresError { try connection.runScript(statement) }
                    #expect(error.sqlState == .insufficientPrivilege, "\(statement): \(error)")
                }
            }
            #expect(try await database.psql("SELECT count(*) FROM case_data.fact_case") == "2")
        }
    }

    @Test func `those who work with case data reach it by functions alone`() async throws {
        try await WarehouseFixture.withDatabase(WarehouseFixture.empty) { database in
            try await database.psql(Self.filled)
            for role in ["riktmarke_case_load", "riktmarke_case_read"] {
                try await Self.connect(as: role, database) { connection in
                    for table in ["fact_case", "fact_case_revision", "pseudonym_key"] {
                        for statement in [
                            "SELECT * FROM case_data.\(table)", "DELETE FROM case_data.\(table)",
                        ] {
                            let error = try postgresError { try connection.runScript(statement) }
                            #expect(error.sqlState == .insufficientPrivilege, "\(statement)")
                        }
                    }
                    for statement in [
                        "DELETE FROM case_data.access_log",
                        "UPDATE case_data.access_log SET purpose = 'x'",
                        "INSERT INTO case_data.access_log (action, purpose) VALUES ('read', 'x')",
                        "SELECT * FROM dw.fact_outcome",
                    ] {
                        let error = try postgresError { try connection.runScript(statement) }
                        #expect(error.sqlState == .insufficientPrivilege, "\(statement)")
                    }
                }
            }
            try await Self.connect(as: "riktmarke_case_read", database) { connection in
                let error = try postgresError {
                    try connection.runScript(
                        "SELECT case_data.purge_cases(NULL, 'x', NULL, NULL, true)")
                }
                #expect(error.sqlState == .insufficientPrivilege)
                let log = try connection.texts(
                    "SELECT action || ' ' || row_count FROM case_data.access_log ORDER BY access_no"
                )
                #expect(log == ["load 2", "load 2"])
            }
        }
    }

    @Test func `rows are handed out in a transaction after the one that says what for`()
        async throws
    {
        try await WarehouseFixture.withDatabase(WarehouseFixture.empty) { database in
            try await database.psql(Self.filled)
            try await Self.connect(as: "riktmarke_case_read", database) { connection in
                // In one transaction, whose undoing would undo the entry too: refused.
                let error = try postgresError {
                    try connection.transaction(.readWrite) { connection in
                        let access = try connection.onlyRow(
                            CaseStatement.openAccess, "a", "granskning")
                        _ = try connection.rows(CaseStatement.readCases, access)
                    }
                }
                #expect(error.sqlState == .insufficientPrivilege)
                let access = try connection.onlyRow(CaseStatement.openAccess, "a", "granskning")
                var ages: [Int?] = []
                try CaseStore.read(&connection, access: access) { ages.append($0.ageAtClose) }
                #expect(ages == [7, 9])
                // An entry that is not there, or that somebody else opened.
                let other = try postgresError {
                    _ = try connection.rows(CaseStatement.readCases, Int64(9999))
                }
                #expect(other.sqlState == .insufficientPrivilege)
            }
            let log = try await database.psql(
                """
                SELECT login, action, purpose, source_code, row_count, application
                FROM case_data.access_log WHERE action = 'read'
                """)
            #expect(log == "only_riktmarke_case_read|read|granskning|a|2|test")
            try await Self.connect(as: "riktmarke_case_load", database) { connection in
                let foreign = try postgresError {
                    _ = try connection.rows(CaseStatement.readCases, Int64(4))
                }
                #expect(foreign.sqlState == .insufficientPrivilege)
            }
        }
    }

    @Test(arguments: [
        ("NULL, '2015-06-01', NULL, false", "1|0", "1|1"),
        ("NULL, '2015-05-01', NULL, false", "0|0", "2|1"),
        ("NULL, '2016-03-02', NULL, false", "2|1", "0|0"),
        ("'a', NULL, ARRAY[repeat('01', 32)], false", "1|1", "1|0"),
        ("'b', NULL, ARRAY[repeat('01', 32)], false", "0|0", "2|1"),
        ("'a', NULL, NULL, true", "2|1", "0|0"), ("NULL, NULL, NULL, true", "2|1", "0|0"),
    ])
    func `a purge takes cases and their revisions, and is written down`(
        which: String, removed: String, left: String
    ) async throws {
        try await WarehouseFixture.withDatabase(WarehouseFixture.empty) { database in
            try await database.psql(Self.filled)
            let parts = which.split(separator: ", ", maxSplits: 1)
            let result = try await database.psql(
                "SELECT cases, revisions FROM case_data.purge_cases(\(parts[0]), 'gallring', \(parts[1]))"
            )
            #expect(result == removed)
            let rows = try await database.psql(
                """
                SELECT (SELECT count(*) FROM case_data.fact_case),
                    (SELECT count(*) FROM case_data.fact_case_revision)
                """)
            #expect(rows == left)
            let logged = try await database.psql(
                "SELECT count(*) FROM case_data.access_log WHERE action = 'purge' AND purpose = 'gallring'"
            )
            #expect(logged == "1")
        }
    }

    @Test func `a purge must say which, and a withdrawn case is reached by its revisions`()
        async throws
    {
        try await WarehouseFixture.withDatabase(WarehouseFixture.empty) { database in
            try await database.psql(Self.filled)
            for which in ["NULL, NULL, false", "'2016-01-01', NULL, true"] {
                await #expect(throws: (any Error).self) {
                    try await database.psql(
                        "SELECT case_data.purge_cases(NULL, 'x', \(which))")
                }
            }
            // A delivery without anything withdraws both cases.
            try await database.psql(
                """
                SELECT case_data.merge_cases('a', '0182', 3, sha256('k'), '2015-01-01', '2017-12-31', 0, 0,
                    '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')
                """)
            let kept = try await database.psql("SELECT count(*) FROM case_data.fact_case_revision")
            #expect(kept == "3")
            let removed = try await database.psql(
                "SELECT cases, revisions FROM case_data.purge_cases(NULL, 'x', '2100-01-01', NULL, false)"
            )
            #expect(removed == "0|3")
        }
    }
}
