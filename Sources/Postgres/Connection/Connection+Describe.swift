internal import CLibPQ

extension Connection {
    /// Asks the server what a statement takes and returns, without running it.
    ///
    /// - Parameter text: One statement, with `$1`, `$2`, … for its values.
    /// - Returns: The types of its values and the names and types of its columns.
    /// - Throws: ``PostgresError``, as the server finds when it parses the statement.
    public mutating func describe(
        _ text: String
    ) throws(PostgresError) -> StatementDescription {
        guard !text.utf8.contains(0) else {
            throw PostgresError(.encoding, "the statement holds a NUL byte")
        }
        _ = try exchange(text) { (handle: OpaquePointer) in
            PQsendPrepare(handle, "", text, 0, nil) == 1
        }
        let result = try exchange(text) { (handle: OpaquePointer) in
            PQsendDescribePrepared(handle, "") == 1
        }
        let pointer = result.pointer
        return StatementDescription(
            parameterOIDs: (0..<PQnparams(pointer)).map { PQparamtype(pointer, $0) },
            columns: (0..<PQnfields(pointer)).map { column in
                StatementDescription.Column(
                    name: PQfname(pointer, column).map { String(cString: $0) } ?? "",
                    oid: PQftype(pointer, column))
            })
    }
}
