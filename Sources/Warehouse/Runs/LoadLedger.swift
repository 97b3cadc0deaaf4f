public import Postgres

/// The ledger of loads: one source in one run, with the files it read and what became of them.
public enum LoadLedger {
    /// A file that a load reads.
    public struct File: Sendable, Hashable {
        /// Number within the load, from 1.
        public var number: Int16
        /// Name as the specification gives it.
        public var name: String
        /// SHA-256 of its bytes.
        public var sha256: [UInt8]
        /// Size in bytes.
        public var byteCount: Int64
        /// The encoding it is read in.
        public var encoding: String

        /// Describes a file.
        public init(
            number: Int16, name: String, sha256: [UInt8], byteCount: Int64, encoding: String
        ) {
            self.number = number
            self.name = name
            self.sha256 = sha256
            self.byteCount = byteCount
            self.encoding = encoding
        }
    }

    /// What became of a load.
    public enum State: String, Sendable {
        /// Merged and committed.
        case loaded
        /// Nothing of it is in the facts.
        case refused
    }

    /// Opens a load and records its files.
    /// - Returns: the load's number.
    public static func begin(
        _ connection: inout Connection, run: Int32, source: Int16, identity: [UInt8],
        files: [File]
    ) throws(PostgresError) -> Int32 {
        let load = try connection.onlyRow(LoadStatement.beginLoad, run, source, identity)
        for file in files {
            try connection.perform(
                LoadStatement.insertLoadFile, load, file.number, file.name, file.sha256,
                file.byteCount, file.encoding)
        }
        return load
    }

    /// Completes a load, after it has been found out what may be shown of what it changed and the places
    /// have been computed anew; must be the last statement before the commit.
    ///
    /// A bulk load leaves its places for later, see ``KeptPlaces``.
    /// - Returns: the time at which its figures become the recorded truth.
    @discardableResult
    public static func finish(
        _ connection: inout Connection, load: Int32, state: State, counts: LoadCounts,
        seconds: Double, leavesPlaces: Bool = false
    ) throws(PostgresError) -> PostgresTimestamp {
        if state == .loaded {
            try OutcomeClearance.refresh(&connection)
            if !leavesPlaces { try KeptPlaces.refresh(&connection) }
        }
        return try connection.onlyRow(
            LoadStatement.finishLoad, load, state.rawValue, counts.read, counts.rejected,
            counts.duplicates, counts.new, counts.revised, counts.unchanged, counts.withdrawn,
            counts.missing, seconds)
    }

    /// The identity of the last load of a source that was merged; `nil` when there is none.
    public static func lastIdentity(
        _ connection: inout Connection, source: Int16
    ) throws(PostgresError) -> [UInt8]? {
        try connection.firstRow(LoadStatement.findLastLoad, source)?.1
    }

    /// A digest of everything that resolving names depends on.
    public static func referenceDigest(
        _ connection: inout Connection
    ) throws(PostgresError) -> [UInt8] {
        try connection.onlyRow(LoadStatement.referenceDigest)
    }
}
