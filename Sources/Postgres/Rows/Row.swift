internal import CLibPQ

/// One row of a result, valid only inside the closure it is passed to.
public struct Row: ~Copyable {
    let result: OpaquePointer
    var index: Int32
    let statement: String

    init(result: OpaquePointer, index: Int32, statement: String) {
        self.result = result
        self.index = index
        self.statement = statement
    }

    /// How many columns the row has.
    public var columnCount: Int { Int(PQnfields(result)) }

    /// The name of a column, counted from 0; empty if there is no such column.
    public func columnName(at column: Int) -> String {
        guard let number = Int32(exactly: column), let name = PQfname(result, number) else {
            return ""
        }
        return String(cString: name)
    }

    /// Reads a column, counted from 0, as a Swift type.
    ///
    /// It is an error if the column's PostgreSQL type is not one the Swift type stands for.
    public func decode<T: PostgresDecodable>(
        _ type: T.Type, at column: Int
    ) throws(PostgresError) -> T {
        guard column >= 0, column < columnCount else { throw noColumn(column) }
        let number = Int32(truncatingIfNeeded: column)
        guard T.accepts(oid: PQftype(result, number)) else {
            throw Self.mismatch(type, result: result, column: column, statement: statement)
        }
        return try decodeChecked(type, at: number)
    }

    /// Reads a column that is there and has a type that the Swift type stands for.
    func decodeChecked<T: PostgresDecodable>(
        _ type: T.Type, at column: Int32
    ) throws(PostgresError) -> T {
        do throws(PostgresValueError) {
            guard PQgetisnull(result, index, column) == 0 else { return try T.decodeNull() }
            let bytes = UnsafeRawBufferPointer(
                start: PQgetvalue(result, index, column),
                count: Int(PQgetlength(result, index, column)))
            return try T.decode(bytes.bytes, oid: PQftype(result, column))
        } catch {
            throw Self.failure(
                error.reason, type, result: result, column: Int(column), statement: statement)
        }
    }

    /// Whether a column, counted from 0, is NULL.
    public func isNull(at column: Int) throws(PostgresError) -> Bool {
        guard column >= 0, column < columnCount else { throw noColumn(column) }
        return PQgetisnull(result, index, Int32(truncatingIfNeeded: column)) != 0
    }

    /// Passes the bytes of a column, counted from 0, in PostgreSQL's binary format; nothing is
    /// copied.
    ///
    /// - Parameters:
    ///   - column: The column, counted from 0.
    ///   - body: Reads the bytes, which are gone when it returns.
    /// - Returns: What `body` returns, or `nil` without calling it if the value is NULL.
    /// - Throws: What `body` throws, or an error if there is no such column.
    public func withBytes<R>(
        at column: Int, _ body: (RawSpan) throws -> R
    ) throws -> R? {
        guard try !isNull(at: column) else { return nil }
        let number = Int32(truncatingIfNeeded: column)
        let bytes = UnsafeRawBufferPointer(
            start: PQgetvalue(result, index, number),
            count: Int(PQgetlength(result, index, number)))
        return try body(bytes.bytes)
    }

    private func noColumn(_ column: Int) -> PostgresError {
        PostgresError(
            .protocolMisuse, "there is no column \(column) in a row of \(columnCount)",
            statement: statement)
    }
}

extension Row {
    /// The error of a column that cannot be read as a Swift type at all.
    static func mismatch<T: PostgresDecodable>(
        _ type: T.Type, result: OpaquePointer, column: Int, statement: String
    ) -> PostgresError {
        failure(
            "the types do not match", type, result: result, column: column, statement: statement)
    }

    /// The error of a value, with everything needed to find it.
    static func failure<T: PostgresDecodable>(
        _ reason: String, _ type: T.Type, result: OpaquePointer, column: Int, statement: String
    ) -> PostgresError {
        let number = Int32(truncatingIfNeeded: column)
        let name = PQfname(result, number).map { String(cString: $0) } ?? "?"
        let typeName = PostgresOID.name(of: PQftype(result, number))
        var error = PostgresError(
            .decoding,
            "column \(column) \"\(name)\" (\(typeName)) cannot be read as \(T.self): \(reason)",
            statement: statement)
        error.column = name
        error.dataType = typeName
        return error
    }
}
