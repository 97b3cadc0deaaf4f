public import Postgres
internal import WarehouseSQL

/// A query of `sql/queries/` with the Swift types of its parameters and columns.
///
/// A test prepares every query and compares the server's types with these and with the file's
/// header, so that SQL and Swift cannot drift apart.
public struct Statement<each Column: PostgresDecodable>: Sendable {
    /// Path below `sql/queries/` without the ending.
    public let name: String
    /// The PostgreSQL types of the parameters.
    public let parameterOIDs: [UInt32]

    /// Declares a query by its name, the types of its parameters and those of its columns.
    public init(
        _ name: String, _ parameters: [any PostgresEncodable.Type] = [],
        returning columns: repeat (each Column).Type
    ) {
        self.name = name
        parameterOIDs = parameters.map { $0.postgresOID }
    }

    /// The statement without its column types, for the test that checks all of them.
    public var erased: AnyStatement {
        var accepts: [(UInt32) -> Bool] = []
        for type in repeat (each Column).self {
            accepts.append { type.accepts(oid: $0) }
        }
        return AnyStatement(name: name, parameterOIDs: parameterOIDs, columnAccepts: accepts)
    }

    func bound(
        to values: [any PostgresEncodable & Sendable]
    ) throws(PostgresError) -> SQL {
        try embeddedQuery(name, parameterOIDs: parameterOIDs, values: values)
    }
}

/// A query of `sql/queries/` that returns no rows.
public struct Command: Sendable {
    /// Path below `sql/queries/` without the ending.
    public let name: String
    /// The PostgreSQL types of the parameters.
    public let parameterOIDs: [UInt32]

    /// Declares a command by its name and the types of its parameters.
    public init(_ name: String, _ parameters: [any PostgresEncodable.Type] = []) {
        self.name = name
        parameterOIDs = parameters.map { $0.postgresOID }
    }

    /// The command in the form of the test that checks all statements.
    public var erased: AnyStatement {
        AnyStatement(name: name, parameterOIDs: parameterOIDs, columnAccepts: [])
    }

    func bound(
        to values: [any PostgresEncodable & Sendable]
    ) throws(PostgresError) -> SQL {
        try embeddedQuery(name, parameterOIDs: parameterOIDs, values: values)
    }
}

/// The text of an embedded query with its values bound.
/// - Throws: `PostgresError` when there is no such query, or the values do not fit it.
private func embeddedQuery(
    _ name: String, parameterOIDs: [UInt32], values: [any PostgresEncodable & Sendable]
) throws(PostgresError) -> SQL {
    guard let text = SQLText.text("queries/" + name) else {
        throw PostgresError(.protocolMisuse, "there is no query \"\(name)\"")
    }
    guard values.map({ type(of: $0).postgresOID }) == parameterOIDs else {
        throw PostgresError(
            .protocolMisuse, "the values given do not fit the parameters of \"\(name)\"")
    }
    return SQL(text: text, parameters: values)
}

/// A query's declared types without the Swift types behind them.
public struct AnyStatement {
    /// Path below `sql/queries/` without the ending.
    public let name: String
    /// The PostgreSQL types of the parameters.
    public let parameterOIDs: [UInt32]
    /// For each column, whether its Swift type can be read from a PostgreSQL type.
    public let columnAccepts: [(UInt32) -> Bool]
}
