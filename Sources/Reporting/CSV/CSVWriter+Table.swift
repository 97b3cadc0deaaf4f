internal import Diagnostics

extension CSVWriter {
    /// Writes the header row of some columns.
    public mutating func header(_ columns: [ReportTable.Column]) {
        for column in columns { text(dialect.header(column)) }
        endRow()
    }

    /// Writes a cell as the dialect has it: numbers exactly, a missing value as an empty cell.
    ///
    /// Wordings of ours are English in `rfc` and Swedish in `excel-sv`.
    public mutating func cell(_ cell: Cell) {
        switch cell {
        case .empty, .missing, .gauge: empty()
        case .text(let value): text(value)
        case .label(let value, _): text(value[dialect == .excelSwedish ? .sv : .en])
        case .integer(let value): integer(value)
        case .decimal(let value, _, _, _): decimal(value)
        }
    }

    /// Writes the header and the rows of a table; title, lead and notes are for people only.
    public mutating func table(_ table: ReportTable) {
        let table = table.withoutDrawings
        header(table.columns)
        for row in table.rows {
            for index in table.columns.indices { cell(table.cell(row, index)) }
            endRow()
        }
    }
}
