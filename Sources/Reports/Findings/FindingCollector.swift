internal import Diagnostics
internal import Indicators

/// Gathers findings about one document.
struct FindingCollector {
    let document: String
    private(set) var findings: [Finding] = []

    init(_ document: String) {
        self.document = document
    }

    /// Notes a finding; text and expectation are put into the sentence.
    mutating func note(
        _ rule: Finding.Rule, line: Int, printed: String, expected: String, sv: String, en: String,
        isRounding: Bool = false
    ) {
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

    /// The number as a Swedish report prints it.
    static func swedish(_ number: ScaledDecimal) -> String {
        number.formatted(decimalSeparator: ",", groupSeparator: " ")
    }
}
