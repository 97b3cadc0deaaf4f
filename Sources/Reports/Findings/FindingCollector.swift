internal import Diagnostics
internal import Indicators

/// Gathers findings about one document.
struct FindingCollector {
    let document: String
    private(set) var findings: [Finding] = []

    /// More findings than this are not told: such a file is no report, or no table of it is one.
    static let maximum = 5_000

    /// Whether no more findings are told.
    var isFull: Bool { findings.count >= Self.maximum }

    /// What is told when there are more findings than are shown.
    var diagnostics: [Diagnostic] {
        guard isFull else { return [] }
        return [
            Diagnostic(
                .warning, code: "report.findings-bounded",
                Text(
                    sv: "fler motsägelser än \(Self.maximum) visas inte",
                    en: "no more than \(Self.maximum) contradictions are shown"),
                at: .file(path: document))
        ]
    }

    init(_ document: String) {
        self.document = document
    }

    /// Notes a finding; text and expectation are put into the sentence.
    mutating func note(
        _ rule: Finding.Rule, line: Int, printed: String, expected: String, sv: String, en: String,
        isRounding: Bool = false
    ) {
        guard !isFull else { return }
        findings.append(
            Finding(
                rule: rule, severity: isRounding ? .note : .warning, document: document,
                line: line, printed: printed, expected: expected,
                message: Text(
                    sv: "\(sv): ”\(printed)” är tryckt, \(expected) väntades"
                        + (isRounding ? " (avrundning)" : ""),
                    en: "\(en): \"\(printed)\" is printed, \(expected) was expected"
                        + (isRounding ? " (rounding)" : ""))))
    }

    /// The findings in the order of the lines.
    var inOrder: [Finding] {
        findings.sorted {
            ($0.line, $0.rule.rawValue, $0.printed) < ($1.line, $1.rule.rawValue, $1.printed)
        }
    }

    /// The number as a Swedish report prints it.
    static func swedish(_ number: ScaledDecimal) -> String {
        number.formatted(decimalSeparator: ",", groupSeparator: " ")
    }
}
