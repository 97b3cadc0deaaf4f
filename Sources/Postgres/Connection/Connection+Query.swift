internal import CLibPQ

extension Connection {
    /// Runs a query and reads all its rows, each as a tuple of the given types.
    ///
    /// Number and types of the columns are checked even if no row comes. A column that may be
    /// NULL is asked for as an optional: `as: Int.self, String?.self`.
    public mutating func query<each C: PostgresDecodable>(
        _ sql: SQL, as types: repeat (each C).Type
    ) throws(PostgresError) -> [(repeat each C)] {
        let result = try run(sql)
        var reader = RowReader(result: result.pointer, statement: sql.text)
        repeat try reader.check(each types)
        try reader.checkCount()
        var rows: [(repeat each C)] = []
        let count = result.rowCount
        rows.reserveCapacity(count)
        for index in 0..<count {
            reader.move(to: index)
            rows.append((repeat try reader.next(each types)))
        }
        return rows
    }

    /// Runs a query that must give exactly one row.
    public mutating func queryOne<each C: PostgresDecodable>(
        _ sql: SQL, as types: repeat (each C).Type
    ) throws(PostgresError) -> (repeat each C) {
        let rows = try query(sql, as: repeat each types)
        guard rows.count == 1 else {
            throw PostgresError(
                .decoding, "one row was expected, \(rows.count) came", statement: sql.text)
        }
        return rows[0]
    }

    /// Runs a statement and drops its rows, if it has any.
    ///
    /// - Parameter sql: The statement.
    /// - Returns: How many rows it inserted, updated, deleted or selected.
    /// - Throws: ``PostgresError``.
    @discardableResult
    public mutating func execute(_ sql: SQL) throws(PostgresError) -> Int {
        try run(sql).affectedRows
    }

    /// Runs a text of one or several statements, such as a migration.
    ///
    /// Outside of a transaction the server treats them all as one, unless the text itself says
    /// BEGIN and COMMIT. The position of an error counts from the beginning of the whole text.
    public mutating func runScript(_ text: String) throws(PostgresError) {
        guard !text.utf8.contains(0) else {
            throw PostgresError(.encoding, "the script holds a NUL byte")
        }
        _ = try exchange(text) { (handle: OpaquePointer) in PQsendQuery(handle, text) == 1 }
    }
}

/// Reads the columns of a row from left to right.
private struct RowReader: ~Copyable {
    private var row: Row
    private var column = 0

    init(result: OpaquePointer, statement: String) {
        row = Row(result: result, index: 0, statement: statement)
    }

    mutating func move(to index: Int) {
        row.index = Int32(truncatingIfNeeded: index)
        column = 0
    }

    mutating func next<T: PostgresDecodable>(_ type: T.Type) throws(PostgresError) -> T {
        defer { column += 1 }
        return try row.decodeChecked(type, at: Int32(truncatingIfNeeded: column))
    }

    /// Checks the type of a column without a row.
    mutating func check<T: PostgresDecodable>(_ type: T.Type) throws(PostgresError) {
        defer { column += 1 }
        guard column < row.columnCount else { return }
        guard T.accepts(oid: PQftype(row.result, Int32(truncatingIfNeeded: column))) else {
            throw Row.mismatch(
                type, result: row.result, column: column, statement: row.statement)
        }
    }

    /// Checks the number of columns, after each was checked.
    func checkCount() throws(PostgresError) {
        guard column == row.columnCount else {
            throw PostgresError(
                .decoding, "\(column) columns were expected, \(row.columnCount) came",
                statement: row.statement)
        }
    }
}
