internal import ArgumentParser
internal import Postgres
internal import Warehouse

/// A session for reading that is opened while the arguments are still being parsed.
///
/// To parse them takes longer than to connect: everything that connecting needs is looked up on the
/// session's own thread, so that parsing begins at once. Nothing is started for it, and nothing is said
/// of its failure until a command asks for it.
struct EarlySession: Sendable {
    private struct NotAtHand: Error {}

    private let session: Session
    private let databaseFlag: String?
    private let environment: Environment

    /// Begins to open a session for the command that some arguments name; `nil` where they seem to
    /// ask for help or for a command that opens none.
    init?(
        _ tool: Tool, offline: [any ParsableCommand.Type], arguments: [String],
        environment: Environment
    ) {
        guard tool == .query, let command = arguments.first, !command.hasPrefix("-"),
            command != "help",
            !offline.contains(where: { CommandEntry.names(of: $0).contains(command) })
        else { return nil }
        let peek = ArgumentPeek(arguments)
        guard !peek.asksForHelp else { return nil }
        let flag = peek.database
        let session = try? Session(
            beginning: {
                let database = DatabaseChoice(
                    flag: flag, environment: environment, settings: try Settings.load(environment))
                guard let options = database.connectionOptionsAtHand(for: .read, tool: tool) else {
                    throw NotAtHand()
                }
                return options
            }, first: { try SchemaCheck.run(&$0) })
        guard let session else { return nil }
        self.session = session
        self.environment = environment
        databaseFlag = flag
    }

    /// Does some work in the session.
    ///
    /// - Returns: what `body` returns; `nil`, without having called it, when the arguments turned out
    ///   to name another database, when none is at hand without something being started, and when the
    ///   private cluster left a socket on which nobody listens: that cluster may be started now that the
    ///   arguments are known to be right.
    /// - Throws: `Failure` when the schema does not fit the program, `PostgresError`, and what
    ///   `body` throws.
    func withConnection<Result: Sendable>(
        databaseFlag: String?, _ body: @Sendable (inout Connection) throws -> Result
    ) async throws -> Result? {
        guard databaseFlag == self.databaseFlag else { return nil }
        do {
            return try await session.withConnection(body)
        } catch is NotAtHand {
            return nil
        } catch let error as PostgresError {
            // This code means that there never was a connection.
            guard error.code == .connectionFailed, isPrivate else { throw error }
            return nil
        }
    }

    private var isPrivate: Bool {
        guard let settings = try? Settings.load(environment) else { return false }
        return DatabaseChoice(flag: databaseFlag, environment: environment, settings: settings)
            .isPrivate
    }
}
