internal import CommandSupport
internal import Comparison
internal import Diagnostics
internal import Reporting

/// Writes exported rows one by one; only a block of them is ever in memory.
struct ExportFile: ~Copyable {
    private let format: ExportFormat
    private let table: ReportTable
    private var csv: CSVWriter
    private var json = JSONWriter(.compact)
    private var sink: OutputSink
    private var count = 0
    private static let blockSize = 1 << 16

    /// Begins; a CSV file has its header at once.
    init(
        format: ExportFormat, dialect: CSVDialect, hasTargets: Bool, sink: consuming OutputSink
    ) {
        self.format = format
        self.sink = sink
        table = ReportTable(columns: ExportColumns.columns(hasTargets: hasTargets))
        csv = CSVWriter(dialect)
        if format == .csv { csv.header(table.columns) }
    }

    /// Writes a row.
    /// - Throws: `OutputError` when it cannot be written.
    mutating func write(_ row: ExportRow) throws(OutputError) {
        count += 1
        let cells = ExportColumns.cells(of: row)
        switch format {
        case .csv:
            for cell in cells { csv.cell(cell) }
            csv.endRow()
        case .jsonl:
            json.row(ReportTable.Row(cells), of: table, language: .en)
            json.endLine()
        }
        if csv.count + json.count >= Self.blockSize { try flush() }
    }

    /// Writes the rest; a file appears now.
    ///
    /// - Returns: how many rows were written.
    /// - Throws: `OutputError` when it cannot be written.
    consuming func finish() throws(OutputError) -> Int {
        try flush()
        try sink.finish()
        return count
    }

    private mutating func flush() throws(OutputError) {
        switch format {
        case .csv: try csv.drain { (rows) throws(OutputError) in try sink.writeRows(rows) }
        case .jsonl: try json.drain { (block) throws(OutputError) in try sink.write(block) }
        }
    }
}
