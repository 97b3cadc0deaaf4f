internal import CommandSupport
internal import Diagnostics
internal import Reporting

/// A cell that a method adds.
enum StatsValue {
    /// A number; an empty cell for `nil`, and for what is not finite.
    case number(Double?)
    /// A whole number; an empty cell for `nil`.
    case integer(Int?)
    /// A word.
    case word(String)
}

/// Writes the table of a method row by row.
struct StatsOutput: ~Copyable {
    private var csv: CSVWriter
    private var sink: OutputSink
    private static let blockSize = 1 << 16

    /// Begins the table with its header.
    init(
        _ header: [String], dialect: CSVDialect, path: String?
    ) throws(OutputError) {
        csv = CSVWriter(dialect)
        sink = try OutputSink(path: path)
        for name in header { csv.text(name) }
        csv.endRow()
    }

    /// Writes a row: the cells as they came, then what the method adds.
    mutating func write(_ cells: [String], _ added: [StatsValue]) throws(OutputError) {
        for cell in cells { pass(cell) }
        for value in added {
            switch value {
            case .number(let number): csv.double(number)
            case .integer(nil): csv.empty()
            case .integer(.some(let number)): csv.integer(number)
            case .word(let word): csv.text(word)
            }
        }
        csv.endRow()
        if csv.count >= Self.blockSize { try flush() }
    }

    /// Writes the rest; a file appears now.
    consuming func finish() throws(OutputError) {
        try flush()
        try sink.finish()
    }

    /// Writes a cell as it came; for a spreadsheet a negative number is a number and no formula.
    private mutating func pass(_ cell: String) {
        if csv.dialect == .excelSwedish, cell.utf8.first == 0x2D,
            case .number(let value) = ShortestNumber.read(cell, decimalComma: true)
        {
            csv.double(value)
        } else {
            csv.text(cell)
        }
    }

    private mutating func flush() throws(OutputError) {
        try csv.drain { (rows) throws(OutputError) in try sink.writeRows(rows) }
    }
}
