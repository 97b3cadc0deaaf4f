public import Diagnostics

/// Renders a table as Markdown (GitHub's tables).
///
/// Text from data is escaped: it cannot become markup, break out of its cell or move a terminal.
public struct MarkdownRenderer: Sendable {
    /// The language of headers, wordings and numbers.
    public let language: Language

    /// Creates a renderer for a language.
    public init(language: Language) {
        self.language = language
    }

    /// Returns the table with its title, lead, notes and legend; ends with a newline.
    public func render(_ table: ReportTable) -> String {
        let table = table.withoutDrawings
        var lines: [String] = []
        if let title = table.title { lines += ["### " + line(title), ""] }
        for text in table.lead { lines += [line(text), ""] }
        lines.append(
            row(table.columns.map { table.showsHeader ? escape($0.heading(language)) : "" }))
        lines.append(row(table.columns.map { $0.alignment == .text ? "---" : "---:" }))
        for entry in table.rows {
            lines.append(
                row(
                    table.columns.indices.map { index in
                        let text = text(table.cell(entry, index))
                        return entry.emphasis == .focus && !text.isEmpty ? "**\(text)**" : text
                    }))
        }
        let notes = table.notes + table.legend
        if !notes.isEmpty { lines.append("") }
        lines += notes.map { "- " + line($0) }
        for text in table.closing { lines += ["", line(text)] }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A text as a line of Markdown that holds no markup of its own.
    public func inline(_ text: Text) -> String { line(text) }

    private func row(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |"
    }

    private func text(_ cell: Cell) -> String {
        escape(CellText(cell, language).joined)
    }

    /// A line of text, which must not begin like a heading, a list or a rule.
    private func line(_ text: Text) -> String {
        let escaped = escape(text[language])
        return escaped.first.map { "#-+=".contains($0) } == true ? "\\" + escaped : escaped
    }

    /// Puts a backslash before everything that Markdown could take for markup.
    private func escape(_ text: String) -> String {
        var result = ""
        for character in Escaping.visible(text) {
            if "\\`*_[]<>|~&$".contains(character) { result += "\\" }
            result.append(character)
        }
        return result
    }
}
