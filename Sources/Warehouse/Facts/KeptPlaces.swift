public import Postgres

/// Distributions, and places among everybody, that are kept beside the facts.
///
/// A load brings those of what it changed up to date before it is complete. A bulk load leaves all of
/// them for later: readers get them computed, slowly, until somebody has kept them.
public enum KeptPlaces {
    /// A third of the indicators; two sessions may share the work by thirds.
    public enum Third: Int32, Sendable, CaseIterable {
        /// Those whose keys three divides.
        case first
        /// Those whose keys leave a remainder of one.
        case second
        /// The rest.
        case third
    }

    /// Brings what is kept up to date; who comes second to a third waits, and finds it done.
    ///
    /// - Parameters:
    ///   - connection: a session of the loader, inside a transaction.
    ///   - thirds: of which indicators.
    /// - Returns: in how many slices facts had changed.
    /// - Throws: what the server reports.
    @discardableResult
    public static func refresh(
        _ connection: inout Connection, _ thirds: [Third] = Third.allCases
    ) throws(PostgresError) -> Int32 {
        try connection.onlyRow(LoadStatement.refreshRankings, thirds.map(\.rawValue))
    }

    /// Tells the planner what is kept, after much of it has been computed at once.
    public static func analyze(_ connection: inout Connection) throws(PostgresError) {
        try connection.perform(LoadStatement.analyzeRankings)
    }
}
