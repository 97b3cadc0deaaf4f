public import Postgres
public import Warehouse

/// The peer groups that there are.
public enum PeerGroupDirectory {
    /// A group in the list.
    public struct Entry: Sendable, Hashable {
        /// Short code for the command line.
        public var code: String
        /// Swedish name.
        public var name: String
        /// Where it comes from.
        public var kind: PeerGroup.Kind
        /// Version of the list of members.
        public var listVersion: String
        /// How many municipalities belong to it.
        public var members: Int
    }

    /// The groups that have members on a day, by kind and code.
    public static func groups(
        _ connection: inout Connection, on day: PostgresDate
    ) throws(PostgresError) -> [Entry] {
        try connection.rows(ReadStatement.listPeerGroups, day).map { row in
            Entry(
                code: row.0, name: row.1, kind: PeerGroup.Kind(rawValue: row.2) ?? .named,
                listVersion: row.3, members: Int(row.4))
        }
    }
}
