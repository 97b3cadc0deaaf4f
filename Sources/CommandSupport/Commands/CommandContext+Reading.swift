public import Postgres
internal import Warehouse

extension CommandContext {
    /// Reads from the user's warehouse as `riktmarke_read`; every query of `body` sees one state.
    ///
    /// - Parameters:
    ///   - askAhead: asks ahead what `body` begins with, so that the server works on it while it says
    ///     which schema it has; it is called only where that is quicker.
    ///   - body: the reading; it uses the connection it is passed.
    /// - Returns: what `body` returns.
    /// - Throws: `Failure` when the schema does not fit the program, `PostgresError`, and what
    ///   `body` throws.
    public func read<Result: Sendable>(
        askAhead: @Sendable (inout Connection) throws(PostgresError) -> Void = { _ in },
        _ body: @Sendable (inout Connection) throws -> Result
    ) async throws -> Result {
        if let result = try await early?.read(databaseFlag: databaseFlag, askAhead, body) {
            return result
        }
        let session = try await Session(connectionOptions(for: .read))
        return try await session.withConnection { connection in
            try SchemaCheck.run(&connection)
            return try connection.transaction(.readOnlyRepeatableRead, body)
        }
    }

    /// Reads as the role of the load, for what readers may not see; changes nothing.
    ///
    /// The session is a new one, and the server refuses it to a login that is no member of the role.
    ///
    /// - Parameter body: the reading; it uses the connection it is passed.
    /// - Returns: what `body` returns.
    /// - Throws: as for ``read(askAhead:_:)``.
    public func readInternally<Result: Sendable>(
        _ body: @Sendable (inout Connection) throws -> Result
    ) async throws -> Result {
        let session = try await Session(connectionOptions(for: .load))
        return try await session.withConnection { connection in
            try SchemaCheck.run(&connection)
            return try connection.transaction(.readOnlyRepeatableRead, body)
        }
    }
}
