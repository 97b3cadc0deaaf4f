public import Diagnostics
internal import Postgres
internal import SourceAdapters

/// Where a document contradicts itself, to be kept beside its figures.
public struct StatedFinding: Sendable {
    /// The line of the figure, from 1.
    public var line: Int
    /// How much it weighs.
    public var severity: Diagnostic.Severity
    /// What was held against what.
    public var rule: String
    /// What is printed, word for word.
    public var printed: String
    /// What would follow from the rest.
    public var expected: String
    /// The finding as a sentence.
    public var message: Text

    /// Describes a finding.
    public init(
        line: Int, severity: Diagnostic.Severity, rule: String, printed: String, expected: String,
        message: Text
    ) {
        self.line = line
        self.severity = severity
        self.rule = rule
        self.printed = printed
        self.expected = expected
        self.message = message
    }

    /// What was found when the names of the document were resolved.
    init(_ found: FoundContradiction) {
        self.init(
            line: found.line, severity: .warning, rule: found.rule, printed: found.printed,
            expected: found.expected, message: found.message)
    }
}

/// Keeps findings in the ledger, those of a load at a time.
enum FindingWriter {
    private static let columns = [
        "load_key", "document_key", "line_no", "severity", "rule_code", "printed", "expected",
        "message_sv", "message_en",
    ]

    /// Copies findings; a report holds no NUL, so that every text can be kept as it is.
    static func write(
        _ findings: [StatedFinding], load: Int32, document: Int32, to connection: inout Connection
    ) throws {
        guard !findings.isEmpty else { return }
        try connection.copyIn(into: "etl.finding", columns: columns) { writer in
            for finding in findings {
                try writer.startRow()
                try writer.write(load)
                try writer.write(document)
                try writer.write(Int32(clamping: max(finding.line, 1)))
                try writer.write(finding.severity.rawValue)
                try writer.write(finding.rule)
                try writer.write(finding.printed)
                try writer.write(finding.expected)
                try writer.write(finding.message.sv)
                try writer.write(finding.message.en)
            }
        }
    }
}
