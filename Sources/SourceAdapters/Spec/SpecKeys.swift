/// The keys that a source specification may use, section by section.
///
/// The decoder refuses every other key, and a test holds `etl/schema/source.schema.json` to the same
/// list, so that an editor never offers what the program does not read.
enum SpecKeys {
    static let source = ["source", "kind", "title", "in_all", "origin", "expected_every_hours"]
    static let outcomes = [
        "precedence", "document", "files", "format", "missing", "words", "columns", "wide",
        "ignore",
        "municipality_kind", "max_reject_share", "max_withdrawn_share", "checks",
    ]
    static let reference = ["tables"]
    static let kolada = [
        "precedence", "service", "requests_per_second", "concurrency", "attempts",
        "indicators", "units",
        "years", "full_sweep_every_days", "overlap_days", "hold_back", "snapshots",
    ]
    static let reports = ["precedence", "max_reject_share", "max_withdrawn_share"]
    static let cases = [
        "precedence", "municipality", "files", "format", "observed", "columns", "indicators",
        "max_reject_share", "max_withdrawn_share", "checks",
    ]
    static let observed = ["from", "until"]
    static let caseColumns = CaseField.allCases.map(\.rawValue)
    static let caseColumn = ["column", "constant", "words"]
    static let indicators = ["ids", "groups", "areas"]
    static let units = ["ids", "groups"]
    static let holdBack = ["max_lost_share", "max_factor", "minimum_values"]
    static let snapshots = ["keep", "days"]
    static let title = ["sv", "en"]
    static let origin = ["publisher", "licence", "url", "citation"]
    static let format = [
        "kind", "sheet", "encoding", "delimiter", "decimal", "thousands", "percent", "header_row",
        "skip_rows",
    ]
    static let columns = OutcomeField.allCases.map(\.rawValue)
    static let column = ["column", "constant", "default", "optional", "words"]
    static let wide = ["by", "columns", "any_header"]
    static let wideColumn = [
        "indicator", "municipality", "period", "gender", "measure", "period_declared",
    ]
    static let checks = ["min_rows"]
    static let tables = ReferenceTable.allCases.map(\.rawValue)

    /// Every section by the name that the JSON schema gives it.
    static let sections: [(name: String, keys: [String])] = [
        ("outcomes_source", source + outcomes), ("reference_source", source + reference),
        ("kolada_source", source + kolada), ("reports_source", source + reports),
        ("cases_source", source + cases), ("observed", observed),
        ("case_columns", caseColumns), ("case_column", caseColumn),
        ("indicators", indicators), ("units", units),
        ("hold_back", holdBack), ("snapshots", snapshots),
        ("title", title), ("origin", origin), ("format", format),
        ("columns", columns), ("column", column), ("wide", wide), ("wide_column", wideColumn),
        ("checks", checks), ("tables", tables),
    ]
}
