public import Diagnostics
internal import Indicators
public import Postgres
internal import Warehouse

/// A finding about a document that is loaded: one that its load kept, or one that follows from what other
/// documents and sources state now.
public struct KeptFinding: Sendable, Hashable {
    /// The code of the document.
    public var document: String
    /// The name of its file.
    public var file: String
    /// The line of the figure, from 1.
    public var line: Int
    /// How much it weighs.
    public var severity: Diagnostic.Severity
    /// What was held against what.
    public var rule: String
    /// What is printed.
    public var printed: String
    /// What would follow from the rest.
    public var expected: String
    /// The finding as a sentence.
    public var message: Text

    /// Reads what is known of one document, or of all, by document and line.
    ///
    /// - Parameters:
    ///   - connection: a session of `riktmarke_etl`.
    ///   - document: the code of the document; `nil` for all.
    /// - Returns: the findings.
    /// - Throws: what the server reports.
    public static func all(
        _ connection: inout Connection, document: String?
    ) throws(PostgresError) -> [KeptFinding] {
        var found = try connection.rows(LoadStatement.listFindings, document).map { row in
            KeptFinding(
                document: row.0, file: row.1, line: Int(row.2),
                severity: Diagnostic.Severity(rawValue: row.3) ?? .warning, rule: row.4,
                printed: row.5, expected: row.6, message: Text(sv: row.7, en: row.8))
        }
        for row in try connection.rows(LoadStatement.listDisagreements, document) {
            let figure = "\(row.6) (\(row.5)), \(row.7) \(row.8) \(row.9)"
            found.append(
                disagreement(
                    rule: row.0, document: row.1, file: row.2, line: row.3, swedish(row.4),
                    of: Text(sv: figure, en: figure), elsewhere: "\(row.10):\(row.11)",
                    in: row.12, swedish(row.13)))
        }
        for row in try connection.rows(LoadStatement.listStatementDisagreements, document) {
            let whose = "\(row.8) \(row.9) \(row.10)"
            found.append(
                disagreement(
                    rule: row.0, document: row.1, file: row.2, line: row.3, row.4,
                    of: Text(
                        sv: "\(row.5), \(row.6), \(whose)", en: "\(row.5), \(row.7), \(whose)"),
                    elsewhere: "\(row.11):\(row.12)", in: row.13, row.14))
        }
        return found.sorted {
            ($0.document, $0.line, $0.rule, $0.printed) < (
                $1.document, $1.line, $1.rule, $1.printed
            )
        }
    }

    /// A figure that another document or source states otherwise.
    private static func disagreement(
        rule: String, document: String, file: String, line: Int32, _ printed: String,
        of figure: Text, elsewhere: String, in period: String, _ expected: String
    ) -> KeptFinding {
        let shrinks = rule == "shrinking"
        let message =
            shrinks
            ? Text(
                sv: "\(figure.sv) ackumuleras och var \(expected) redan \(period) (\(elsewhere))",
                en: "\(figure.en) accumulates and was \(expected) in \(period) already "
                    + "(\(elsewhere))")
            : Text(
                sv: "\(figure.sv): ”\(printed)” är tryckt, \(elsewhere) säger \(expected)",
                en: "\(figure.en): \"\(printed)\" is printed, \(elsewhere) says \(expected)")
        return KeptFinding(
            document: document, file: file, line: Int(line), severity: .warning, rule: rule,
            printed: printed, expected: shrinks ? "minst \(expected)" : expected,
            message: message)
    }

    private static func swedish(_ number: ScaledDecimal) -> String {
        number.formatted(decimalSeparator: ",", groupSeparator: " ")
    }
}
