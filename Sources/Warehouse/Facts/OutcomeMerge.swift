public import Postgres

/// Moves what is staged into the facts, set by set; every function runs inside the caller's
/// transaction.
public enum OutcomeMerge {
    /// How many rows lie in staging.
    public struct Staged: Sendable, Hashable {
        /// Outcomes.
        public var outcomes: Int64
        /// Targets.
        public var targets: Int64
    }

    /// What a merge did.
    public struct Result: Sendable, Hashable {
        /// Rows that lay in staging.
        public var staged: Int64 = 0
        /// Figures that were new.
        public var new: Int64 = 0
        /// Figures that replaced another.
        public var revised: Int64 = 0

        /// Creates what a merge did; nothing unless said.
        public init(staged: Int64 = 0, new: Int64 = 0, revised: Int64 = 0) {
            self.staged = staged
            self.new = new
            self.revised = revised
        }

        /// Figures that were there already.
        public var unchanged: Int64 { staged - new - revised }
    }

    /// Empties staging; outside of transactions where it may hold much.
    public static func clearStaging(_ connection: inout Connection) throws(PostgresError) {
        try StagingTables.observations.clear(&connection)
    }

    /// Counts staging, to prove that what was sent is there: a crash of the server empties it.
    public static func countStaged(
        _ connection: inout Connection
    ) throws(PostgresError) -> Staged {
        let (outcomes, targets) = try connection.onlyRow(LoadStatement.countStaged)
        return Staged(outcomes: outcomes, targets: targets)
    }

    /// Takes contradicting figures out of staging as rejects and keeps one of identical ones.
    /// - Returns: how many were rejected, and how many repetitions were removed.
    public static func settleRepetitions(
        _ connection: inout Connection, load: Int32
    ) throws(PostgresError) -> (rejected: Int64, removed: Int64) {
        guard try connection.onlyRow(LoadStatement.findRepetition) else { return (0, 0) }
        let rejected = try connection.onlyRow(LoadStatement.rejectContradictions, load)
        return (rejected, try connection.onlyRow(LoadStatement.removeRepetitions))
    }

    /// Merges staged outcomes: writes only what differs, keeps what it replaces.
    public static func mergeOutcomes(
        _ connection: inout Connection, load: Int32
    ) throws(PostgresError) -> Result {
        let (staged, new, revised) = try connection.onlyRow(LoadStatement.mergeOutcomes, load)
        return Result(staged: staged, new: new, revised: revised)
    }

    /// Merges staged targets likewise.
    public static func mergeTargets(
        _ connection: inout Connection, load: Int32
    ) throws(PostgresError) -> Result {
        let (staged, new, revised) = try connection.onlyRow(LoadStatement.mergeTargets, load)
        return Result(staged: staged, new: new, revised: revised)
    }

    /// Writes the outcomes of a source that has never been loaded.
    /// - Returns: how many were written.
    public static func fillOutcomes(
        _ connection: inout Connection, load: Int32
    ) throws(PostgresError) -> Int64 {
        Int64(try connection.perform(LoadStatement.fillOutcomes, load))
    }

    /// Drops the outcomes' indexes, builds them again after the body.
    ///
    /// A unique violation while they are built means that staging held repetitions.
    public static func withoutIndexes<R>(
        _ connection: inout Connection, _ body: (inout Connection) throws -> R
    ) throws -> R {
        try connection.perform(LoadStatement.dropOutcomeIndexes)
        let result = try body(&connection)
        try connection.perform(LoadStatement.buildOutcomeIndexes)
        return result
    }

    /// How many figures a source stated before and how many of them staging does not hold.
    public static func countVanished(
        _ connection: inout Connection, documents: [Int32]
    ) throws(PostgresError) -> (stated: Int64, vanished: Int64) {
        let outcomes = try connection.onlyRow(LoadStatement.countVanishedOutcomes, documents)
        let targets = try connection.onlyRow(LoadStatement.countVanishedTargets, documents)
        return (outcomes.0 + targets.0, outcomes.1 + targets.1)
    }

    /// Closes the figures that a source stated before and that staging does not hold.
    /// - Returns: how many were closed.
    public static func withdrawVanished(
        _ connection: inout Connection, load: Int32, documents: [Int32]
    ) throws(PostgresError) -> Int64 {
        try connection.onlyRow(LoadStatement.withdrawOutcomes, load, documents)
            + connection.onlyRow(LoadStatement.withdrawTargets, load, documents)
    }

    /// How many figures all loads so far have added.
    public static func countFacts(_ connection: inout Connection) throws(PostgresError) -> Int64 {
        try connection.onlyRow(LoadStatement.countFacts)
    }
}
