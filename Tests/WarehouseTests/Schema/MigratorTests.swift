import Diagnostics
import Postgres
import TestSupport
import Testing
import WarehouseSQL

@testable import Warehouse

/// How a database comes to have our schema, and what is refused on the way.
@Suite struct MigratorTests {
    private static let scripts = [
        "0001_schemas", "0002_dimensions", "0003_runs", "0004_facts", "0005_peer_groups",
        "0006_current_dimensions", "0007_slices", "0008_catalogue", "0009_indicator_groups",
        "0010_nights", "0011_rankings", "0012_clearance", "0013_findings_harmonisation",
        "0014_economy_absence", "0015_cases", "0016_finite_dates", "0017_staging_statistics",
        "0018_current_tables", "00_clock", "01_bulk_load", "01_disclosure_changes",
        "02_mart_dimensions", "02_mart_harmonisation", "03_mart_facts", "03_mart_targets",
        "04_mart_slices", "05_mart_warnings", "06_mart_changes", "06_ranking_changes",
        "06_ranking_queries", "06_rankings", "06_rankings_pending", "07_mart_comparison",
        "08_cases", "08_mart_absence", "08_mart_economy",
    ]
    /// The number of the newest migration.
    private static let newest = 18
    private static let migrator = Migrator(programVersion: "1.2.3")

    /// Lends a connection to a new database without a schema, in a cluster that has the roles.
    private func withNewDatabase<R: Sendable>(
        _ body: @Sendable (TestDatabase) async throws -> R
    ) async throws -> R {
        try await WarehouseFixture.withDatabase(WarehouseFixture.roles, body)
    }

    @Test func `a new database gets every script in order, and the ledger says so`() async throws {
        try await withNewDatabase { database in
            let steps = try await WarehouseFixture.connect(database) { connection in
                var heard: [String] = []
                let steps = try Self.migrator.migrate(&connection) { heard.append($0.name) }
                #expect(heard == steps.map(\.name))
                return steps.map(\.name)
            }
            #expect(steps == Self.scripts)
            let ledger = try await database.psql(
                """
                SELECT migration_no, name, octet_length(sha256), applied_by, program_version
                FROM etl.schema_migration ORDER BY 1
                """)
            #expect(
                ledger.split(separator: "\n").map(String.init) == [
                    "1|0001_schemas|32|postgres|1.2.3", "2|0002_dimensions|32|postgres|1.2.3",
                    "3|0003_runs|32|postgres|1.2.3", "4|0004_facts|32|postgres|1.2.3",
                    "5|0005_peer_groups|32|postgres|1.2.3",
                    "6|0006_current_dimensions|32|postgres|1.2.3",
                    "7|0007_slices|32|postgres|1.2.3",
                    "8|0008_catalogue|32|postgres|1.2.3",
                    "9|0009_indicator_groups|32|postgres|1.2.3",
                    "10|0010_nights|32|postgres|1.2.3",
                    "11|0011_rankings|32|postgres|1.2.3",
                    "12|0012_clearance|32|postgres|1.2.3",
                    "13|0013_findings_harmonisation|32|postgres|1.2.3",
                    "14|0014_economy_absence|32|postgres|1.2.3",
                    "15|0015_cases|32|postgres|1.2.3",
                    "16|0016_finite_dates|32|postgres|1.2.3",
                    "17|0017_staging_statistics|32|postgres|1.2.3",
                    "18|0018_current_tables|32|postgres|1.2.3",
                ])
            let owners = try await database.psql(
                """
                SELECT string_agg(DISTINCT pg_get_userbyid(relowner), ',') FROM pg_class
                WHERE relnamespace IN ('dw'::regnamespace, 'etl'::regnamespace,
                    'staging'::regnamespace, 'mart'::regnamespace)
                """)
            #expect(owners == "riktmarke_owner")
        }
    }

    @Test func `a second time there is nothing to do`() async throws {
        try await withNewDatabase { database in
            try await WarehouseFixture.connect(database) { connection in
                _ = try Self.migrator.migrate(&connection)
            }
            let before = try await database.psql(Self.catalogue)
            try await WarehouseFixture.connect(database) { connection in
                let plan = try Self.migrator.plan(&connection)
                let steps = try Self.migrator.migrate(&connection)
                #expect(plan.isCurrent)
                #expect(steps.isEmpty)
            }
            #expect(try await database.psql(Self.catalogue) == before)
        }
    }

    @Test func `a copy of a database lacks only the owner's privilege on the database`()
        async throws
    {
        try await WarehouseFixture.withDatabase(WarehouseFixture.empty) { database in
            try await WarehouseFixture.connect(database) { connection in
                let before = try Self.migrator.plan(&connection)
                #expect(!before.rolesExist)
                #expect(Int(before.installed) == Self.newest)
                #expect(before.steps.isEmpty)
                let steps = try Self.migrator.migrate(&connection)
                #expect(steps.isEmpty)
                let after = try Self.migrator.plan(&connection)
                #expect(after.isCurrent)
            }
        }
    }

    @Test func `planning writes nothing`() async throws {
        try await withNewDatabase { database in
            let before = try await database.psql(Self.catalogue)
            try await WarehouseFixture.connect(database) { connection in
                let plan = try Self.migrator.plan(&connection)
                #expect(plan.steps.map(\.name) == Self.scripts)
                #expect(plan.installed == 0)
                #expect(!plan.isCurrent)
            }
            #expect(try await database.psql(Self.catalogue) == before)
        }
    }

    @Test func `a migration that was changed after it was applied is refused`() async throws {
        try await WarehouseFixture.withDatabase(WarehouseFixture.empty) { database in
            var texts = SQLText.all
            texts["migrations/0003_runs"]? += "\n-- changed"
            let changed = Self.migrator(texts)
            try await WarehouseFixture.connect(database) { connection in
                let failure = failureText { try changed.migrate(&connection) }
                #expect(failure.contains("schema.migration-changed"))
                #expect(failure.contains("0003_runs"))
                #expect(failure.contains("ExitStatus.configuration"))
                #expect(failureText { try changed.plan(&connection) } == failure)
            }
        }
    }

    @Test
    func `a database newer than the program is refused, by the migrator and by every command`()
        async throws
    {
        try await WarehouseFixture.withDatabase(WarehouseFixture.empty) { database in
            try await database.psql(
                """
                INSERT INTO etl.schema_migration (migration_no, name, sha256, duration_ms, program_version)
                VALUES (\(Self.newest + 1), '0009_future', sha256(''), 1, '9.9')
                """)
            try await WarehouseFixture.connect(database) { connection in
                for failure in [
                    failureText { try Self.migrator.migrate(&connection) },
                    failureText { try SchemaCheck.run(&connection) },
                ] {
                    #expect(failure.contains("schema.newer-than-program"))
                    #expect(failure.contains("ExitStatus.configuration"))
                }
            }
        }
    }

    @Test
    func `a database older than the program, or without a schema, is refused by every command`()
        async throws
    {
        try await withNewDatabase { database in
            try await WarehouseFixture.connect(database) { connection in
                #expect(failureText { try SchemaCheck.run(&connection) }.contains("schema.missing"))
            }
        }
        try await WarehouseFixture.withDatabase(WarehouseFixture.empty) { database in
            try await database.psql(
                "DELETE FROM etl.schema_migration WHERE migration_no = \(Self.newest)")
            try await WarehouseFixture.connect(database) { connection in
                #expect(
                    failureText { try SchemaCheck.run(&connection) }
                        .contains("schema.older-than-program"))
            }
        }
    }

    @Test(
        arguments: [
            ("SELECT 1/0", ""), ("", "DO $$ BEGIN RAISE EXCEPTION 'not there'; END $$"),
            ("SELEC", ""),
        ])
    func `a migration that fails, or fails its verification, leaves nothing behind`(
        script: String, verification: String
    ) async throws {
        try await WarehouseFixture.withDatabase(WarehouseFixture.empty) { database in
            let before = try await database.psql(Self.catalogue)
            var texts = SQLText.all
            let name = "00\(Self.newest + 1)_broken"
            texts["migrations/\(name)"] = "CREATE TABLE dw.half (n int); \(script)"
            texts["verify/\(name)"] = verification
            let broken = Self.migrator(texts)
            try await WarehouseFixture.connect(database) { connection in
                #expect(throws: PostgresError.self) { try broken.migrate(&connection) }
                // The session is usable, and the lock was given back.
                let steps = try Self.migrator.migrate(&connection)
                #expect(steps.isEmpty)
            }
            #expect(try await database.psql(Self.catalogue) == before)
        }
    }

    @Test func `a changed view is applied again, and nothing else`() async throws {
        try await WarehouseFixture.withDatabase(WarehouseFixture.empty) { database in
            var texts = SQLText.all
            texts["repeatable/02_mart_dimensions"]? +=
                "\nCOMMENT ON VIEW mart.indicator_alias IS 'Another comment; grain: alias.';"
            let changed = Self.migrator(texts)
            try await WarehouseFixture.connect(database) { connection in
                let first = try changed.migrate(&connection)
                let second = try changed.migrate(&connection)
                #expect(first.map(\.name) == ["02_mart_dimensions"])
                #expect(second.isEmpty)
            }
            let comment = try await database.psql(
                "SELECT obj_description('mart.indicator_alias'::regclass)")
            #expect(comment == "Another comment; grain: alias.")
        }
    }

    @Test func `a warehouse that was filled before places were kept gets them`() async throws {
        try await WarehouseFixture.withDatabase(WarehouseFixture.small) { database in
            let script = "06_rankings"
            try await database.psql(
                """
                UPDATE etl.schema_repeatable SET sha256 = sha256('') WHERE name = '\(script)'
                """)
            try await WarehouseFixture.connect(database) { connection in
                try connection.execute("SET ROLE riktmarke_etl")
                try connection.load([StatedFigure("89", unit: 1), StatedFigure("86", unit: 2)])
                try connection.execute("RESET ROLE")
            }
            try await database.psql("TRUNCATE dw.outcome_distribution, dw.latest_outcome")
            try await WarehouseFixture.connect(database) { connection in
                let steps = try Self.migrator.migrate(&connection)
                #expect(steps.map(\.name) == [script])
            }
            let kept = try await database.psql("SELECT count(*) FROM dw.latest_outcome")
            #expect(kept == "2")
        }
    }

    @Test func `an older database gets only what is missing`() async throws {
        try await withNewDatabase { database in
            let older = SQLText.all.filter { key, _ in
                !key.hasPrefix("repeatable/")
                    && !(5...Self.newest).contains { number in
                        key.contains("/00\(number < 10 ? "0" : "")\(number)_")
                    }
            }
            try await WarehouseFixture.connect(database) { connection in
                let first = try Self.migrator(older).migrate(&connection)
                let second = try Self.migrator.migrate(&connection)
                #expect(first.count == 4)
                #expect(second.map(\.name) == Array(Self.scripts.dropFirst(4)))
                #expect(throws: Never.self) { try SchemaCheck.run(&connection) }
            }
        }
    }

    @Test func `two migrators at once: one does the work, the other finds it done`() async throws {
        try await withNewDatabase { database in
            async let first = WarehouseFixture.connect(database) { connection in
                try Self.migrator.migrate(&connection).count
            }
            async let second = WarehouseFixture.connect(database) { connection in
                try Self.migrator.migrate(&connection).count
            }
            let applied = try await [first, second].sorted()
            #expect(applied == [0, Self.scripts.count])
        }
    }

    @Test func `the scripts are numbered without a gap, each with a verification`() {
        let scripts = SchemaScripts.embedded
        #expect(scripts.migrations.map(\.number) == Array(1...Int32(scripts.migrations.count)))
        for migration in scripts.migrations {
            #expect(migration.verification.contains("RAISE EXCEPTION"), "\(migration.name)")
        }
        #expect(SchemaScripts.newestEmbedded == scripts.newest)
    }

    /// Everything that a migration may make: objects, columns, comments, privileges, and the ledger.
    private static let catalogue = """
        SELECT n.nspname, c.relname, c.relacl::text, c.relkind::text, a.attname,
            col_description(c.oid, a.attnum)
        FROM pg_namespace AS n
        LEFT JOIN pg_class AS c ON c.relnamespace = n.oid
        LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid
        WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        ORDER BY 1, 2, 5
        """

    private static func migrator(_ texts: [String: String]) -> Migrator {
        Migrator(programVersion: "1.2.3", scripts: SchemaScripts(texts: texts))
    }
}

/// Runs a body that must fail, and gives all that the error holds.
func failureText<R>(_ body: () throws -> R) -> String {
    do {
        _ = try body()
        return "nothing was thrown"
    } catch {
        guard let told = error as? any DiagnosticConvertible else { return "\(error)" }
        return "ExitStatus.\(told.exitStatus) \(told.diagnostics)"
    }
}
