internal import LocalServer
internal import SystemPackage

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
        try await PSQL(program: programs().program("psql"))
            .run(sql, conninfo: conninfo(database: database))
    }

    /// The path of one of the server's programs, such as `psql`.
    public func program(_ name: String) async throws -> String {
        try await programs().program(name).string
    }

    private func programs() async throws -> ServerPrograms {
        try await ServerPrograms.find(
            matching: nil, environment: ServerVariables.current(), for: cluster.folder)
    }

    /// Starts the server and waits until it accepts sessions.
    public func start() async throws {
        try await cluster.start()
        try await psql("SELECT 1")
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
}
