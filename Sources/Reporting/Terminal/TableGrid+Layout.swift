extension TableGrid {
    /// The width that each column gets.
    struct Layout: Equatable {
        var widths: [Int]
    }

    /// Spaces between two columns.
    static let gap = 2
    /// A text column is never made narrower than this.
    static let narrowestText = 8

    /// Chooses the widths; `nil` when the table cannot fit.
    ///
    /// Every column begins as wide as its header and cells. While the table is too wide, the column
    /// with most to give up gives up one: first room for headers, which can break into lines, then
    /// room for text, which can be shortened or, where nothing may be left out, break into lines too.
    func layout(width: Int?, shortensText: Bool) -> Layout? {
        var widths = columns.map { max($0.cellsWidth, headerWidth($0)) }
        guard let width else { return Layout(widths: widths) }
        let available = width - marginWidth - Self.gap * max(0, columns.count - 1)
        let afterHeaders = columns.map { max($0.cellsWidth, longestHeaderWord($0)) }
        let afterText = zip(columns, afterHeaders).map { column, floor in
            column.alignment == .text
                ? min(floor, max(Self.narrowestText, longestHeaderWord(column))) : floor
        }
        shrink(&widths, to: available, floors: afterHeaders)
        guard shortensText else {
            shrink(&widths, to: available, floors: zip(columns.indices, afterHeaders).map(wrapped))
            return Layout(widths: widths)
        }
        shrink(&widths, to: available, floors: afterText)
        return widths.reduce(0, +) <= available ? Layout(widths: widths) : nil
    }

    /// Whether every cell can stand unshortened within a width.
    func fits(_ width: Int) -> Bool {
        let cells = columns.map { max($0.cellsWidth, longestHeaderWord($0)) }.reduce(0, +)
        return cells + marginWidth + Self.gap * max(0, columns.count - 1) <= width
    }

    private func shrink(_ widths: inout [Int], to available: Int, floors: [Int]) {
        var excess = widths.reduce(0, +) - available
        while excess > 0 {
            let candidates = widths.indices.filter { widths[$0] > floors[$0] }
            guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
            widths[widest] -= 1
            excess -= 1
        }
    }

    /// How narrow a text column may be made whose cells break at spaces.
    private func wrapped(_ index: Int, _ floor: Int) -> Int {
        let column = columns[index]
        guard column.alignment == .text else { return floor }
        let longest = rows.reduce(Self.narrowestText) { longest, row in
            row.cells[index].joined.split(separator: " ")
                .reduce(longest) { max($0, DisplayWidth.of(String($1))) }
        }
        return min(floor, max(longest, longestHeaderWord(column)))
    }

    private func headerWidth(_ column: Column) -> Int {
        showsHeader ? DisplayWidth.of(column.header) : 0
    }

    private func longestHeaderWord(_ column: Column) -> Int {
        guard showsHeader else { return 0 }
        return column.header.split(separator: " ").map { DisplayWidth.of(String($0)) }.max() ?? 0
    }
}
