internal import CLibPQ

extension Connection {
    /// Writes rows to a table by binary COPY; all of them or none.
    ///
    /// ```swift
    /// try connection.copyIn(into: "staging.outcome", columns: ["key", "value"]) { writer in
    ///     for outcome in outcomes {
    ///         try writer.startRow()
    ///         try writer.write(outcome.key)
    ///         try writer.writeNumeric(units: outcome.units, scale: 2)
    ///     }
    /// }
    /// ```
    ///
    /// The types of the columns are asked for first, so that a value of the wrong type is an
    /// error at its row rather than a wrong figure in the table.
    ///
    /// - Parameters:
    ///   - table: The table.
    ///   - columns: Its columns, in the order in which a row is written; at least one.
    ///   - body: Writes the rows. What it throws ends the COPY, and wins over the server's error.
    /// - Returns: The number of rows written.
    /// - Throws: ``PostgresError``, or what `body` throws; then nothing is kept, and the
    ///   connection can be used on.
    @discardableResult
    public mutating func copyIn(
        into table: QualifiedName, columns: [String],
        _ body: (inout CopyBinaryWriter) throws -> Void
    ) throws -> Int {
        let targets = try copyColumns(of: table, named: columns)
        let list = columns.map(quote).joined(separator: ", ")
        let statement = "COPY \(table.quoted) (\(list)) FROM STDIN (FORMAT binary)"
        try startCopy(statement)
        var writer = CopyBinaryWriter(
            handle, cancellation: cancellation, table: table.displayName, columns: targets)
        do {
            try body(&writer)
            try writer.finish()
        } catch {
            _ = writer.failure  // Ends the exclusive use of the connection below.
            PQputCopyEnd(handle, "given up by the client")
            let serverError = copyError(statement)
            throw preferred(error, over: serverError)
        }
        let rows = writer.rowCount
        guard PQputCopyEnd(handle, nil) == 1 else {
            throw ended(with: PostgresError(sendingOn: handle, statement: statement))
        }
        if let error = copyError(statement) { throw error }
        try settle(statement)
        return rows
    }

    private mutating func startCopy(_ statement: String) throws(PostgresError) {
        try begin(statement) { (handle: OpaquePointer) in PQsendQuery(handle, statement) == 1 }
        guard let pointer = PQgetResult(handle) else {
            throw ended(with: PostgresError(sendingOn: handle, statement: statement))
        }
        let result = ResultSet(pointer)
        guard PQresultStatus(result.pointer) != PGRES_COPY_IN else { return }
        let error = PostgresError(result: result.pointer, on: handle, statement: statement)
        try? readAnswers(to: statement) { _ in }
        throw ended(with: error)
    }

    /// Reads the server's verdict; `nil` if it took the rows.
    private mutating func copyError(_ statement: String) -> PostgresError? {
        do throws(PostgresError) {
            try readAnswers(to: statement) { _ in }
            cancellation.statementEnds()
            return nil
        } catch {
            return ended(with: error)
        }
    }

    /// The closure's error counts, save that a lost connection or a cancellation explains it.
    private func preferred(_ error: any Error, over server: PostgresError?) -> any Error {
        guard let server, let own = error as? PostgresError, own.code == .connectionLost else {
            return error
        }
        return server
    }

    /// Looks the columns up in the catalogue, down to the types beneath domains.
    private mutating func copyColumns(
        of table: QualifiedName, named columns: [String]
    ) throws(PostgresError) -> [CopyColumn] {
        if let problem = table.problem ?? columns.lazy.compactMap(identifierProblem).first {
            throw PostgresError(.encoding, problem)
        }
        guard !columns.isEmpty, columns.count <= Int(Int16.max) else {
            throw PostgresError(.protocolMisuse, "COPY needs between 1 and 32767 columns")
        }
        let found = try query(
            """
            WITH RECURSIVE column_type AS (
                SELECT a.attname, a.atttypid AS type, a.atttypmod AS modifier
                FROM pg_catalog.pg_attribute AS a
                WHERE a.attrelid = \(table.quoted)::pg_catalog.regclass
                    AND a.attnum > 0 AND NOT a.attisdropped
                UNION ALL
                SELECT c.attname, t.typbasetype, t.typtypmod
                FROM column_type AS c
                JOIN pg_catalog.pg_type AS t ON t.oid = c.type
                WHERE t.typtype = 'd'
            )
            SELECT c.attname::text, c.type, c.modifier, t.typtype = 'e'
            FROM column_type AS c
            JOIN pg_catalog.pg_type AS t ON t.oid = c.type
            WHERE t.typtype <> 'd'
            """,
            as: String.self, UInt32.self, Int32.self, Bool.self)
        var types: [String: CopyColumn] = [:]
        for (name, oid, modifier, isEnum) in found {
            types[name] = CopyColumn(
                name: name, oid: oid, isEnum: isEnum, typeModifier: modifier)
        }
        var result: [CopyColumn] = []
        for name in columns {
            guard let column = types[name] else {
                var error = PostgresError(
                    .server, "column \"\(name)\" of \(table.displayName) does not exist",
                    sqlState: .undefinedColumn)
                error.table = table.name
                error.schema = table.schema
                error.column = name
                throw error
            }
            result.append(column)
        }
        return result
    }
}
