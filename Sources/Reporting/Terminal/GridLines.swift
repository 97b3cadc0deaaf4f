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
            let line = margin("") + cells.joined(separator: Fitting.spaces(TableGrid.gap))
            return Ink.strong.on(Self.trimmed(Array(line.utf8)), style)
        }
    }

    /// A row, put together from bytes: a profile has tens of thousands of cells, and each text that is
    /// joined to another is copied, measured and counted again.
    private func line(_ row: TableGrid.Row, isMarked: Bool = true) -> String {
        let isFocus = row.emphasis == .focus
        var line = Array(margin(isFocus && isMarked ? Self.focusMark : "").utf8)
        line.reserveCapacity(256)
        for index in row.cells.indices {
            if index > 0 { line.appendSpaces(TableGrid.gap) }
            let cell = row.cells[index]
            let ink = isFocus ? cell.ink ?? .strong : cell.ink
            if let ink, style.usesColor {
                var padded: [UInt8] = []
                append(cell, index, to: &padded)
                line += ink.on(String(decoding: padded, as: UTF8.self), style).utf8
            } else {
                append(cell, index, to: &line)
            }
        }
        return Self.trimmed(line)
    }

    /// A row whose text cells go on below where they are wider than their columns.
    private func lines(_ row: TableGrid.Row) -> [String] {
        let isWrapped = row.cells.indices.contains { index in
            grid.columns[index].alignment == .text
                && row.cells[index].width > layout.widths[index]
        }
        guard isWrapped else { return [line(row)] }
        let wrapped = row.cells.indices.map { index -> [String] in
            let cell = row.cells[index]
            guard grid.columns[index].alignment == .text,
                cell.width > layout.widths[index]
            else { return [] }
            return Fitting.wrap(cell.joined, width: layout.widths[index])
        }
        let height = wrapped.map(\.count).max() ?? 0
        guard height > 1 else { return [line(row)] }
        return (0..<height).map { level in
            let cells = row.cells.indices.map { index -> TableGrid.Cell in
                let cell = row.cells[index]
                guard !wrapped[index].isEmpty else {
                    return level == 0 ? cell : TableGrid.Cell(whole: "", ink: nil)
                }
                let text = level < wrapped[index].count ? wrapped[index][level] : ""
                return TableGrid.Cell(whole: text, ink: cell.ink)
            }
            return line(
                TableGrid.Row(cells: cells, emphasis: row.emphasis), isMarked: level == 0)
        }
    }

    /// Appends a cell, padded to the width of its column.
    private func append(_ cell: TableGrid.Cell, _ index: Int, to line: inout [UInt8]) {
        let width = layout.widths[index]
        let column = grid.columns[index]
        switch column.alignment {
        case .text where cell.width > width:
            let text = Fitting.shorten(cell.joined, to: width)
            line += text.utf8
            line.appendSpaces(width - DisplayWidth.of(text))
        case .text:
            line += cell.whole.utf8
            line += cell.fraction.utf8
            line.appendSpaces(width - cell.width)
        case .right:
            line.appendSpaces(width - cell.width)
            line += cell.whole.utf8
            line += cell.fraction.utf8
        case .number:
            let rest = max(column.fractionWidth, cell.fractionWidth)
            line.appendSpaces(width - rest - cell.wholeWidth)
            line += cell.whole.utf8
            line += cell.fraction.utf8
            line.appendSpaces(rest - cell.fractionWidth)
        }
    }

    private func margin(_ mark: String) -> String {
        Fitting.padRight(mark, to: grid.marginWidth)
    }

    /// A line without the blanks at its end, found among bytes: to find where characters begin takes
    /// as long as all else that is done to a line.
    private static func trimmed(_ line: [UInt8]) -> String {
        var line = line[...]
        while line.last == UInt8(ascii: " ") { line.removeLast() }
        return String(decoding: line, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Appends a run of spaces; none for a negative count.
    fileprivate mutating func appendSpaces(_ count: Int) {
        // One by one: there are few, and a collection of them costs more than they do.
        for _ in 0..<Swift.max(0, count) { append(UInt8(ascii: " ")) }
    }
}
