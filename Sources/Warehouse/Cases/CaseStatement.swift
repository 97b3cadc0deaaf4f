public import Postgres

/// Queries of case data, each through a function that logs it; run as `riktmarke_case_load`.
public enum CaseStatement {
    /// Makes a delivery the present state of its source.
    public static let mergeCases = Statement(
        "case/merge_cases",
        [
            String.self, String.self, Int32.self, [UInt8].self, String.self, String.self,
            Int64.self, Int64.self, [String].self, [String].self, [String].self, [String].self,
            [String].self, [String].self, [Int32].self, [String].self, [Bool].self, [Bool].self,
            [Bool].self,
        ], returning: Int64.self, Int64.self, Int64.self, Int64.self)

    /// Opens an access, which must be committed before rows are read.
    public static let openAccess = Statement(
        "case/open_access", [String.self, String.self], returning: Int64.self)

    /// Removes cases with every revision of them.
    public static let purgeCases = Statement(
        "case/purge_cases", [String.self, String.self, String.self, [String].self, Bool.self],
        returning: Int64.self, Int64.self)

    /// The cases of the source for which an access was opened.
    public static let readCases = Statement(
        "case/read_cases", [Int64.self], returning: [UInt8].self, [UInt8].self, String.self,
        String.self, String?.self, String?.self, Int32?.self, String?.self, Bool.self, Bool.self,
        Bool.self)

    /// By which key pseudonyms are made, and when something was last purged.
    public static let sourceState = Statement(
        "case/source_state", [String.self], returning: [UInt8]?.self, Int64.self, Int64.self)

    /// Whether the server is set to write the values of statements into its log.
    public static let serverLogsValues = Statement(
        "case/server_logs_values", returning: Bool.self)

    /// Whether anything of a source has been delivered.
    public static let isKnown = Statement("case/is_known", [String.self], returning: Bool.self)

    /// All of them, for the test that prepares each.
    public static var all: [AnyStatement] {
        [
            isKnown.erased, mergeCases.erased, openAccess.erased, purgeCases.erased,
            readCases.erased, serverLogsValues.erased, sourceState.erased,
        ]
    }
}
