/// What the server is told at start: PostgreSQL parameters and how careful `initdb` is.
public struct ClusterSettings: Sendable, Hashable {
    /// PostgreSQL parameters by name; written to `riktmarke.conf` in the data directory.
    ///
    /// A user's own `ALTER SYSTEM SET …` stands above them.
    public var parameters: [String: String]
    /// Whether `initdb` waits until its files are on disk.
    public var syncsAtCreation: Bool

    /// What to tell a server that was built without what a parameter asks for.
    ///
    /// LZ4 writes a full page to the log in a third of the time that PostgreSQL's own compression
    /// takes; building the indexes of ten million figures is mostly that.
    static let substitutes = ["wal_compression": (wanted: "lz4", otherwise: "on")]

    /// Creates settings.
    public init(parameters: [String: String], syncsAtCreation: Bool = true) {
        self.parameters = parameters
        self.syncsAtCreation = syncsAtCreation
    }

    /// For a person's own computer: safe against power cuts, modest in memory, quick to load.
    ///
    /// The log keeps no values of rows: `terse` leaves out details such as the key of a
    /// duplicate, and statements are never logged.
    public static let personal = ClusterSettings(parameters: [
        "shared_buffers": "256MB",
        "maintenance_work_mem": "256MB",
        "work_mem": "32MB",
        "max_wal_size": "4GB",
        "checkpoint_timeout": "15min",
        "wal_compression": "lz4",
        "random_page_cost": "1.1",
        "effective_io_concurrency": "16",
        "jit": "off",
        "max_connections": "50",
        "fsync": "on",
        "log_checkpoints": "off",
        "log_error_verbosity": "terse",
        "log_min_error_statement": "panic",
        "log_line_prefix": "%m [%p] ",
        "log_timezone": "UTC",
    ])

    /// For tests: gone with the process, so nothing waits for the disk.
    public static let throwaway = ClusterSettings(
        parameters: [
            "shared_buffers": "64MB",
            "fsync": "off",
            "full_page_writes": "off",
            "synchronous_commit": "off",
            "wal_level": "minimal",
            "max_wal_senders": "0",
            "max_connections": "100",
            "checkpoint_timeout": "1h",
            "jit": "off",
            "log_checkpoints": "off",
            "log_timezone": "UTC",
            "log_line_prefix": "%m [%p] ",
        ], syncsAtCreation: false)

    /// The text of the configuration file, in a stable order.
    var fileText: String {
        var lines = [
            "# Written by Riktmarke at every start; changes here are lost.",
            "# Use ALTER SYSTEM SET for your own settings: they stand above these.",
        ]
        for (name, value) in parameters.sorted(by: { $0.key < $1.key }) {
            let quoted = value.split(separator: "'", omittingEmptySubsequences: false)
                .joined(separator: "''")
            lines.append("\(name) = '\(quoted)'")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
