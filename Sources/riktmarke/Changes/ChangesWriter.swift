internal import CommandSupport
internal import Comparison
internal import Diagnostics
internal import Postgres
internal import Reporting
internal import Spreadsheets

/// Writes changes in the format that was asked for; memory does not grow with their number.
struct ChangesWriter: Sendable {
    let format: TableFormat
    let path: String?
    let dialect: CSVDialect
    let language: Language
    let style: TerminalStyle

    private static let blockSize = 1 << 16

    /// Writes the changes.
    ///
    /// - Returns: how many concern a value.
    /// - Throws: `OutputError` when they cannot be written; what the server reports.
    func write(_ inquiry: ChangesInquiry, _ connection: inout Connection) throws -> Int {
        var sink = try OutputSink(path: path)
        let total: Int
        switch format {
        case .table, .markdown, .html, .xlsx:
            var sheet = ChangesSheet(scope: inquiry.scope)
            let counts = try inquiry.stream(&connection) { sheet.add($0) }
            try write(sheet.page(counts), to: &sink)
            total = counts.total
        case .csv: total = try writeCSV(inquiry, &sink, &connection)
        case .json: total = try writeJSON(inquiry, &sink, &connection)
        }
        try sink.finish()
        return total
    }

    private func writeCSV(
        _ inquiry: ChangesInquiry, _ sink: inout OutputSink, _ connection: inout Connection
    ) throws -> Int {
        var csv = CSVWriter(dialect)
        csv.header(ChangeColumns.columns)
        let counts = try inquiry.stream(&connection) { change in
            for cell in ChangeColumns.cells(of: change) { csv.cell(cell) }
            csv.endRow()
            guard csv.count >= Self.blockSize else { return }
            try csv.drain { (rows) throws(OutputError) in try sink.writeRows(rows) }
        }
        try csv.drain { (rows) throws(OutputError) in try sink.writeRows(rows) }
        return counts.total
    }

    private func write(_ page: ReportTable, to sink: inout OutputSink) throws {
        let document = Report(page: page) { _ in }.wholeDocument
        if format == .xlsx {
            let bytes = try XLSXRenderer(language: language).render(document)
            try sink.write(bytes.span)
            return
        }
        let text =
            switch format {
            case .html: HTMLRenderer(language: language).render(document)
            case .markdown: MarkdownRenderer(language: language).render(page)
            case .table, .csv, .json, .xlsx: TerminalRenderer(style: style).render(page)
            }
        try sink.write(text)
    }

    private func writeJSON(
        _ inquiry: ChangesInquiry, _ sink: inout OutputSink, _ connection: inout Connection
    ) throws -> Int {
        var writer = JSONWriter(.pretty)
        var counts = ChangeCounts()
        try writer.object { json in
            ChangesJSON.writeHead(of: inquiry.scope, to: &json)
            json.key("changes")
            try json.array { json in
                counts = try inquiry.stream(&connection) { change in
                    ChangesJSON.write(change, to: &json)
                    guard json.count >= Self.blockSize else { return }
                    try json.drain { (block) throws(OutputError) in try sink.write(block) }
                }
            }
            ChangesJSON.write(counts, to: &json)
        }
        writer.endLine()
        try writer.drain { (block) throws(OutputError) in try sink.write(block) }
        return counts.total
    }
}
