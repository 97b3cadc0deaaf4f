internal import Diagnostics
public import SystemPackage

extension PrivateCluster {
    /// The database that a backup is read into.
    private static let incoming = "riktmarke_incoming"
    /// The name that the present database has between the exchange and its removal.
    private static let outgoing = "riktmarke_outgoing"

    /// Replaces the database by a backup; the present one stays in place until the new one is whole.
    ///
    /// Nobody may be using the database when the two are exchanged. Roles that the backup names and
    /// the cluster lacks are made without the right to log in; a migration gives them theirs.
    ///
    /// - Parameters:
    ///   - file: a file that ``backup(to:)`` has written.
    ///   - check: looks at the restored database before it takes the other's place; throws to keep
    ///     the present one.
    /// - Throws: ``LocalServerError``.
    public func restore(
        from file: FilePath,
        checking check: (ClusterAddress) async throws -> Void = { _ in }
    ) async throws(LocalServerError) {
        try await ensureRunning()
        let lock = try await FolderLock.acquire(folder.lock)
        try await restore(from: file.absolute, checking: check, holding: lock)
    }

    private func restore(
        from file: FilePath, checking check: (ClusterAddress) async throws -> Void,
        holding lock: borrowing FolderLock
    ) async throws(LocalServerError) {
        let programs = try await installedPrograms()
        let archive = try await BackupArchive.read(file, with: programs)
        let sql = AdministrativeSQL(programs: programs, address: address)
        try await refuseWhileInUse(sql)
        try await makeMissingRoles(file, sql, programs)
        do throws(LocalServerError) {
            try await fill(from: file, sql, programs)
            do {
                try await check(sql.address(of: Self.incoming))
            } catch {
                throw LocalServerError.noWarehouse(file, "\(error)")
            }
            try await exchange(archive, sql)
        } catch {
            // The first error is the one to tell; a leftover goes with the next attempt.
            _ = try? await sql.run(["DROP DATABASE IF EXISTS \(Self.incoming) WITH (FORCE)"])
            throw error
        }
        try await sql.run(["DROP DATABASE IF EXISTS \(Self.outgoing) WITH (FORCE)"])
    }

    private func refuseWhileInUse(_ sql: AdministrativeSQL) async throws(LocalServerError) {
        let question = """
            SELECT format('process %s, %s', pid, coalesce(nullif(application_name, ''), 'unnamed'))
            FROM pg_stat_activity
            WHERE datname = '\(Self.database)' AND backend_type = 'client backend'
            """
        // A session that has just been closed is seen a moment longer.
        var backoff = Backoff(patience: .seconds(2))
        var sessions = try await sql.run([question])
        while !sessions.isEmpty, await backoff.pause() {
            sessions = try await sql.run([question])
        }
        guard sessions.isEmpty else {
            throw LocalServerError.inUse(sessions)
        }
    }

    /// Makes the roles that the backup names, by trying its definitions out in a database that is
    /// thrown away.
    private func makeMissingRoles(
        _ file: FilePath, _ sql: AdministrativeSQL, _ programs: ServerPrograms
    ) async throws(LocalServerError) {
        try await makeIncoming(sql)
        let outcome = try await ServerCommand(
            program: programs.program("pg_restore"),
            arguments: ["--schema-only", "--dbname=\(incomingConninfo)", file.string]
        ).run()
        try await sql.makeRoles(MissingRole.names(in: outcome.errors))
    }

    private func fill(
        from file: FilePath, _ sql: AdministrativeSQL, _ programs: ServerPrograms
    ) async throws(LocalServerError) {
        try await makeIncoming(sql)
        let outcome = try await ServerCommand(
            program: programs.program("pg_restore"),
            arguments: ["--exit-on-error", "--dbname=\(incomingConninfo)", file.string]
        ).run()
        guard outcome.succeeded else {
            throw LocalServerError.restore(file, said: outcome.lastLines)
        }
        // pg_restore brings no statistics; without them the first queries would be slow.
        try await sql.run(["ANALYZE"], database: Self.incoming)
    }

    private func makeIncoming(_ sql: AdministrativeSQL) async throws(LocalServerError) {
        try await sql.run(["DROP DATABASE IF EXISTS \(Self.incoming) WITH (FORCE)"])
        try await sql.run(["CREATE DATABASE \(Self.incoming) TEMPLATE template0"])
    }

    private var incomingConninfo: String { address.conninfo(database: Self.incoming) }

    /// Exchanges the databases in one transaction, together with what was set on the saved one.
    private func exchange(
        _ archive: BackupArchive, _ sql: AdministrativeSQL
    ) async throws(LocalServerError) {
        try await sql.run(["DROP DATABASE IF EXISTS \(Self.outgoing) WITH (FORCE)"])
        let statements =
            [
                "ALTER DATABASE \(Self.database) RENAME TO \(Self.outgoing)",
                "ALTER DATABASE \(Self.incoming) RENAME TO \(Self.database)",
            ] + (archive.database == Self.database ? archive.databaseStatements : [])
        // The database's own grants may name roles that nothing inside it does.
        for _ in 0..<32 {
            do {
                try await sql.run(["BEGIN"] + statements + ["COMMIT"])
                return
            } catch {
                let missing = MissingRole.names(in: error.details.map(\.en).joined(separator: "\n"))
                guard !missing.isEmpty else { throw error }
                try await sql.makeRoles(missing)
            }
        }
        throw LocalServerError.statement(said: statements)
    }
}
