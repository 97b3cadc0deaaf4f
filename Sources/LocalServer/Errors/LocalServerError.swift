public import Diagnostics

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
        /// Another process holds the lock on the data folder, or sessions use the database.
        case busy = "server.busy"
        /// `initdb` failed.
        case creationFailed = "server.creation-failed"
        /// The server did not come up.
        case startFailed = "server.start-failed"
        /// The server did not go down.
        case stopFailed = "server.stop-failed"
        /// There is no cluster in the data folder.
        case notRunning = "server.not-running"
        /// The backup was not written.
        case backupFailed = "server.backup-failed"
        /// The backup was not restored; the database is as it was.
        case restoreFailed = "server.restore-failed"
    }

    /// What kind of failure it is.
    public var code: Code
    /// What happened: one sentence, values in quotes.
    public var message: Text
    /// How to go on: an imperative sentence, with a command where there is one.
    public var hint: Text?
    /// What the server or one of its programs said, or the steps to take, a line each.
    public var details: [Text]

    /// Creates an error.
    public init(_ code: Code, _ message: Text, hint: Text? = nil, details: [Text] = []) {
        self.code = code
        self.message = message
        self.hint = hint
        self.details = details
    }

    /// An error that ends with what a program said.
    init(_ code: Code, _ message: Text, hint: Text? = nil, said lines: [String]) {
        self.init(code, message, hint: hint, details: lines.map(Text.init(verbatim:)))
    }
}

extension LocalServerError: DiagnosticConvertible {
    /// The error as one message with its details as notes.
    public var diagnostics: [Diagnostic] {
        [Diagnostic(.error, code: code.rawValue, message, hint: hint, notes: details)]
    }

    /// The status that a tool should exit with.
    public var exitStatus: ExitStatus {
        switch code {
        case .noServerProgram, .startFailed, .notRunning, .creationFailed: .unavailable
        case .versionMismatch: .configuration
        case .folder, .user: .permission
        case .busy: .tryAgain
        case .stopFailed, .backupFailed, .restoreFailed: .inputOutput
        }
    }
}

extension LocalServerError: CustomStringConvertible {
    /// The message, its details and the hint in English, a line each; for logs and tests.
    public var description: String {
        var lines = ["\(message.en) [\(code.rawValue)]"]
        lines += details.map { "  | \($0.en)" }
        if let hint { lines.append("  hint: \(hint.en)") }
        return lines.joined(separator: "\n")
    }
}
