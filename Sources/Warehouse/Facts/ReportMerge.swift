public import Postgres

/// Moves what documents say of money and of absence from staging into the facts; every function runs
/// inside the caller's transaction.
public enum ReportMerge {
    /// What a row of money is about.
    public struct Subject: Sendable, Hashable {
        /// `total`, `activity`, `grant` or `action`.
        public var kind: String
        /// Its name.
        public var name: String

        /// Names a subject.
        public init(kind: String, name: String) {
            self.kind = kind
            self.name = name
        }
    }

    /// A unit of staff as a document names it.
    public struct Workplace: Sendable, Hashable {
        /// `unit` or `total`.
        public var kind: String
        /// Its own code, or its name where it has none.
        public var code: String
        /// Whether the code is its own.
        public var hasOwnCode: Bool

        /// Names a unit.
        public init(kind: String, code: String, hasOwnCode: Bool) {
            self.kind = kind
            self.code = code
            self.hasOwnCode = hasOwnCode
        }
    }

    /// Empties staging; outside of transactions where it may hold much.
    public static func clearStaging(_ connection: inout Connection) throws(PostgresError) {
        try StagingTables.statements.clear(&connection)
    }

    /// How many figures lie in staging, to prove that what was sent is there.
    public static func countStaged(
        _ connection: inout Connection
    ) throws(PostgresError) -> Int64 {
        let (economy, absence) = try connection.onlyRow(ReportStatement.countStagedRows)
        return economy + absence
    }

    /// The keys of what rows of money are about; what is new is added.
    public static func keys(
        _ connection: inout Connection, of subjects: Set<Subject>, document: Int32
    ) throws(PostgresError) -> [Subject: Int32] {
        guard !subjects.isEmpty else { return [:] }
        let list = Array(subjects)
        let rows = try connection.rows(
            ReportStatement.upsertEconomySubjects, document, list.map(\.kind), list.map(\.name))
        return Dictionary(rows.map { (Subject(kind: $1, name: $2), $0) }) { first, _ in first }
    }

    /// The keys of units of staff; what is new is added.
    public static func keys(
        _ connection: inout Connection, of workplaces: Set<Workplace>, document: Int32
    ) throws(PostgresError) -> [Workplace: Int32] {
        guard !workplaces.isEmpty else { return [:] }
        let list = Array(workplaces)
        let rows = try connection.rows(
            ReportStatement.upsertWorkplaces, document, list.map(\.kind), list.map(\.code),
            list.map(\.hasOwnCode))
        return Dictionary(
            rows.map { (Workplace(kind: $1, code: $2, hasOwnCode: $3), $0) }
        ) { first, _ in first }
    }

    /// Takes contradicting figures out of staging as rejects and keeps one of identical ones.
    /// - Returns: how many were rejected, and how many repetitions were removed.
    public static func settleRepetitions(
        _ connection: inout Connection, load: Int32
    ) throws(PostgresError) -> (rejected: Int64, removed: Int64) {
        let rejected =
            try connection.onlyRow(ReportStatement.rejectEconomyContradictions, load)
            + connection.onlyRow(ReportStatement.rejectAbsenceContradictions, load)
        let removed =
            try connection.onlyRow(ReportStatement.removeEconomyRepetitions)
            + connection.onlyRow(ReportStatement.removeAbsenceRepetitions)
        return (rejected, removed)
    }

    /// Merges what is staged: writes only what differs, keeps what it replaces.
    public static func merge(
        _ connection: inout Connection, load: Int32
    ) throws(PostgresError) -> OutcomeMerge.Result {
        let economy = try connection.onlyRow(ReportStatement.mergeEconomy, load)
        let absence = try connection.onlyRow(ReportStatement.mergeAbsence, load)
        return OutcomeMerge.Result(
            staged: economy.0 + absence.0, new: economy.1 + absence.1,
            revised: economy.2 + absence.2)
    }

    /// How many figures a source stated before and how many of them staging does not hold.
    public static func countVanished(
        _ connection: inout Connection, documents: [Int32]
    ) throws(PostgresError) -> (stated: Int64, vanished: Int64) {
        let economy = try connection.onlyRow(ReportStatement.countVanishedEconomy, documents)
        let absence = try connection.onlyRow(ReportStatement.countVanishedAbsence, documents)
        return (economy.0 + absence.0, economy.1 + absence.1)
    }

    /// Closes the figures that a source stated before and that staging does not hold.
    /// - Returns: how many were closed.
    public static func withdrawVanished(
        _ connection: inout Connection, load: Int32, documents: [Int32]
    ) throws(PostgresError) -> Int64 {
        try connection.onlyRow(ReportStatement.withdrawEconomy, load, documents)
            + connection.onlyRow(ReportStatement.withdrawAbsence, load, documents)
    }

    /// Derives anew what the units of some documents are called, and when.
    public static func refreshWorkplaces(
        _ connection: inout Connection, documents: [Int32]
    ) throws(PostgresError) {
        _ = try connection.onlyRow(ReportStatement.removeWorkplaceVersions, documents)
        _ = try connection.onlyRow(ReportStatement.addWorkplaceVersions, documents)
    }
}
