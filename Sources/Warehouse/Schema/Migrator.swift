internal import Diagnostics
internal import Glibc
public import Postgres

/// Brings a database's schema to the state that this program knows.
///
/// Forward only. Every migration is one transaction with its verification and its ledger row, taken
/// as `riktmarke_owner` under an advisory lock that is polled, not waited for: a session that waits
/// inside a statement holds a snapshot.
public struct Migrator: Sendable {
    /// Version of the program, for the ledger.
    public let programVersion: String
    let scripts: SchemaScripts

    /// The advisory lock of a migration: the letters RIKTMIGR.
    static let lock: Int64 = 0x5249_4B54_4D49_4752
    /// How often the lock is tried, half a second apart.
    static let lockAttempts = 120

    /// Creates a migrator with the scripts embedded in the program.
    public init(programVersion: String) {
        self.init(programVersion: programVersion, scripts: .embedded)
    }

    init(programVersion: String, scripts: SchemaScripts) {
        self.programVersion = programVersion
        self.scripts = scripts
    }

    /// The number of the newest migration that this program carries.
    public var newest: Int32 { scripts.newest }

    /// The SQL by which a database administrator creates the roles.
    public var rolesSQL: String { scripts.roles }

    /// Finds out what there is to do, without doing it.
    public func plan(_ connection: inout Connection) throws -> MigrationPlan {
        guard try canTakeRoles(&connection) else {
            return MigrationPlan(
                rolesExist: false, steps: steps(after: 0, hashes: [:]), installed: 0,
                newest: newest)
        }
        let ledger = try connection.transaction(.readWrite) { connection in
            try takeOwnerRole(&connection)
            return try readLedger(&connection)
        }
        try check(ledger)
        return MigrationPlan(
            rolesExist: try ownerMayCreate(&connection),
            steps: steps(after: ledger.installed, hashes: ledger.repeatables),
            installed: ledger.installed, newest: newest)
    }

    /// Applies what is missing; `report` hears of each script after its commit.
    /// - Returns: the steps that were applied; empty when the schema was current.
    @discardableResult
    public func migrate(
        _ connection: inout Connection, report: (MigrationPlan.Step) -> Void = { _ in }
    ) throws -> [MigrationPlan.Step] {
        try takeLock(&connection)
        defer { _ = try? connection.execute("SELECT pg_advisory_unlock(\(Self.lock))") }
        if try !canTakeRoles(&connection) || !ownerMayCreate(&connection) {
            try createRoles(&connection)
        }
        let plan = try plan(&connection)
        for step in plan.steps {
            try apply(step, to: &connection)
            report(step)
        }
        if !plan.steps.isEmpty { try lookAtInternalFigures(&connection) }
        return plan.steps
    }

    /// Finds out what may be shown of internal indicators, where the schema knows of such a thing: a
    /// migration may have closed them.
    private func lookAtInternalFigures(_ connection: inout Connection) throws {
        try connection.transaction(.readWrite) { connection in
            try takeOwnerRole(&connection)
            let isKnown = try connection.query(
                "SELECT to_regclass('etl.unchecked_indicator') IS NOT NULL", as: Bool.self)
            if isKnown.first == true { try OutcomeClearance.refresh(&connection) }
        }
    }

    private func apply(_ step: MigrationPlan.Step, to connection: inout Connection) throws {
        try connection.transaction(.readWrite) { connection in
            try takeOwnerRole(&connection)
            try connection.execute("SET LOCAL lock_timeout = '30s'")
            let started = ContinuousClock.now
            try connection.runScript(step.text)
            switch step.kind {
            case .migration:
                guard let migration = scripts.migrations.first(where: { $0.name == step.name })
                else { return }
                try connection.runScript(migration.verification)
                let elapsed = Int32((ContinuousClock.now - started) / .milliseconds(1))
                try connection.execute(
                    """
                    INSERT INTO etl.schema_migration
                        (migration_no, name, sha256, duration_ms, program_version)
                    VALUES (\(migration.number), \(step.name),
                        sha256(convert_to(\(step.text), 'UTF8')), \(elapsed), \(programVersion))
                    """)
            case .repeatable:
                try connection.execute(
                    """
                    INSERT INTO etl.schema_repeatable (name, sha256, program_version)
                    VALUES (\(step.name), sha256(convert_to(\(step.text), 'UTF8')),
                        \(programVersion))
                    ON CONFLICT (name) DO UPDATE SET sha256 = excluded.sha256,
                        applied_at = clock_timestamp(), program_version = excluded.program_version
                    """)
            }
        }
    }

    private func takeLock(_ connection: inout Connection) throws {
        for attempt in 1...Self.lockAttempts {
            let taken = try connection.onlyRow(LoadStatement.tryRunLock, Self.lock)
            if taken { return }
            if attempt < Self.lockAttempts {
                usleep(500_000)
            }
        }
        throw Failure(
            .tryAgain, code: "schema.locked",
            Text(
                sv: "en annan migrering pågår i databasen",
                en: "another migration is under way in the database"),
            hint: Text(sv: "vänta och kör igen", en: "wait and run again"))
    }
}
