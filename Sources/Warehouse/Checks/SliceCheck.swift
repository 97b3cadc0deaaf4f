public import Postgres

/// Checks of what one run has loaded by slices; they read only what the run has touched.
public enum SliceCheck {
    /// Something odd in the figures of a slice.
    public struct Warning: Sendable, Hashable {
        /// Code of the indicator.
        public var indicator: String
        /// The period in its written form.
        public var period: String
        /// What is odd: `outside-own-range`, `total-outside-genders`, `coverage-fallen` or
        /// `nation-absent`.
        public var code: String
        /// How many figures it concerns.
        public var figures: Int64
    }

    /// Slices whose facts are not what was loaded with their digests: must be empty.
    ///
    /// - Parameters:
    ///   - connection: the warehouse.
    ///   - run: the run whose loads are checked.
    ///   - proved: loads of it whose slices were proved before they were committed; they are not read
    ///     again.
    /// - Returns: each slice with what is wrong with it.
    /// - Throws: what the server reports.
    public static func torn(
        _ connection: inout Connection, run: Int32, proved: [Int32] = []
    ) throws(PostgresError) -> [DataCheck.Finding] {
        try connection.rows(SliceStatement.checkRun, run, proved).map {
            DataCheck.Finding(subject: $0.0, problem: $0.1)
        }
    }

    /// What looks odd in the slices that the run has changed; never a reason to stop.
    ///
    /// All that has changed since the last time is looked through, also what a run that was broken
    /// off had loaded, and what is found is kept for readers.
    public static func warnings(
        _ connection: inout Connection, run: Int32
    ) throws -> [Warning] {
        try connection.transaction(.readWrite) { connection in
            let removed = try connection.onlyRow(SliceStatement.removeWarnings)
            let found = try connection.onlyRow(SliceStatement.addWarnings)
            if removed + found > 0 { try connection.perform(SliceStatement.publishWarnings) }
        }
        return try connection.rows(SliceStatement.listWarnings, run).map {
            Warning(indicator: $0.0, period: $0.1, code: $0.2, figures: $0.3)
        }
    }
}
