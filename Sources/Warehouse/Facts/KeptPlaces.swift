public import Postgres

/// Distributions, and places among everybody, that are kept beside the facts.
///
/// A load brings those of what it changed up to date before it is complete. A bulk load leaves all of
/// them for later: readers get them computed, slowly, until somebody has kept them.
public enum KeptPlaces {
    /// The parts of the work, by the remainder of the indicator's key: two sessions share it, the one
    /// from the first part on, the other from the last one back.
    ///
    /// So many that neither waits long for the other where they meet.
    public static let parts: Range<Int32> = 0..<12

    /// Brings what is kept up to date; who comes second to a part waits, and finds it done.
    ///
    /// - Parameters:
    ///   - connection: a session of the loader, inside a transaction.
    ///   - parts: of which indicators.
    /// - Returns: in how many slices facts had changed.
    /// - Throws: what the server reports.
    @discardableResult
    public static func refresh(
        _ connection: inout Connection, _ parts: Range<Int32> = parts
    ) throws(PostgresError) -> Int32 {
        try connection.onlyRow(LoadStatement.refreshRankings, Array(parts))
    }

    /// Has the server bring what is kept up to date while the program does something else.
    ///
    /// What is run next on the connection waits for it.
    ///
    /// - Parameter connection: a session of the loader, inside a transaction.
    /// - Throws: what keeps it from being sent.
    public static func beginRefresh(_ connection: inout Connection) throws(PostgresError) {
        try connection.leaveRunning(LoadStatement.refreshRankings, Array(parts))
    }

    /// Computes what bulk loads have left, part by part; a second session may come from the other end.
    ///
    /// - Parameter connection: a session of the loader.
    /// - Throws: what the server reports.
    public static func refreshByParts(_ connection: inout Connection) throws {
        var slices: Int32 = 0
        for part in parts {
            slices += try connection.transaction(.readWrite) { connection in
                try refresh(&connection, part..<part + 1)
            }
        }
        guard slices > 0 else { return }
        // Much of it has been computed at once, which the planner does not know.
        try connection.transaction(.readWrite) { connection in
            try connection.perform(LoadStatement.analyzeRankings)
        }
    }
}
