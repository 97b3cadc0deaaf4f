/// What the server knows about a statement before it runs.
public struct StatementDescription: Sendable, Hashable {
    /// A column of the result.
    public struct Column: Sendable, Hashable {
        /// The name the statement gives it.
        public let name: String
        /// Its PostgreSQL type; a domain appears as the type beneath it.
        public let oid: UInt32

        /// Describes a column.
        public init(name: String, oid: UInt32) {
            self.name = name
            self.oid = oid
        }
    }

    /// The PostgreSQL types of the values, `$1` first.
    public let parameterOIDs: [UInt32]
    /// The columns of the result; empty for a statement that returns no rows.
    public let columns: [Column]
}
