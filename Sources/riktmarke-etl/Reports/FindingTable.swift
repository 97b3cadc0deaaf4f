internal import Diagnostics
internal import Indicators
internal import Pipeline
internal import Reporting
internal import Reports

/// A finding as it is shown, with the document that it is about.
struct ShownFinding {
    var line: Int
    var severity: Diagnostic.Severity
    var rule: String
    var printed: String
    var expected: String
    var message: Text
    /// The code of the document; its path where no manifest gives one.
    var document: String
    /// The file that was read.
    var file: String
    /// Where in the file, if its lines are not its own; `nil` in a text and where it is not kept.
    var place: Text?

    /// Takes a finding of a document; where it has no code, its path stands for it.
    init(_ finding: Finding, of document: Reports.ReportDocument, code: String? = nil) {
        line = finding.line
        severity = finding.severity
        rule = finding.rule.rawValue
        printed = finding.printed
        expected = finding.expected
        message = finding.message
        self.document = code ?? finding.document
        file = finding.document
        place = document.place(line: finding.line)
    }

    /// Takes a finding of a document that is loaded.
    init(_ finding: KeptFinding) {
        line = finding.line
        severity = finding.severity
        rule = finding.rule
        printed = finding.printed
        expected = finding.expected
        message = finding.message
        document = finding.document
        file = finding.file
    }
}

/// Findings as a table for people and programs.
enum FindingTable {
    /// The findings, each with its document; with the document's file where that may be another.
    static func table(_ findings: [ShownFinding], showsFile: Bool = true) -> ReportTable {
        ReportTable(
            columns: columns + (showsFile ? [file] : []) + [place],
            rows: findings.map { finding in
                .init(
                    cells(finding) + (showsFile ? [.text(finding.file)] : [])
                        + [cell(finding.place)])
            })
    }

    private static var file: ReportTable.Column {
        .init("file", Text(sv: "Fil", en: "File"))
    }

    private static var place: ReportTable.Column {
        .init("place", Text(sv: "Plats", en: "Place"))
    }

    private static func cell(_ place: Text?) -> Cell { place.map { .label($0) } ?? .empty }

    private static var columns: [ReportTable.Column] {
        [
            .init("line", Text(sv: "Rad", en: "Line"), .right),
            .init("severity", Text(sv: "Vikt", en: "Severity")),
            .init("rule", Text(sv: "Regel", en: "Rule")),
            .init("printed", Text(sv: "Tryckt", en: "Printed")),
            .init("expected", Text(sv: "Väntat", en: "Expected")),
            .init("message", Text(sv: "Vad", en: "What")),
            .init("document", Text(sv: "Dokument", en: "Document")),
        ]
    }

    private static func cells(_ finding: ShownFinding) -> [Cell] {
        [
            .integer(finding.line), .text(finding.severity.rawValue), .text(finding.rule),
            .text(finding.printed), .text(finding.expected), .label(finding.message),
            .text(finding.document),
        ]
    }
}
