public import LocalServer
internal import Subprocess
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
        let folder = ClusterFolder(try TemporaryFolder("test").path)
        let cluster = PrivateCluster(folder: folder, settings: .throwaway)
        // Before the server starts, so that a crash in between leaves nothing either.
        try await Watchdog.guardServer(
            note: folder.data.appending("postmaster.pid"),
            removing: [folder.path, cluster.address.socketFolder])
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

    /// Makes a database that no other test uses.
    ///
    /// - Parameter template: what to copy; nil for an empty database.
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
        _ = try await psql("CREATE DATABASE \"\(name)\" TEMPLATE \"\(source)\"")
        return TestDatabase(cluster: self, name: name)
    }

    /// Runs SQL through psql and gives what it prints: unaligned, `|` between columns, no headers.
    ///
    /// - Throws: ``TestFailure`` with psql's message if a statement fails.
    @discardableResult
    public func psql(_ sql: String, database: String = "postgres") async throws -> String {
        let result = try await Subprocess.run(
            .path(FilePath("\(bindir)/psql")),
            arguments: [
                "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-d",
                conninfo(database: database), "-c", sql,
            ],
            output: .string(limit: 16 << 20), error: .string(limit: 1 << 20))
        guard result.terminationStatus.isSuccess else {
            throw TestFailure("psql on \"\(database)\": \(result.standardError)\n\(sql)")
        }
        var text = result.standardOutput
        if text.hasSuffix("\n") { text.removeLast() }
        return text
    }
}
