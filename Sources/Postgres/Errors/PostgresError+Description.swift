extension PostgresError: CustomStringConvertible {
    /// The whole error over several lines, as psql would show it, with a caret under the place.
    public var description: String {
        var lines = ["\(headline): \(message)"]
        func add(_ label: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            lines.append("  \(label): \(value)")
        }
        add("detail", detail)
        add("hint", hint)
        add("constraint", constraint)
        add("table", qualifiedTable)
        add("column", column)
        add("type", dataType)
        lines += statementExcerpt()
        add("where", where_)
        if let underlying {
            add("caused by", String(describing: underlying))
        }
        return lines.joined(separator: "\n")
    }

    private var headline: String {
        sqlState.map { "\(code) \($0)" } ?? code.description
    }

    private var qualifiedTable: String? {
        guard let table else { return nil }
        return schema.map { "\($0).\(table)" } ?? table
    }

    /// The line of ``position``, counted from 1; `nil` without statement or position.
    public var line: Int? {
        guard let statement, let position else { return nil }
        return 1 + statement.unicodeScalars.prefix(max(0, position - 1)).count { $0 == "\n" }
    }

    /// The failing line with a caret below, or the first line if no place is known.
    private func statementExcerpt() -> [String] {
        guard let statement else { return [] }
        // By scalars, as the server counts: CR LF would be one character to Swift.
        let rows = statement.unicodeScalars.split(
            separator: "\n", omittingEmptySubsequences: false)
        guard let position, let line, line <= rows.count else {
            let first = rows.first { !$0.allSatisfy(\.properties.isWhitespace) }
            let text = first.map { String(Substring($0.prefix(200))) } ?? ""
            return ["  statement: \(text)\(rows.count > 1 ? " ..." : "")"]
        }
        let before = rows.prefix(line - 1).reduce(0) { $0 + $1.count + 1 }
        let column = position - before
        let row = rows[line - 1]
        // A window around the place, so that one long generated line does not fill the screen.
        let start = max(0, column - 80)
        let window = String(Substring(row.dropFirst(start).prefix(160)))
            .replacing("\t", with: " ").replacing("\r", with: "")
        let label = "  line \(line): "
        let indent = String(repeating: " ", count: label.count + max(0, column - 1 - start))
        return [label + window, indent + "^"]
    }
}
