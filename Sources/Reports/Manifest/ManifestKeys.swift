/// The keys that a manifest may use, section by section.
///
/// The decoder refuses every other key, and a test holds `etl/schema/report.schema.json` to the same
/// list.
enum ManifestKeys {
    static let manifest = [
        "report", "sha256", "title", "municipality", "organisation", "report_type", "period",
        "begins", "anchors", "municipalities", "layouts", "tables", "narrative", "not_figures",
    ]
    static let title = ["sv", "en"]
    static let layout = [
        "kind", "columns", "spanning", "missing", "unit", "period", "sum", "cumulative",
    ]
    static let table =
        layout + [
            "id", "layout", "after", "rows", "subject", "surplus", "subjects", "periods", "units",
        ]
    static let column = [
        "header", "group", "role", "measure", "period", "unit", "gender", "definition",
    ]
    static let told = [
        "subject", "measure", "period", "unit", "gender", "municipality", "sign", "indicator",
        "subject_kind", "definition", "not_loaded",
    ]
    static let narrative = told + ["find", "line", "times"]
    static let narrativeGroup = told + ["figures"]
    static let ignored = ["find", "reason"]

    /// Every section by the name that the JSON schema gives it.
    static let sections: [(name: String, keys: [String])] = [
        ("manifest", manifest), ("title", title), ("layout", layout), ("table", table),
        ("column", column), ("narrative", narrative), ("narrative_group", narrativeGroup),
        ("not_figure", ignored),
    ]
}
