public import Indicators
public import Postgres

/// Queries that load what documents say of money and of absence.
public enum ReportStatement {
    /// What a merge did: rows staged, new and revised.
    public typealias Merge = Statement<Int64, Int64, Int64>

    /// Derives what units were called, and when; runs after the removal.
    public static let addWorkplaceVersions = Statement(
        "report/add_workplace_versions", [[Int32].self], returning: Int64.self)

    /// How many figures of money and of absence lie in staging.
    public static let countStagedRows = Statement(
        "report/count_staged_rows", returning: Int64.self, Int64.self)

    /// How many figures of absence a source stated before and how many it no longer states.
    public static let countVanishedAbsence = Statement(
        "report/count_vanished_absence", [[Int32].self], returning: Int64.self, Int64.self)

    /// How many figures of money a source stated before and how many it no longer states.
    public static let countVanishedEconomy = Statement(
        "report/count_vanished_economy", [[Int32].self], returning: Int64.self, Int64.self)

    /// Absence of all units of a kommun; for the role of the load.
    public static let listInternalAbsence = Statement(
        "report/list_internal_absence", [Int16.self], returning: String.self, String.self,
        String?.self, String.self, String.self, String.self, String.self, String.self,
        ScaledDecimal?.self, String.self, String.self, Int32?.self, String.self, String?.self,
        String.self, String.self, Int32.self)

    /// Merges staged figures of absence.
    public static let mergeAbsence: Merge = Statement(
        "report/merge_absence", [Int32.self], returning: Int64.self, Int64.self, Int64.self)

    /// Merges staged figures of money.
    public static let mergeEconomy: Merge = Statement(
        "report/merge_economy", [Int32.self], returning: Int64.self, Int64.self, Int64.self)

    /// Rejects figures of absence that the document states more than once and differently.
    public static let rejectAbsenceContradictions = Statement(
        "report/reject_absence_contradictions", [Int32.self], returning: Int64.self)

    /// Rejects figures of money that the document states more than once and differently.
    public static let rejectEconomyContradictions = Statement(
        "report/reject_economy_contradictions", [Int32.self], returning: Int64.self)

    /// Keeps the first of figures of absence that the document repeats identically.
    public static let removeAbsenceRepetitions = Statement(
        "report/remove_absence_repetitions", returning: Int64.self)

    /// Keeps the first of figures of money that the document repeats identically.
    public static let removeEconomyRepetitions = Statement(
        "report/remove_economy_repetitions", returning: Int64.self)

    /// Removes the names of the units that some documents speak of.
    public static let removeWorkplaceVersions = Statement(
        "report/remove_workplace_versions", [[Int32].self], returning: Int64.self)

    /// Adds what rows of money are about, and gives all keys.
    public static let upsertEconomySubjects = Statement(
        "report/upsert_economy_subjects", [Int32.self, [String].self, [String].self],
        returning: Int32.self, String.self, String.self)

    /// Adds units of staff, and gives all keys.
    public static let upsertWorkplaces = Statement(
        "report/upsert_workplaces", [Int32.self, [String].self, [String].self, [Bool].self],
        returning: Int32.self, String.self, String.self, Bool.self)

    /// Closes figures of absence that a source no longer states.
    public static let withdrawAbsence = Statement(
        "report/withdraw_absence", [Int32.self, [Int32].self], returning: Int64.self)

    /// Closes figures of money that a source no longer states.
    public static let withdrawEconomy = Statement(
        "report/withdraw_economy", [Int32.self, [Int32].self], returning: Int64.self)

    /// All of them, for the test that prepares each.
    public static var all: [AnyStatement] {
        [
            addWorkplaceVersions.erased,
            countStagedRows.erased,
            countVanishedAbsence.erased,
            countVanishedEconomy.erased,
            listInternalAbsence.erased,
            mergeAbsence.erased,
            mergeEconomy.erased,
            rejectAbsenceContradictions.erased,
            rejectEconomyContradictions.erased,
            removeAbsenceRepetitions.erased,
            removeEconomyRepetitions.erased,
            removeWorkplaceVersions.erased,
            upsertEconomySubjects.erased,
            upsertWorkplaces.erased,
            withdrawAbsence.erased,
            withdrawEconomy.erased,
        ]
    }
}
