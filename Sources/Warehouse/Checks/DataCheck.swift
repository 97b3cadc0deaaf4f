public import Postgres
internal import WarehouseSQL

/// A check of the stored data, written in SQL: it must find nothing.
public struct DataCheck: Sendable {
    /// The name of its file under `sql/checks/`.
    public let name: String
    private let text: String

    /// Something that must not be.
    public struct Finding: Sendable, Hashable {
        /// What it is about.
        public var subject: String
        /// What is wrong with it.
        public var problem: String
    }

    /// Every check that this program carries, by name.
    public static var all: [DataCheck] {
        SQLText.all.filter { $0.key.hasPrefix("checks/") }
            .map { DataCheck(name: String($0.key.dropFirst("checks/".count)), text: $0.value) }
            .sorted { $0.name < $1.name }
    }

    /// Runs the check.
    /// - Returns: what it found; empty when all is well.
    public func run(_ connection: inout Connection) throws(PostgresError) -> [Finding] {
        try connection.query(SQL(text: text), as: String.self, String.self)
            .map { Finding(subject: $0, problem: $1) }
    }
}
