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

    /// Takes a finding of a document with a code; without one its path stands for it.
    init(_ finding: Finding, document: String? = nil) {
        line = finding.line
        severity = finding.severity
        rule = finding.rule.rawValue
        printed = finding.printed
        expected = finding.expected
        message = finding.message
        self.document = document ?? finding.document
        file = finding.document
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
            columns: columns + (showsFile ? [.init("file", Text(sv: "Fil", en: "File"))] : []),
            rows: findings.map { finding in
                .init(cells(finding) + (showsFile ? [.text(finding.file)] : []))
            })
    }

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
