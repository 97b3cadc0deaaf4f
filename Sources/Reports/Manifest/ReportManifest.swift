public import Diagnostics

/// What a document is and which figures stand in it, written by a person and never guessed.
public struct ReportManifest: Sendable {
    /// The code of the document.
    public var report: String
    /// The SHA-256 of the file that it describes, in hexadecimal; `nil` for any file.
    public var sha256: String?
    /// What the document is called.
    public var title: Text
    /// The code of the kommun.
    public var municipality: String
    /// The nämnd.
    public var organisation: String
    /// Which kind of report it is, such as `annual_report`.
    public var reportType: String
    /// The period that the report is about.
    public var period: ReportPeriod
    /// The tables, in the order of the document.
    public var tables: [TableRule]
    /// The figures told in running text.
    public var narrative: [NarrativeRule]
    /// Words with `{}` for numbers that are no figures, and why.
    public var ignore: [(find: String, reason: String)]
    /// The codes of kommuner that tables name.
    public var municipalities: [String: String]
    /// Words with which the document's own text begins; nothing is read before them.
    public var begins: String?
    /// Words that must stand in the document.
    public var anchors: [String]
    /// The path of the manifest.
    public var path: String
}

extension ReportManifest {
    /// What is known of a draft that no manifest describes.
    static func draft(of municipality: String) -> ReportManifest {
        ReportManifest(
            report: "", sha256: nil, title: Text(verbatim: ""), municipality: municipality,
            organisation: "", reportType: "", period: .undeclared, tables: [], narrative: [],
            ignore: [], municipalities: [:], begins: nil, anchors: [], path: "")
    }
}
