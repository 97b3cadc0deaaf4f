/// Draws a grid as a list of rows, one cell a line, for terminals too narrow for columns.
struct RecordLines {
    let grid: TableGrid
    let style: TerminalStyle

    /// Every row's cells, rows parted by a blank line; empty cells are left out.
    var all: [String] {
        var lines: [String] = []
        for (index, row) in grid.rows.enumerated() {
            if index > 0 { lines.append("") }
            lines += record(row)
        }
        return lines
    }

    private func record(_ row: TableGrid.Row) -> [String] {
        zip(grid.columns, row.cells).enumerated().flatMap { index, pair -> [String] in
            let (column, cell) = pair
            guard !cell.joined.isEmpty else { return [] }
            let mark =
                index == 0 && row.emphasis == .focus ? GridLines.focusMark + " " : grid.indent
            let label = grid.showsHeader && !column.header.isEmpty ? column.header + ": " : ""
            let lines = Fitting.wrap(
                mark + label + cell.joined, width: style.textWidth, indent: "    ")
            return row.emphasis == .focus ? lines.map { Ink.strong.on($0, style) } : lines
        }
    }
}

extension TableGrid {
    /// The space that stands where the focus mark would.
    var indent: String { Fitting.spaces(marginWidth) }
}
