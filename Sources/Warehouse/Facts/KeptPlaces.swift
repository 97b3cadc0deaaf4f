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

    /// Tells the planner what is kept, after much of it has been computed at once.
    public static func analyze(_ connection: inout Connection) throws(PostgresError) {
        try connection.perform(LoadStatement.analyzeRankings)
    }
}
