public import Postgres

extension CommandContext {
    /// Reads from the user's warehouse as `riktmarke_read`; every query of `body` sees one state.
    ///
    /// - Parameter body: the reading; it uses the connection it is passed.
    /// - Returns: what `body` returns.
    /// - Throws: `Failure` when the schema does not fit the program, `PostgresError`, and what
    ///   `body` throws.
    public func read<Result: Sendable>(
        _ body: @Sendable (inout Connection) throws -> Result
    ) async throws -> Result {
        let session =
            if let early = try await early?.session(databaseFlag: databaseFlag) {
                early
            } else {
                try await EarlySession.open(tool, database)
            }
        return try await session.withConnection { connection in
            try connection.transaction(.readOnlyRepeatableRead, body)
        }
    }
}
