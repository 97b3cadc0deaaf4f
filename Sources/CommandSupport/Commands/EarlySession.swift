internal import Postgres
internal import Warehouse

/// A session for reading that is opened while the arguments are still being parsed.
///
/// To parse them takes about as long as to connect; done at once, a comparison is a fifth quicker.
/// Nothing is started for it, and nothing is said of its failure until a command asks for it.
struct EarlySession: Sendable {
    private let opening: Task<Session, any Error>
    private let databaseFlag: String?

    /// Begins to open a session for the command that some arguments name; `nil` where they seem to
    /// ask for help, and where the database is not at hand.
    init?(_ tool: Tool, arguments: [String], environment: Environment) {
        guard tool == .query, let command = arguments.first, !command.hasPrefix("-"),
            command != "help"
        else { return nil }
        let peek = ArgumentPeek(arguments)
        guard !peek.asksForHelp, let settings = try? Settings.load(environment) else { return nil }
        let database = DatabaseChoice(
            flag: peek.database, environment: environment, settings: settings)
        guard database.isAtHand else { return nil }
        databaseFlag = peek.database
        opening = Task { try await Self.open(tool, database) }
    }

    /// The session; `nil` when the arguments turned out to name another database.
    func session(databaseFlag: String?) async throws -> Session? {
        guard databaseFlag == self.databaseFlag else {
            opening.cancel()
            return nil
        }
        return try await withTaskCancellationHandler {
            try await opening.value
        } onCancel: {
            opening.cancel()
        }
    }

    /// Opens a session for reading, of a schema that this program knows.
    static func open(_ tool: Tool, _ database: DatabaseChoice) async throws -> Session {
        let session = try await Session(database.connectionOptions(for: .read, tool: tool))
        try await session.withConnection { connection in try SchemaCheck.run(&connection) }
        return session
    }
}
