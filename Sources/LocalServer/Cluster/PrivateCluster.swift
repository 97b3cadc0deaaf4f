internal import Glibc
internal import SystemPackage

/// A user's own PostgreSQL cluster: made when first needed, reached through a Unix socket only.
///
/// PostgreSQL runs as the user, or, for root, as an unprivileged user. Every change of state
/// (making, starting, stopping, restoring) holds a lock on the folder, so any number of processes
/// may ask for the same thing at once.
public struct PrivateCluster: Sendable {
    /// The role that owns the cluster.
    public static let user = "postgres"
    /// The database that holds the warehouse.
    public static let database = "riktmarke"

    /// Where the cluster lies.
    public let folder: ClusterFolder
    /// How to reach the database.
    public let address: ClusterAddress
    let settings: ClusterSettings
    let environment: [String: String]
    let socket: SocketFolder

    /// Creates a reference to a cluster; nothing is made or started.
    ///
    /// - Parameters:
    ///   - folder: where the cluster lies or will lie.
    ///   - settings: what the server is told at its next start.
    ///   - environment: the variables to obey; see ``ServerVariables``.
    public init(
        folder: ClusterFolder, settings: ClusterSettings = .personal,
        environment: [String: String] = ServerVariables.current()
    ) {
        self.folder = folder
        self.settings = settings
        self.environment = environment
        let socket = SocketFolder(for: folder)
        self.socket = socket
        address = ClusterAddress(
            socketFolder: socket.path, port: SocketFolder.port, user: Self.user,
            database: Self.database)
    }

    /// Makes sure that the cluster takes connections, making and starting it where needed.
    ///
    /// Costs well under a millisecond when it runs already: no process is started.
    ///
    /// - Throws: ``LocalServerError``.
    public func ensureRunning() async throws(LocalServerError) {
        if try isReady() { return }
        try await start()
    }

    /// The address, where a socket lies there that nobody else could have laid; else `nil`.
    ///
    /// Only the file system is asked. Whether a server still listens there, the attempt to connect
    /// tells: a probe before it would make the server start a process for nothing, which costs more
    /// than the connection itself.
    public func addressAtHand() -> ClusterAddress? {
        guard access(address.socket.string, F_OK) == 0,
            (try? socket.check(owner: expectedOwner)) != nil
        else { return nil }
        return address
    }

    /// Whether the server takes connections on a socket that nobody else could have laid there.
    ///
    /// Asks the kernel and reads one small file: the folder's owner is looked up by number, and
    /// /proc is left alone, because something that answers lives.
    func isReady() throws(LocalServerError) -> Bool {
        guard SocketProbe.answers(address.socket) else { return false }
        try socket.check(owner: expectedOwner)
        return Postmaster(data: folder.data).noteSaysReady
    }

    /// The number of the user whom the server must belong to.
    private var expectedOwner: uid_t {
        let caller = geteuid()
        guard caller == 0 else { return caller }
        return ((try? FileStatus.read(folder.data)) ?? nil)?.owner ?? caller
    }

    /// The main process on this cluster's data.
    var postmaster: Postmaster { Postmaster(data: folder.data.canonical) }

    /// The major version that made the data; nil where there is no cluster.
    var clusterMajor: Int? {
        SmallFile.read(folder.data.appending("PG_VERSION")).flatMap(
            ServerPrograms.majorVersion(in:))
    }
}
