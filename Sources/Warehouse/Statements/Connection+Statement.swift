public import Postgres

extension Connection {
    /// Runs a statement and returns its rows.
    public mutating func rows<each Column: PostgresDecodable>(
        _ statement: Statement<repeat each Column>,
        _ values: any PostgresEncodable & Sendable...
    ) throws(PostgresError) -> [(repeat each Column)] {
        try query(try statement.bound(to: values), as: repeat (each Column).self)
    }

    /// Sends a statement together with the next one, for somebody who is going to run it with these values.
    public mutating func askAhead<each Column: PostgresDecodable>(
        _ statement: Statement<repeat each Column>,
        _ values: any PostgresEncodable & Sendable...
    ) throws(PostgresError) {
        try askAhead(try statement.bound(to: values))
    }

    /// Sends a statement and comes back without its answer; whatever is run next waits for it.
    public mutating func leaveRunning<each Column: PostgresDecodable>(
        _ statement: Statement<repeat each Column>,
        _ values: any PostgresEncodable & Sendable...
    ) throws(PostgresError) {
        try leaveRunning(try statement.bound(to: values))
    }

    /// Runs a statement and returns its first row, if there is one.
    public mutating func firstRow<each Column: PostgresDecodable>(
        _ statement: Statement<repeat each Column>,
        _ values: any PostgresEncodable & Sendable...
    ) throws(PostgresError) -> (repeat each Column)? {
        try query(try statement.bound(to: values), as: repeat (each Column).self).first
    }

    /// Runs a statement that must return exactly one row.
    public mutating func onlyRow<each Column: PostgresDecodable>(
        _ statement: Statement<repeat each Column>,
        _ values: any PostgresEncodable & Sendable...
    ) throws(PostgresError) -> (repeat each Column) {
        let rows = try query(try statement.bound(to: values), as: repeat (each Column).self)
        guard rows.count == 1, let row = rows.first else {
            throw PostgresError(
                .decoding, "\"\(statement.name)\" returned \(rows.count) rows instead of one")
        }
        return row
    }

    /// Runs a command for its effect and returns how many rows it affected.
    @discardableResult
    public mutating func perform(
        _ statement: Command, _ values: any PostgresEncodable & Sendable...
    ) throws(PostgresError) -> Int {
        try execute(try statement.bound(to: values))
    }

    /// Streams the rows of a statement; memory does not grow with their number.
    public mutating func stream<each Column: PostgresDecodable>(
        _ statement: Statement<repeat each Column>,
        _ values: [any PostgresEncodable & Sendable],
        _ body: (borrowing Row) throws -> Void
    ) throws {
        try forEachRow(try statement.bound(to: values), body)
    }
}
