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
            let mark = index == 0 && row.emphasis == .focus ? GridLines.focusMark : ""
            let margin = Fitting.padRight(mark, to: grid.marginWidth)
            let label = grid.showsHeader && !column.header.isEmpty ? column.header + ": " : ""
            let lines = Fitting.wrap(
                label + cell.joined, width: style.textWidth - grid.marginWidth, indent: "  "
            ).enumerated().map { $0 == 0 ? margin + $1 : Fitting.spaces(grid.marginWidth) + $1 }
            return row.emphasis == .focus ? lines.map { Ink.strong.on($0, style) } : lines
        }
    }
}
