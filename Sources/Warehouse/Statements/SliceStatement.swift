public import Postgres

/// Queries of sources that are loaded by slices: one indicator in one year.
public enum SliceStatement {
    /// Marks staged slices that would be held back, had nobody accepted them.
    public static let acceptStaged = Command(
        "slice/accept_staged", [[Int32].self, [Int32].self])

    /// Adds indicators that no catalogue describes, marked so.
    public static let addMissingIndicators = Statement(
        "slice/add_missing_indicators", [[String].self], returning: Int32.self, String.self)

    /// Whether a first load has written what was sent, slice by slice.
    public static let checkFilled = Statement(
        "slice/check_filled", [Int32.self], returning: Bool.self)

    /// Slices merged by a run whose facts are not what was loaded with their digests.
    public static let checkRun = Statement(
        "slice/check_run", [Int32.self, [Int32].self], returning: String.self, String.self)

    /// Staged slices that do not hold what was sent.
    public static let checkStaged = Statement(
        "slice/check_staged", returning: Int32.self, Int32.self)

    /// Ends holds of slices whose figures are those that the warehouse has.
    public static let endHolds = Command(
        "slice/end_holds", [Int16.self, Int32.self, [Int32].self, [Int32].self])

    /// Accounts for the slices of a first load.
    public static let fillLedger = Statement(
        "slice/fill_ledger", [Int32.self], returning: Int64.self)

    /// The key of a set of units that a source is asked for.
    public static let findScope = Statement(
        "slice/find_scope", [Int16.self, [Int16].self], returning: Int32.self)

    /// Staged slices that lost too much, or whose values jumped.
    public static let findSuspicious = Statement(
        "slice/find_suspicious", [Int32.self, Double.self, Double.self, Int32.self],
        returning: Int32.self, Int32.self, String.self, Int32.self, Int32.self, Double?.self)

    /// Whether anything of a source has ever been loaded.
    public static let hasBeenLoaded = Statement(
        "slice/has_been_loaded", [Int16.self, Int32.self], returning: Bool.self)

    /// Takes slices out of staging and records that they are held back.
    public static let holdStaged = Statement(
        "slice/hold_staged",
        [
            Int16.self, Int32.self, [Int32].self, [Int32].self, [String].self, [Int32].self,
            [Int32].self, [Double].self,
        ], returning: Int64.self)

    /// Records a file or answer that a load read.
    public static let insertFile = Command(
        "slice/insert_file",
        [
            Int32.self, Int16.self, String.self, [UInt8].self, Int64.self, String.self,
            String.self, PostgresTimestamp.self,
        ])

    /// The digests of a source's slices in a scope.
    public static let listDigests = Statement(
        "slice/list_digests", [Int16.self, Int32.self], returning: Int32.self, Int32.self,
        Int32.self, [UInt8].self)

    /// The slices of a source and scope that are held back now.
    public static let listHolds = Statement(
        "slice/list_holds", [Int16.self, Int32.self], returning: Int32.self, Int32.self,
        [UInt8].self, String.self, Int32.self, Int32.self, Double?.self)

    /// Every indicator by its code, and whether it is secret.
    public static let listIndicators = Statement(
        "slice/list_indicators", returning: Int32.self, String.self, Bool.self)

    /// Every unit by its code.
    public static let listMunicipalities = Statement(
        "slice/list_municipalities", returning: Int16.self, String.self)

    /// Slices that are held back, for people.
    public static let listOpenHolds = Statement(
        "slice/list_open_holds", returning: String.self, String.self, String.self, String.self,
        Int32.self, Int32.self, Double?.self, PostgresTimestamp.self, PostgresTimestamp.self,
        Int32.self)

    /// Looks for what is odd in the slices that have changed since the last check, and keeps it.
    public static let addWarnings = Statement("slice/add_warnings", returning: Int64.self)

    /// Lets readers know in which periods something looks odd.
    public static let publishWarnings = Command("slice/publish_warnings")

    /// Removes what was found odd in slices that have changed since the last check.
    public static let removeWarnings = Statement("slice/remove_warnings", returning: Int64.self)

    /// What looks odd in the slices that a run has changed.
    public static let listWarnings = Statement(
        "slice/list_warnings", [Int32.self], returning: String.self, String.self, String.self,
        Int64.self)

    /// Notes that slices which are held back were met again.
    public static let meetHolds = Command(
        "slice/meet_holds", [Int16.self, Int32.self, Int32.self, [Int32].self, [Int32].self])

    /// Merges staged slices into the facts and accounts for each of them.
    public static let mergeSlices = Statement(
        "slice/merge_slices", [Int32.self, Int32.self], returning: Int64.self, Int64.self,
        Int64.self)

    /// Adds to a load's ledger row what concerns slices.
    public static let noteSlices = Command(
        "slice/note_slices", [Int32.self, Int64.self, Int32.self, Int32.self, Int32.self])

    /// Keeps the digests of merged slices and forgets those that have become untrue.
    public static let recordSlices = Statement(
        "slice/record_slices", [Int32.self, Int16.self], returning: Int64.self)

    /// Ends holds of slices that are to be held back with other rows.
    public static let replaceHolds = Command(
        "slice/replace_holds", [Int16.self, Int32.self, [Int32].self, [Int32].self])

    /// All of them, for the test that prepares each.
    public static var all: [AnyStatement] {
        [
            acceptStaged.erased, addMissingIndicators.erased, checkFilled.erased,
            checkRun.erased, checkStaged.erased, endHolds.erased, fillLedger.erased,
            findScope.erased,
            findSuspicious.erased, hasBeenLoaded.erased, holdStaged.erased, insertFile.erased,
            listDigests.erased, listHolds.erased, listIndicators.erased,
            listMunicipalities.erased, listOpenHolds.erased, listWarnings.erased,
            addWarnings.erased,
            removeWarnings.erased, publishWarnings.erased, meetHolds.erased,
            mergeSlices.erased, noteSlices.erased, recordSlices.erased, replaceHolds.erased,
        ]
    }
}
