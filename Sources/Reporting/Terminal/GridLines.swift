/// Draws a grid as aligned lines.
struct GridLines {
    let grid: TableGrid
    let layout: TableGrid.Layout
    let style: TerminalStyle

    /// The sign before the row asked about.
    static let focusMark = "▶"

    /// Header, rule and rows; every line ends with a newline.
    var text: String {
        var lines = LineBytes()
        if grid.showsHeader {
            for line in header + [rule] { lines.appendLine(line) }
        }
        var previous: ReportTable.Emphasis?
        for row in grid.rows {
            if row.emphasis == .summary, let previous, previous != .summary {
                lines.appendLine(rule)
            }
            if style.shortensText {
                draw(row, on: &lines)
            } else {
                drawWrapped(row, on: &lines)
            }
            previous = row.emphasis
        }
        return lines.text
    }

    private var rule: String {
        let width =
            grid.marginWidth + layout.widths.reduce(0, +)
            + TableGrid.gap * max(0, layout.widths.count - 1)
        return Ink.muted.on(String(repeating: "─", count: width), style)
    }

    private var header: [String] {
        let wrapped = zip(grid.columns, layout.widths).map { column, width in
            Fitting.wrap(column.header, width: width)
        }
        let height = wrapped.map(\.count).max() ?? 0
        return (0..<height).map { level in
            // Short headers stand at the bottom, next to their cells.
            let cells = wrapped.indices.map { index in
                let offset = level - (height - wrapped[index].count)
                let text = offset >= 0 ? wrapped[index][offset] : ""
                return grid.columns[index].alignment == .text
                    ? Fitting.padRight(text, to: layout.widths[index])
                    : Fitting.padLeft(text, to: layout.widths[index])
            }
            var line = margin("") + cells.joined(separator: Fitting.spaces(TableGrid.gap))
            while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
            return Ink.strong.on(line, style)
        }
    }

    /// Draws a row as one line.
    private func draw(
        _ row: TableGrid.Row, isMarked: Bool = true, on lines: inout LineBytes
    ) {
        let isFocus = row.emphasis == .focus
        lines.append(margin(isFocus && isMarked ? Self.focusMark : ""))
        for index in row.cells.indices {
            if index > 0 { lines.appendSpaces(TableGrid.gap) }
            let cell = row.cells[index]
            let ink = isFocus ? cell.ink ?? .strong : cell.ink
            if let ink, style.usesColor {
                lines.append(ink.on(padded(cell, index), style))
            } else {
                draw(cell, index, on: &lines)
            }
        }
        lines.end()
    }

    /// Draws a row whose text cells go on below where they are wider than their columns.
    private func drawWrapped(_ row: TableGrid.Row, on lines: inout LineBytes) {
        let isWrapped = row.cells.indices.contains { index in
            grid.columns[index].alignment == .text
                && row.cells[index].width > layout.widths[index]
        }
        guard isWrapped else { return draw(row, on: &lines) }
        let wrapped = row.cells.indices.map { index -> [String] in
            let cell = row.cells[index]
            guard grid.columns[index].alignment == .text,
                cell.width > layout.widths[index]
            else { return [] }
            return Fitting.wrap(cell.joined, width: layout.widths[index])
        }
        let height = wrapped.map(\.count).max() ?? 0
        guard height > 1 else { return draw(row, on: &lines) }
        for level in 0..<height {
            let cells = row.cells.indices.map { index -> TableGrid.Cell in
                let cell = row.cells[index]
                guard !wrapped[index].isEmpty else {
                    return level == 0 ? cell : TableGrid.Cell(whole: "", ink: nil)
                }
                let text = level < wrapped[index].count ? wrapped[index][level] : ""
                return TableGrid.Cell(whole: text, ink: cell.ink)
            }
            draw(
                TableGrid.Row(cells: cells, emphasis: row.emphasis), isMarked: level == 0,
                on: &lines)
        }
    }

    /// Draws a cell, padded to the width of its column.
    private func draw(_ cell: TableGrid.Cell, _ index: Int, on line: inout LineBytes) {
        let width = layout.widths[index]
        let column = grid.columns[index]
        switch column.alignment {
        case .text where cell.width > width:
            let text = Fitting.shorten(cell.joined, to: width)
            line.append(text)
            line.appendSpaces(width - DisplayWidth.of(text))
        case .text:
            line.append(cell.whole)
            line.append(cell.fraction)
            line.appendSpaces(width - cell.width)
        case .right:
            line.appendSpaces(width - cell.width)
            line.append(cell.whole)
            line.append(cell.fraction)
        case .number:
            let rest = max(column.fractionWidth, cell.fractionWidth)
            line.appendSpaces(width - rest - cell.wholeWidth)
            line.append(cell.whole)
            line.append(cell.fraction)
            line.appendSpaces(rest - cell.fractionWidth)
        }
    }

    /// A cell by itself, with its spaces.
    private func padded(_ cell: TableGrid.Cell, _ index: Int) -> String {
        var line = LineBytes()
        draw(cell, index, on: &line)
        return line.unended
    }

    private func margin(_ mark: String) -> String {
        Fitting.padRight(mark, to: grid.marginWidth)
    }
}
