public import LocalServer
internal import SystemPackage

/// A cluster of one test's own, so that it may be killed, broken and restored.
public struct ScratchCluster: Sendable {
    /// The cluster; not made yet.
    public let cluster: PrivateCluster
    /// The folder that holds it and the test's files.
    public let temporary: TemporaryFolder

    /// Prepares a cluster in a new folder.
    public init(
        within subfolder: String = "data", settings: ClusterSettings = .throwaway
    ) async throws {
        temporary = try TemporaryFolder("scratch")
        cluster = PrivateCluster(
            folder: ClusterFolder(temporary.path.appending(subfolder)), settings: settings)
        try await Watchdog.guardCluster(cluster, in: temporary)
    }

    /// Prepares a cluster that is already made; it is copied, which is quicker than making one.
    public static func made(settings: ClusterSettings = .throwaway) async throws -> ScratchCluster {
        let original = try await original.value()
        let scratch = try await ScratchCluster(settings: settings)
        try await Shell.run(
            "mkdir \"$2\" && cp -a -- \"$1\" \"$2\"", original.data, scratch.cluster.folder.path)
        return scratch
    }

    private static let original = Once<ScratchCluster> {
        let scratch = try await ScratchCluster()
        try await scratch.cluster.start()
        try await scratch.cluster.stop()
        return scratch
    }

    /// The same cluster as a caller in another environment sees it.
    public func seen(with environment: [String: String]) -> PrivateCluster {
        PrivateCluster(folder: cluster.folder, settings: .throwaway, environment: environment)
    }

    /// The data directory.
    public var data: String { cluster.folder.data.string }

    /// The number of the running server's main process.
    public func process() async throws -> Int32 {
        let status = try await cluster.status()
        guard case .running(let process) = status.state else {
            throw TestFailure("the cluster does not run: \(status)")
        }
        return process
    }

    /// Kills the main process, as a power cut would, and waits until it is dead.
    public func killServer() async throws {
        try await Shell.run("kill -KILL $1", try await process())
        while case .running = try await cluster.status().state {
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// Runs SQL in the cluster's database through psql; see ``EphemeralCluster``.
    @discardableResult
    public func psql(_ sql: String) async throws -> String {
        let programs = try await ServerPrograms.find(
            matching: nil, environment: ServerVariables.current(), for: cluster.folder)
        return try await PSQL(program: programs.program("psql"))
            .run(sql, conninfo: cluster.address.conninfo())
    }

    /// Opens a session that waits for ten minutes, and returns when the server is at it.
    public func openSession() async throws -> Session {
        let task = Task { try await psql("SELECT pg_sleep(600)") }
        let deadline = ContinuousClock.now + .seconds(120)
        while ContinuousClock.now < deadline {
            let found = try await psql(
                """
                SELECT pid FROM pg_stat_activity
                WHERE datname = current_database() AND query = 'SELECT pg_sleep(600)'
                """)
            if let process = Int32(found) { return Session(process: process, task: task) }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw TestFailure("the session did not come to run")
    }

    /// A session that somebody else has open.
    public struct Session: Sendable {
        /// The number of the server's process for it.
        public let process: Int32
        fileprivate let task: Task<String, any Error>

        /// Ends it from outside.
        public func end() async throws {
            try await Shell.run("kill -TERM $1", process)
            _ = await task.result
        }
    }

    /// Ends the server and removes everything.
    public func discard() async throws {
        try await cluster.stop()
        try await temporary.remove()
        if !cluster.address.socketFolder.starts(with: temporary.path) {
            try await Shell.run("rm -rf -- \"$1\"", cluster.address.socketFolder.string)
        }
    }
}
