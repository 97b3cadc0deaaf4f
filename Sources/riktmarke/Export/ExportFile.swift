internal import CommandSupport
internal import Comparison
internal import Diagnostics
internal import Reporting

/// Writes exported rows one by one; only a block of them is ever in memory.
struct ExportFile: ~Copyable {
    private enum Writer {
        case csv(CSVWriter)
        case jsonl(JSONWriter)
    }

    private var writer: Writer
    private var sink: OutputSink
    private let columns: [ReportTable.Column]
    private var count = 0
    private static let blockSize = 1 << 16

    /// Begins; a CSV file has its header at once.
    init(
        format: ExportFormat, dialect: CSVDialect, hasTargets: Bool, sink: consuming OutputSink
    ) {
        columns = ExportColumns.columns(hasTargets: hasTargets)
        self.sink = sink
        switch format {
        case .csv:
            var csv = CSVWriter(dialect)
            csv.header(columns)
            writer = .csv(csv)
        case .jsonl: writer = .jsonl(JSONWriter(.compact))
        }
    }

    /// Writes a row.
    /// - Throws: `OutputError` when it cannot be written.
    mutating func write(_ row: ExportRow) throws(OutputError) {
        count += 1
        switch writer {
        case .csv(var csv):
            writer = .csv(CSVWriter(csv.dialect))  // so that the buffer is not shared and copied
            for cell in ExportColumns.cells(of: row) { csv.cell(cell) }
            csv.endRow()
            if csv.count >= Self.blockSize {
                try csv.drain { (block) throws(OutputError) in try sink.write(block) }
            }
            writer = .csv(csv)
        case .jsonl(var json):
            writer = .jsonl(JSONWriter(.compact))
            let table = ReportTable(columns: columns)
            json.row(ReportTable.Row(ExportColumns.cells(of: row)), of: table, language: .en)
            json.endLine()
            if json.count >= Self.blockSize {
                try json.drain { (block) throws(OutputError) in try sink.write(block) }
            }
            writer = .jsonl(json)
        }
    }

    /// Writes the rest; a file appears now.
    ///
    /// - Returns: how many rows were written.
    /// - Throws: `OutputError` when it cannot be written.
    consuming func finish() throws(OutputError) -> Int {
        switch writer {
        case .csv(var csv):
            try csv.drain { (block) throws(OutputError) in try sink.write(block) }
        case .jsonl(var json):
            try json.drain { (block) throws(OutputError) in try sink.write(block) }
        }
        try sink.finish()
        return count
    }
}
