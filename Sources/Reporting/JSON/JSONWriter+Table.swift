public import Diagnostics

extension JSONWriter {
    /// Writes the rows of a table as an array of objects, keyed by the columns' keys.
    ///
    /// Numbers are exact, missing and empty cells null. Wordings of ours are in `language`.
    public mutating func rows(_ table: ReportTable, language: Language) {
        let table = table.withoutDrawings
        array { json in
            for row in table.rows { json.row(row, of: table, language: language) }
        }
    }

    /// Writes one row of a table as an object.
    public mutating func row(_ row: ReportTable.Row, of table: ReportTable, language: Language) {
        object { json in
            for (index, column) in table.columns.enumerated() {
                json.key(column.key)
                switch table.cell(row, index) {
                case .empty, .missing, .gauge: json.null()
                case .text(let value): json.string(value)
                case .label(let value, _): json.string(value[language])
                case .integer(let value): json.number(value)
                case .decimal(let value, _, _, _): json.number(value)
                }
            }
        }
    }
}
