internal import Postgres

/// Tables of staging that are filled and emptied together.
///
/// They are unlogged, which makes them quick to fill and empty after a crash. What a transaction must
/// not do with them is to truncate: that gives the table new files, and where the transaction is given
/// up and the server killed before its log says so, the files are half there and PostgreSQL does not
/// start again ("could not create file …: File exists"; docs/adr/0081).
struct StagingTables {
    private let truncation: SQL
    private let deletions: [SQL]

    /// Where rows of slices wait.
    static let slices = StagingTables(
        truncation: "TRUNCATE staging.slice, staging.slice_value",
        deletions: ["DELETE FROM staging.slice", "DELETE FROM staging.slice_value"])
    /// Where outcomes and targets wait.
    static let observations = StagingTables(
        truncation: "TRUNCATE staging.observation", deletions: ["DELETE FROM staging.observation"])
    /// Where figures of money and of absence wait.
    static let statements = StagingTables(
        truncation: "TRUNCATE staging.economy, staging.absence",
        deletions: ["DELETE FROM staging.economy", "DELETE FROM staging.absence"])

    /// Empties the tables: at once where that is a transaction of its own, row by row inside of one.
    func clear(_ connection: inout Connection) throws(PostgresError) {
        guard connection.isInTransaction else {
            try connection.execute(truncation)
            return
        }
        for deletion in deletions { try connection.execute(deletion) }
    }
}
