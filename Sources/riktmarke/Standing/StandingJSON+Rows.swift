internal import Diagnostics
internal import Reporting

extension StandingJSON {
    /// Writes rows as objects by the columns' keys; words of the contract are those of English CSV,
    /// and a truth is a truth.
    static func rows(_ table: ReportTable, _ json: inout JSONWriter) {
        json.array { json in
            for row in table.rows {
                json.object { json in
                    for (column, cell) in zip(table.columns, row.cells) {
                        json.key(column.key)
                        write(cell, &json)
                    }
                }
            }
        }
    }

    private static func write(_ cell: Cell, _ json: inout JSONWriter) {
        switch cell {
        case .empty, .missing, .gauge: json.null()
        case .text(let value): json.string(value)
        case .label(let value, _):
            switch value.en {
            case "true": json.bool(true)
            case "false": json.bool(false)
            default: json.string(value.en)
            }
        case .integer(let value): json.number(value)
        case .decimal(let value, _, _, _): json.number(value)
        }
    }
}
