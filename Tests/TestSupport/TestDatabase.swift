public import LocalServer
internal import Synchronization

/// A database of one test's own.
public struct TestDatabase: Sendable {
    private let cluster: EphemeralCluster
    /// Its name.
    public let name: String

    init(cluster: EphemeralCluster, name: String) {
        self.cluster = cluster
        self.name = name
    }

    /// How to reach it.
    public var address: ClusterAddress { cluster.address(database: name) }

    /// A libpq connection string.
    public var conninfo: String { address.conninfo() }

    /// Runs SQL through psql and gives what it prints; see ``EphemeralCluster/psql(_:database:)``.
    @discardableResult
    public func psql(_ sql: String) async throws -> String {
        try await cluster.psql(sql, database: name)
    }

    /// Waits until a session of the database is in a state, such as `wait_event = 'PgSleep'`.
    ///
    /// - Parameter state: a condition on `pg_stat_activity`.
    /// - Throws: after a minute without one.
    public func waitForSession(where state: String) async throws {
        for _ in 0..<1_200 {
            let count = try await psql(
                """
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND \(state)
                """)
            if count != "0" { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw TestFailure("no session came to \(state)")
    }

    /// Drops it, ending whatever sessions there are.
    public func drop() async throws {
        try await cluster.psql("DROP DATABASE IF EXISTS \"\(name)\" WITH (FORCE)")
    }
}

/// What a test's database starts as: prepared once in a test process, then copied.
public struct DatabaseTemplate: Sendable {
    /// A word that tells templates apart; lower case.
    public let name: String
    let prepare: @Sendable (TestDatabase) async throws -> Void

    /// Creates a template.
    ///
    /// - Parameters:
    ///   - name: a word that tells templates apart; lower case.
    ///   - prepare: fills the empty database and leaves no session open.
    public init(
        _ name: String, prepare: @escaping @Sendable (TestDatabase) async throws -> Void
    ) {
        self.name = name
        self.prepare = prepare
    }
}

/// The templates that have been prepared.
actor Templates {
    private var prepared: [String: Task<String, any Error>] = [:]

    /// The database to copy, prepared now if nobody has asked before.
    func database(
        of template: DatabaseTemplate, in cluster: EphemeralCluster
    ) async throws -> String {
        if let task = prepared[template.name] { return try await task.value }
        let task = Task {
            let database = try await cluster.makeDatabase(
                named: "template_\(template.name)", copying: "template0")
            try await template.prepare(database)
            return database.name
        }
        prepared[template.name] = task
        return try await task.value
    }
}

/// Numbers for names, each given once in a process.
enum TestNumbers {
    private static let last = Atomic<Int>(0)

    static func next() -> Int { last.add(1, ordering: .relaxed).newValue }
}
