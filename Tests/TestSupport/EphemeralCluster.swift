public import LocalServer
internal import SystemPackage

/// A real PostgreSQL server for the tests of one process: made when first asked for, gone with it.
///
/// It is made by the same code that makes a user's private cluster, except that it never waits for
/// the disk. Where no server is installed the tests fail; they are never skipped.
public struct EphemeralCluster: Sendable {
    private static let holder = Once<EphemeralCluster> { try await make() }

    private let cluster: PrivateCluster
    private let templates = Templates()
    /// The folder of `psql`, `pg_dump` and the server's other programs.
    public let bindir: String

    /// The one cluster of this test process.
    public static func shared() async throws -> EphemeralCluster {
        try await holder.value()
    }

    private static func make() async throws -> EphemeralCluster {
        let temporary = try TemporaryFolder("test")
        let cluster = PrivateCluster(
            folder: ClusterFolder(temporary.path), settings: .throwaway)
        try await Watchdog.guardCluster(cluster, in: temporary)
        try await cluster.start()
        guard let programs = try await cluster.status().programs else {
            throw TestFailure("the programs of the running server cannot be found")
        }
        return EphemeralCluster(cluster: cluster, bindir: programs.folder.string)
    }

    private init(cluster: PrivateCluster, bindir: String) {
        self.cluster = cluster
        self.bindir = bindir
    }

    /// How to reach a database of the cluster as its superuser, by socket.
    public func address(database: String = "postgres") -> ClusterAddress {
        var address = cluster.address
        address.database = database
        return address
    }

    /// A libpq connection string for a database of the cluster, as its superuser.
    public func conninfo(database: String = "postgres") -> String {
        address(database: database).conninfo()
    }

    /// Makes a database that no other test uses: a copy of a template, or an empty one.
    public func makeDatabase(template: DatabaseTemplate? = nil) async throws -> TestDatabase {
        let source =
            if let template { try await templates.database(of: template, in: self) } else {
                "template0"
            }
        return try await makeDatabase(
            named: "test_\(TestNumbers.next())", copying: source)
    }

    /// Makes a database that no other test uses, lends it, and drops it.
    public func withDatabase<Result>(
        template: DatabaseTemplate? = nil, _ body: (TestDatabase) async throws -> Result
    ) async throws -> Result {
        let database = try await makeDatabase(template: template)
        let result: Result
        do {
            result = try await body(database)
        } catch {
            try await database.drop()
            throw error
        }
        try await database.drop()
        return result
    }

    func makeDatabase(named name: String, copying source: String) async throws -> TestDatabase {
        // Files are copied as they are; by default every page would go by way of the log, which takes
        // the server twice the work and is for servers that others write much to.
        _ = try await psql(
            "CREATE DATABASE \"\(name)\" TEMPLATE \"\(source)\" STRATEGY FILE_COPY")
        return TestDatabase(cluster: self, name: name)
    }

    /// Runs SQL through psql and gives what it prints: unaligned, `|` between columns, no headers.
    ///
    /// - Throws: ``TestFailure`` with psql's message if a statement fails.
    @discardableResult
    public func psql(_ sql: String, database: String = "postgres") async throws -> String {
        try await PSQL(program: FilePath("\(bindir)/psql"))
            .run(sql, conninfo: conninfo(database: database))
    }
}
