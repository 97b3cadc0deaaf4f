internal import ArgumentParser
internal import Postgres
internal import Warehouse

/// A session for reading that is opened while the arguments are still being parsed.
///
/// To parse them takes about as long as to connect; done at once, a comparison is a fifth quicker.
/// Nothing is started for it, and nothing is said of its failure until a command asks for it.
struct EarlySession: Sendable {
    private let session: Session
    private let databaseFlag: String?
    private let isPrivate: Bool

    /// Begins to open a session for the command that some arguments name; `nil` where they seem to
    /// ask for help, for a command that opens none, and where the database is not at hand.
    ///
    /// Nothing else is looked at before: until the server has been told, it cannot make ready.
    init?(
        _ tool: Tool, offline: [any ParsableCommand.Type], arguments: [String],
        environment: Environment
    ) {
        guard tool == .query, let command = arguments.first, !command.hasPrefix("-"),
            command != "help",
            !offline.contains(where: { CommandEntry.names(of: $0).contains(command) })
        else { return nil }
        let peek = ArgumentPeek(arguments)
        guard !peek.asksForHelp, let settings = try? Settings.load(environment) else { return nil }
        let database = DatabaseChoice(
            flag: peek.database, environment: environment, settings: settings)
        guard let options = database.connectionOptionsAtHand(for: .read, tool: tool),
            let session = try? Session(beginning: options, first: { try SchemaCheck.run(&$0) })
        else { return nil }
        self.session = session
        databaseFlag = peek.database
        isPrivate = database.isPrivate
    }

    /// Does some work in the session.
    ///
    /// - Returns: what `body` returns; `nil`, without having called it, when the arguments turned out
    ///   to name another database, and when the private cluster left a socket on which nobody
    ///   listens: that cluster may be started now that the arguments are known to be right.
    /// - Throws: `Failure` when the schema does not fit the program, `PostgresError`, and what
    ///   `body` throws.
    func withConnection<Result: Sendable>(
        databaseFlag: String?, _ body: @Sendable (inout Connection) throws -> Result
    ) async throws -> Result? {
        guard databaseFlag == self.databaseFlag else { return nil }
        do {
            return try await session.withConnection(body)
        } catch let error as PostgresError {
            // This code means that there never was a connection.
            guard isPrivate, error.code == .connectionFailed else { throw error }
            return nil
        }
    }
}
