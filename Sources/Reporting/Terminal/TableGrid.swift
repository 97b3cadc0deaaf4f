internal import Diagnostics

/// A table whose cells are written and escaped, ready to be measured.
struct TableGrid {
    /// A column, its header and what its cells need.
    struct Column {
        let header: String
        let alignment: ReportTable.Alignment
        /// Columns that the longest text before the decimal mark needs.
        var wholeWidth = 0
        /// Columns that the longest text from the decimal mark on needs.
        var fractionWidth = 0
        /// Columns that the longest cell needs when decimal marks stand below each other.
        var cellsWidth: Int { wholeWidth + fractionWidth }
    }

    /// A row of escaped cells.
    struct Row {
        let cells: [Cell]
        let emphasis: ReportTable.Emphasis
    }

    /// An escaped cell with its width: a profile has tens of thousands, and each is laid out and drawn.
    struct Cell {
        let whole: String
        let fraction: String
        let ink: Ink?
        /// Columns that the text before the decimal mark fills.
        let wholeWidth: Int
        /// Columns that the text from the decimal mark on fills.
        let fractionWidth: Int
        var joined: String { fraction.isEmpty ? whole : whole + fraction }
        /// Columns that all of it fills.
        var width: Int { wholeWidth + fractionWidth }

        init(whole: String, fraction: String = "", ink: Ink?) {
            self.whole = whole
            self.fraction = fraction
            self.ink = ink
            wholeWidth = DisplayWidth.of(whole)
            fractionWidth = fraction.isEmpty ? 0 : DisplayWidth.of(fraction)
        }
    }

    let columns: [Column]
    let rows: [Row]
    let showsHeader: Bool
    /// Columns of the space before the first cell, where the mark of the row asked about stands.
    let marginWidth: Int

    /// Writes and measures every cell.
    init(_ table: ReportTable, language: Language) {
        var columns = table.columns.map {
            Column(
                header: Escaping.visible($0.heading(language)), alignment: $0.alignment)
        }
        rows = table.rows.map { row in
            let cells = columns.indices.map { index in
                let text = CellText(table.cell(row, index), language)
                let cell = Cell(
                    whole: Escaping.visible(text.whole), fraction: Escaping.visible(text.fraction),
                    ink: Ink(text.tone))
                columns[index].measure(cell)
                return cell
            }
            return Row(cells: cells, emphasis: row.emphasis)
        }
        self.columns = columns
        showsHeader = table.showsHeader
        marginWidth = rows.contains { $0.emphasis == .focus } ? 2 : 0
    }
}

extension TableGrid.Column {
    mutating func measure(_ cell: TableGrid.Cell) {
        if alignment == .number {
            wholeWidth = max(wholeWidth, cell.wholeWidth)
            fractionWidth = max(fractionWidth, cell.fractionWidth)
        } else {
            wholeWidth = max(wholeWidth, cell.width)
        }
    }
}
