internal import Indicators

/// Drafts the manifest of a document, to be completed by a person.
public enum ManifestDraft {
    /// A manifest with the tables that were found and what must be filled in.
    ///
    /// Kommun, nämnd, kind of report and periods are left open: a document does not tell them safely.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - tables: The tables found in it.
    /// - Returns: The text of the manifest, as YAML.
    public static func yaml(_ document: ReportDocument, tables: [ReadTable]) -> String {
        let open = ReportManifest.fillIn
        var lines = [
            "# yaml-language-server: $schema=../schema/report.schema.json",
            "# A draft. Fill in what says \(open), and check every period: a heading that says a year may",
            "# mean the whole of it or its first months.",
            "report: \(open)",
        ]
        if !document.sha256.isEmpty { lines.append("sha256: \(document.sha256)") }
        lines += [
            "municipality: \"\(open)\"", "organisation: \(open)", "report_type: \(open)",
            "period: \(open)",
        ]
        if !tables.isEmpty { lines.append("tables:") }
        for table in tables { lines += entry(table) }
        lines += [
            "# Figures told in running text: the words around each, with {} for the figure.",
            "narrative: []",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func entry(_ table: ReadTable) -> [String] {
        let rule = table.rule
        var lines = [
            "  # lines \(table.lines.lowerBound)–\(table.lines.upperBound)",
            "  - id: \(rule.id)", "    kind: \(rule.kind.rawValue)", "    rows: \(table.rowCount)",
        ]
        if rule.kind == .amounts { lines.append("    after: \"\(ReportManifest.fillIn)\"") }
        if let unit = rule.unit { lines.append("    unit: \(unit.rawValue)") }
        if let subject = rule.subject { lines.append("    subject: \(quoted(subject))") }
        if !rule.isCumulative { lines.append("    cumulative: false") }
        if !rule.spanning.isEmpty {
            lines.append("    spanning: [\(rule.spanning.map(quoted).joined(separator: ", "))]")
        }
        lines.append("    columns:")
        for column in rule.columns { lines.append("      - { \(keys(column, of: rule.kind)) }") }
        return lines
    }

    private static func keys(_ column: ColumnRule, of kind: TableRule.Kind) -> String {
        var keys = ["header: \(quoted(column.header))"]
        if let group = column.group { keys.insert("group: \(quoted(group))", at: 0) }
        if column.role != .figure { keys.append("role: \(column.role.rawValue)") }
        if let measure = column.measure { keys.append("measure: \(measure.rawValue)") }
        // A tertial without a year is a period only where the rows are years.
        if let period = column.period, kind == .series || !period.isOfRow {
            keys.append("period: \"\(period)\"")
        } else if column.measure != nil {
            keys.append("period: \(ReportManifest.fillIn)")
        }
        if let unit = column.unit { keys.append("unit: \(unit.rawValue)") }
        if column.gender != .total { keys.append("gender: \(column.gender.rawValue)") }
        return keys.joined(separator: ", ")
    }

    /// Writes a text as YAML reads it back; what acts or hides becomes an escape, for YAML forbids most
    /// of it and a person at a terminal should see it.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            default:
                if scalar == "\"" || scalar == "\\" { quoted += "\\" }
                quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
