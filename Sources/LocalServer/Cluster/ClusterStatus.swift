/// What there is to know about a private cluster without changing anything.
public struct ClusterStatus: Sendable, Hashable {
    /// Whether there is a cluster and whether it runs.
    public enum State: Sendable, Hashable {
        /// None has been made yet.
        case absent
        /// It is there and does not run.
        case stopped
        /// The process lives but takes no connections yet (or any more).
        case starting(process: Int32)
        /// It takes connections.
        case running(process: Int32)
        /// It does not run, and no installed PostgreSQL can run it.
        case unusable(LocalServerError)
    }

    /// Whether there is a cluster and whether it runs.
    public var state: State
    /// Where it lies.
    public var folder: ClusterFolder
    /// How to reach it.
    public var address: ClusterAddress
    /// The major version of PostgreSQL that made it.
    public var clusterMajor: Int?
    /// The installed server that runs it or would.
    public var programs: ServerPrograms?
    /// The bytes that its files take on disk.
    public var bytes: Int
}
