/// Why the private PostgreSQL cluster could not be made, started, stopped, saved or restored.
public struct LocalServerError: Error, Sendable, Hashable {
    /// What kind of failure it is; stable, so that a tool may choose its exit status by it.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// No usable PostgreSQL server program is installed.
        case noServerProgram = "server.not-installed"
        /// The installed major version cannot run this cluster.
        case versionMismatch = "server.version-mismatch"
        /// A folder cannot be made, read or trusted.
        case folder = "server.folder"
        /// The unprivileged user of a cluster run by root does not exist or cannot be used.
        case user = "server.user"
        /// Another process holds the lock on the data folder.
        case busy = "server.busy"
        /// `initdb` failed.
        case creationFailed = "server.creation-failed"
        /// The server did not come up.
        case startFailed = "server.start-failed"
        /// The server did not go down.
        case stopFailed = "server.stop-failed"
        /// There is no cluster in the data folder yet, or it is not running.
        case notRunning = "server.not-running"
        /// The backup was not written.
        case backupFailed = "server.backup-failed"
        /// The backup was not restored; the database is as it was.
        case restoreFailed = "server.restore-failed"
    }

    /// What kind of failure it is.
    public var code: Code
    /// What happened: one sentence, values in quotes.
    public var message: String
    /// How to go on: an imperative sentence, with a command where there is one.
    public var hint: String?
    /// What the server or one of its programs said, line by line, oldest first.
    public var details: [String]

    /// Creates an error.
    public init(_ code: Code, _ message: String, hint: String? = nil, details: [String] = []) {
        self.code = code
        self.message = message
        self.hint = hint
        self.details = details
    }
}

extension LocalServerError: CustomStringConvertible {
    /// The message, what the server said and the hint, a line each.
    public var description: String {
        var lines = ["\(message) [\(code.rawValue)]"]
        lines += details.map { "  | \($0)" }
        if let hint { lines.append("  hint: \(hint)") }
        return lines.joined(separator: "\n")
    }
}
