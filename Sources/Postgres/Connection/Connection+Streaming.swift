internal import CLibPQ

extension Connection {
    /// Runs a query and passes its rows one by one, without holding them all in memory.
    ///
    /// If the closure throws, the rest of the result is dropped: outside of a transaction by
    /// cancelling the query, inside by reading it to its end, since a cancelled query would
    /// make the whole transaction useless.
    ///
    /// - Parameters:
    ///   - sql: The query.
    ///   - body: Takes each row; it is valid only during the call.
    /// - Throws: ``PostgresError``, or what `body` throws.
    public mutating func forEachRow(
        _ sql: SQL, _ body: (borrowing Row) throws -> Void
    ) throws {
        let parameters = try ParameterBuffer(sql)
        try begin(sql.text) { (handle: OpaquePointer) in parameters.send(sql.text, on: handle) }
        guard pqshim_stream_rows(handle) == 1 else {
            throw ended(with: PostgresError(sendingOn: handle, statement: sql.text))
        }
        var bodyFailure: (any Error)?
        do throws(PostgresError) {
            try readAnswers(to: sql.text) { result in
                guard bodyFailure == nil else { return }
                do {
                    try pass(result, of: sql.text, to: body)
                } catch {
                    bodyFailure = error
                    if scope == nil { cancellation.stopRunningStatement() }
                }
            }
        } catch {
            let error = ended(with: error)
            throw bodyFailure ?? error
        }
        cancellation.statementEnds()
        if let bodyFailure { throw bodyFailure }
        try settle(sql.text)
    }

    private func pass(
        _ result: borrowing ResultSet, of statement: String,
        to body: (borrowing Row) throws -> Void
    ) throws {
        var row = Row(result: result.pointer, index: 0, statement: statement)
        for index in 0..<Int32(truncatingIfNeeded: result.rowCount) {
            row.index = index
            try body(row)
        }
    }
}
