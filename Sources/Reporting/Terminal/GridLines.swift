/// Draws a grid as aligned lines.
struct GridLines {
    let grid: TableGrid
    let layout: TableGrid.Layout
    let style: TerminalStyle

    /// The sign before the row asked about.
    static let focusMark = "▶"

    /// Header, rule and rows.
    var all: [String] {
        var lines: [String] = []
        if grid.showsHeader { lines += header + [rule] }
        var previous: ReportTable.Emphasis?
        for row in grid.rows {
            if row.emphasis == .summary, let previous, previous != .summary { lines.append(rule) }
            lines += style.shortensText ? [line(row)] : self.lines(row)
            previous = row.emphasis
        }
        return lines
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
            return Ink.strong.on(trimmed(margin("") + join(cells)), style)
        }
    }

    private func line(_ row: TableGrid.Row, isMarked: Bool = true) -> String {
        let isFocus = row.emphasis == .focus
        let cells = row.cells.indices.map { index in
            let padded = pad(row.cells[index], index)
            guard let ink = isFocus ? row.cells[index].ink ?? .strong : row.cells[index].ink else {
                return padded
            }
            return ink.on(padded, style)
        }
        return trimmed(margin(isFocus && isMarked ? Self.focusMark : "") + join(cells))
    }

    /// A row whose text cells go on below where they are wider than their columns.
    private func lines(_ row: TableGrid.Row) -> [String] {
        let wrapped = row.cells.indices.map { index -> [String] in
            let cell = row.cells[index]
            guard grid.columns[index].alignment == .text,
                DisplayWidth.of(cell.joined) > layout.widths[index]
            else { return [] }
            return Fitting.wrap(cell.joined, width: layout.widths[index])
        }
        let height = wrapped.map(\.count).max() ?? 0
        guard height > 1 else { return [line(row)] }
        return (0..<height).map { level in
            let cells = row.cells.indices.map { index -> TableGrid.Cell in
                let cell = row.cells[index]
                guard !wrapped[index].isEmpty else {
                    return level == 0 ? cell : TableGrid.Cell(whole: "", fraction: "", ink: nil)
                }
                let text = level < wrapped[index].count ? wrapped[index][level] : ""
                return TableGrid.Cell(whole: text, fraction: "", ink: cell.ink)
            }
            return line(
                TableGrid.Row(cells: cells, emphasis: row.emphasis), isMarked: level == 0)
        }
    }

    private func pad(_ cell: TableGrid.Cell, _ index: Int) -> String {
        let width = layout.widths[index]
        let column = grid.columns[index]
        switch column.alignment {
        case .text:
            return Fitting.padRight(Fitting.shorten(cell.joined, to: width), to: width)
        case .right:
            return Fitting.padLeft(cell.joined, to: width)
        case .number:
            let fraction = Fitting.padRight(cell.fraction, to: column.fractionWidth)
            return Fitting.padLeft(cell.whole + fraction, to: width)
        }
    }

    private func margin(_ mark: String) -> String {
        Fitting.padRight(mark, to: grid.marginWidth)
    }

    private func join(_ cells: [String]) -> String {
        cells.joined(separator: Fitting.spaces(TableGrid.gap))
    }

    private func trimmed(_ line: String) -> String {
        var line = Substring(line)
        while line.last == " " { line.removeLast() }
        return String(line)
    }
}
