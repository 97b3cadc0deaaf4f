public import Postgres

/// When a source last succeeded completely, and when it last failed.
public struct SourceHealth: Sendable, Hashable {
    /// A run that ended one way or the other for the source.
    public struct Event: Sendable, Hashable {
        /// When the source was done with.
        public var at: PostgresTimestamp
        /// The run.
        public var run: Int32
        /// The status that the source asked for.
        public var exitStatus: Int32
        /// Code of the first error or held-back slice.
        public var code: String?
    }

    /// The name of the source.
    public var source: String
    /// The newest run in which nothing of it was left over.
    public var lastSuccess: Event?
    /// The newest run in which something was.
    public var lastFailure: Event?

    /// The health of every source that any run has been about.
    public static func all(_ connection: inout Connection) throws -> [SourceHealth] {
        try connection.rows(LoadStatement.listSourceHealth).map { row in
            var health = SourceHealth(source: row.0)
            if let at = row.1, let run = row.2 {
                health.lastSuccess = Event(at: at, run: run, exitStatus: 0, code: nil)
            }
            if let at = row.3, let run = row.4, let status = row.5 {
                health.lastFailure = Event(
                    at: at, run: run, exitStatus: Int32(status), code: row.6)
            }
            return health
        }
    }

    init(source: String) {
        self.source = source
    }
}
