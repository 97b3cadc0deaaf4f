internal import Diagnostics

/// Renders a table for people at a terminal.
///
/// Numbers stand on their decimal mark, the unit stands in the head, the row asked about is marked
/// with `▶`, and notes wrap. Where the terminal is too narrow, headers break into lines first, then
/// text cells end in `…`; numbers are never shortened. A table that cannot fit even so is shown as
/// a list of its rows, one cell a line. Columns that only draw are the first to go.
public struct TerminalRenderer: Sendable {
    /// What the terminal can show.
    public let style: TerminalStyle

    /// Creates a renderer for a style.
    public init(style: TerminalStyle) {
        self.style = style
    }

    /// Returns the table with its title, lead, notes and legend; ends with a newline.
    public func render(_ table: ReportTable) -> String {
        var lines: [String] = []
        if let title = table.title {
            lines += wrap(title[style.language]).map { Ink.strong.on($0, style) }
        }
        lines += table.lead.flatMap { wrap($0[style.language]) }
        if !lines.isEmpty { lines.append("") }
        let grid = grid(table)
        let rows =
            if let layout = grid.layout(width: style.width, shortensText: style.shortensText) {
                GridLines(grid: grid, layout: layout, style: style).text
            } else {
                Self.text(RecordLines(grid: grid, style: style).all)
            }
        return Self.text(lines) + rows + Self.text(ending(table))
    }

    /// The notes, the legend and the sentences under the rows.
    private func ending(_ table: ReportTable) -> [String] {
        var lines: [String] = []
        let legend = table.legend.map { $0[style.language] }
        let notes = table.notes.map { $0[style.language] }
        if !(notes.isEmpty && legend.isEmpty) { lines.append("") }
        lines += notes.flatMap { wrap($0, indent: "  ") }
        if !legend.isEmpty {
            lines += wrap(legend.joined(separator: "; "), indent: "  ")
                .map { Ink.muted.on($0, style) }
        }
        if !table.closing.isEmpty {
            // One paragraph: the sentences belong together.
            lines.append("")
            lines += wrap(table.closing.map { $0[style.language] }.joined(separator: " "))
        }
        return lines
    }

    private static func text(_ lines: [String]) -> String {
        lines.reduce(into: "") { text, line in
            text += line
            text += "\n"
        }
    }

    /// The grid with drawings where the terminal has room for them, else without.
    private func grid(_ table: ReportTable) -> TableGrid {
        let plain = table.withoutDrawings
        guard let width = style.width, plain.columns.count < table.columns.count else {
            return TableGrid(plain, language: style.language)
        }
        let drawn = TableGrid(table, language: style.language)
        return drawn.fits(width) ? drawn : TableGrid(plain, language: style.language)
    }

    private func wrap(_ text: String, indent: String = "") -> [String] {
        Fitting.wrap(Escaping.visible(text), width: style.textWidth, indent: indent)
    }
}
