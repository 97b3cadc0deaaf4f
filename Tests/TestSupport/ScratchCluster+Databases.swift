internal import Glibc
internal import LocalServer

extension ScratchCluster {
    /// Prepares a cluster as a user has it: with its log on disk, so that there is something to recover
    /// from.
    public static func personal() async throws -> ScratchCluster {
        try await made(settings: .personal)
    }

    /// How to reach one of its databases.
    public func conninfo(database: String) -> String {
        cluster.address.conninfo(database: database)
    }

    /// Runs SQL in one of its databases through psql; see ``EphemeralCluster``.
    @discardableResult
    public func psql(_ sql: String, database: String) async throws -> String {
        let programs = try await ServerPrograms.find(
            matching: nil, environment: ServerVariables.current(), for: cluster.folder)
        return try await PSQL(program: programs.program("psql"))
            .run(sql, conninfo: conninfo(database: database))
    }

    /// Starts the server and waits until it accepts sessions.
    public func start() async throws {
        try await cluster.start()
        try await psql("SELECT 1")
    }

    /// Stops the server as `pg_ctl stop -m immediate` does: it writes nothing more, and the next
    /// start recovers from the log.
    ///
    /// - Returns: whether a server was running.
    public func stopAtOnce() async throws -> Bool {
        guard case .running(let process) = try await cluster.status().state else { return false }
        return kill(process, SIGQUIT) == 0
    }

    /// Brings the server back from whatever has happened to it.
    public func recover() async throws {
        let deadline = ContinuousClock.now + .seconds(60)
        while true {
            do {
                try await cluster.ensureRunning()
                try await psql("SELECT 1")
                return
            } catch {
                // It recovers by itself from a killed backend, and refuses sessions meanwhile.
                guard ContinuousClock.now < deadline else { throw error }
                try await Task.sleep(for: .milliseconds(20))
            }
        }
    }

    /// Kills a server process of another session with a database, as `kill -9` does.
    ///
    /// - Returns: whether there was one.
    public func killBackend(of database: String) async throws -> Bool {
        let found = try await psql(
            "SELECT pid FROM pg_stat_activity WHERE datname = '\(database)' AND backend_type = 'client backend' LIMIT 1"
        )
        guard let process = Int32(found) else { return false }
        return kill(process, SIGKILL) == 0
    }
}
