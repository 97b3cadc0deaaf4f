internal import Diagnostics

/// Writes a table as HTML: caption, scoped heads, numbers that stand on their decimal mark.
struct HTMLTable {
    let table: ReportTable
    let language: Language
    /// What follows the whole part of each column's longest number: mark, decimals, sign.
    private let fractions: [String]

    init(_ table: ReportTable, _ language: Language) {
        let table = table.withoutDrawings
        self.table = table
        self.language = language
        fractions = table.columns.indices.map { index in
            table.rows.map { Self.fraction(table.cell($0, index), language) }
                .max { $0.count < $1.count } ?? ""
        }
    }

    /// The table in a frame that scrolls sideways on a narrow screen, with its notes below.
    ///
    /// - Parameters:
    ///   - caption: escaped.
    ///   - repeatsHeading: whether the caption says what a heading above it does; then it is there
    ///     for those who listen only.
    ///   - html: where it is written.
    func write(caption: String, repeatsHeading: Bool = false, to html: inout String) {
        html += "<div class=\"frame\" role=\"region\" tabindex=\"0\" aria-label=\"\(caption)\">\n"
        html +=
            "<table>\n<caption\(repeatsHeading ? " class=\"heard\"" : "")>\(caption)</caption>\n"
        if table.showsHeader { writeHead(to: &html) }
        html += "<tbody>\n"
        for row in table.rows { write(row, to: &html) }
        html += "</tbody>\n</table>\n</div>\n"
        let notes = table.notes + table.legend
        if !notes.isEmpty {
            html += "<ul class=\"notes\">\n"
            for note in notes { html += "<li>\(HTMLText.escaped(note[language]))</li>\n" }
            html += "</ul>\n"
        }
        guard !table.closing.isEmpty else { return }
        let closing = table.closing.map { HTMLText.escaped($0[language]) }
        html += "<p class=\"closing\">\(closing.joined(separator: " "))</p>\n"
    }

    private func writeHead(to html: inout String) {
        html += "<thead>\n<tr>"
        for column in table.columns {
            let heading = HTMLText.escaped(column.header[language])
            let unit = column.unit.map {
                " <span class=\"unit\">(\(HTMLText.escaped($0[language])))</span>"
            }
            // An empty head is no head: a reader's voice would announce nothing.
            html +=
                heading.isEmpty
                ? "<td></td>"
                : "<th scope=\"col\"\(Self.place(column))>\(heading)\(unit ?? "")</th>"
        }
        html += "</tr>\n</thead>\n"
    }

    private func write(_ row: ReportTable.Row, to html: inout String) {
        switch row.emphasis {
        case .plain: html += "<tr>"
        case .focus: html += "<tr class=\"focus\">"
        case .summary: html += "<tr class=\"summary\">"
        }
        for index in table.columns.indices {
            let column = table.columns[index]
            let text = text(table.cell(row, index), index)
            if index == table.headingColumn {
                let mark =
                    row.emphasis == .focus
                    ? "<span class=\"mark\" aria-hidden=\"true\">▶ </span>" : ""
                html += "<th scope=\"row\">\(mark)\(text)</th>"
            } else {
                html += "<td\(Self.place(column))>\(text)</td>"
            }
        }
        html += "</tr>\n"
    }

    private func text(_ cell: Cell, _ column: Int) -> String {
        let written = CellText(cell, language)
        let text = HTMLText.escaped(written.joined)
        if case .decimal = cell { return text + filling(written.fraction, column) }
        if case .integer = cell { return text + filling("", column) }
        if Self.isLong(written.joined) { return "<span class=\"long\">\(text)</span>" }
        guard let (name, sign) = Self.tone(written.tone), !text.isEmpty else { return text }
        let shown = sign.map { "<span aria-hidden=\"true\">\($0)</span> " } ?? ""
        return "<span class=\"\(name)\">\(shown)\(text)</span>"
    }

    /// What the longest number has more, unseen: it brings the decimal marks below each other.
    private func filling(_ fraction: String, _ column: Int) -> String {
        guard table.columns[column].alignment == .number else { return "" }
        let missing = HTMLText.escaped(String(fractions[column].dropFirst(fraction.count)))
        return missing.isEmpty
            ? "" : "<span class=\"fill\" aria-hidden=\"true\">\(missing)</span>"
    }

    /// A word so long that it may break anywhere, such as a checksum.
    private static func isLong(_ text: String) -> Bool {
        text.utf8.count > 24 && !text.utf8.contains(0x20)
    }

    private static func fraction(_ cell: Cell, _ language: Language) -> String {
        guard case .decimal = cell else { return "" }
        return CellText(cell, language).fraction
    }

    private static func place(_ column: ReportTable.Column) -> String {
        column.alignment == .text ? "" : " class=\"number\""
    }

    private static func tone(_ tone: Cell.Tone) -> (name: String, sign: String?)? {
        switch tone {
        case .plain: nil
        case .good: ("good", tone.sign)
        case .bad: ("bad", tone.sign)
        case .doubtful: ("doubtful", tone.sign)
        case .muted: ("muted", nil)
        }
    }
}
