internal import ArgumentParser
internal import Postgres
internal import Warehouse

/// A connection for reading that is asked for before the arguments are parsed.
///
/// To parse them takes as long as the server needs to accept a session. Nothing is started for it, and
/// nothing is said of its failure until a command asks for it.
struct EarlyConnection: Sendable {
    private struct NotAtHand: Error {}

    private let beginning: ConnectionBeginning
    private let databaseFlag: String?
    private let environment: Environment

    /// Asks for a connection for the command that some arguments name; `nil` where they seem to ask for
    /// help, for a command that opens none, or for one that has something else to read before.
    ///
    /// - Parameters:
    ///   - tool: The tool.
    ///   - offline: Its commands that open no database.
    ///   - arguments: What it was called with.
    ///   - environment: The environment variables.
    ///   - interruption: What may come in while the server is waited for.
    init?(
        _ tool: Tool, offline: [any ParsableCommand.Type], arguments: [String],
        environment: Environment, interruption: WaitInterruption? = nil
    ) {
        guard tool == .query, let command = arguments.first, !command.hasPrefix("-"),
            command != "help",
            !offline.contains(where: { CommandEntry.names(of: $0).contains(command) })
        else { return nil }
        let peek = ArgumentPeek(arguments)
        guard !peek.asksForHelp, !peek.readsInput else { return nil }
        let flag = peek.database
        beginning = ConnectionBeginning(interruption: interruption) {
            let database = DatabaseChoice(
                flag: flag, environment: environment, settings: try Settings.load(environment))
            guard let options = database.connectionOptionsAtHand(for: .read, tool: tool) else {
                throw NotAtHand()
            }
            return options
        }
        self.environment = environment
        databaseFlag = flag
    }

    /// Reads from the connection, once.
    ///
    /// - Returns: what `body` returns; `nil`, without having called it, when it was read from before,
    ///   when the arguments turned out to name another database, when none is at hand without something
    ///   being started, and when the private cluster left a socket on which nobody listens: that cluster
    ///   may be started now that the arguments are known to be right.
    /// - Throws: `Failure` when the schema does not fit the program, `PostgresError`, and what
    ///   `body` throws.
    func read<Result: Sendable>(
        databaseFlag: String?,
        _ askAhead: @Sendable (inout Connection) throws(PostgresError) -> Void,
        _ body: @Sendable (inout Connection) throws -> Result
    ) async throws -> Result? {
        guard databaseFlag == self.databaseFlag else { return nil }
        do {
            return try await beginning.read { connection in
                try askAhead(&connection)
                try SchemaCheck.run(&connection)
                return try body(&connection)
            }
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
