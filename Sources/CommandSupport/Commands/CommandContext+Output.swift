internal import Diagnostics
public import Reporting
internal import Spreadsheets

extension CommandContext {
    /// The way of writing CSV: the flag, else the settings, else RFC 4180.
    public func csvDialect(_ flag: CSVDialect?) -> CSVDialect {
        flag ?? settings.csvDialect?.value ?? .rfc
    }

    /// How a table for people is rendered where the result goes.
    public func style(writingTo path: String?) -> TerminalStyle {
        guard let path, path != "-" else { return standardOutput.style(language) }
        return TerminalStyle(language: language, shortensText: false)
    }

    /// Writes a table in the format that the user chose.
    ///
    /// - Parameters:
    ///   - table: the table.
    ///   - options: the format and the destination.
    ///   - json: writes the JSON form; an array of the rows by column key when left out.
    /// - Throws: as for a whole result.
    public func write(
        _ table: ReportTable, _ options: OutputOptions,
        json: (@Sendable (inout JSONWriter) -> Void)? = nil
    ) throws {
        let language = language
        try write(
            Report(page: table, json: json ?? { $0.rows(table, language: language) }), options)
    }

    /// Writes a result in the format that the user chose; pages are parted by an empty line.
    /// - Throws: `OutputError` when it cannot be written, `SpreadsheetError` when no workbook can
    ///   be made, `Failure` with status 64 for a workbook that would go to a terminal.
    public func write(_ report: Report, _ options: OutputOptions) throws {
        try refuseBytesAtTerminal(options)
        var sink = try OutputSink(path: options.file)
        switch options.format {
        case .table:
            let renderer = TerminalRenderer(
                style: style(writingTo: options.file))
            try sink.write(report.pages().map(renderer.render).joined(separator: "\n"))
        case .markdown:
            let renderer = MarkdownRenderer(language: language)
            try sink.write(report.pages().map(renderer.render).joined(separator: "\n"))
        case .csv:
            var writer = CSVWriter(csvDialect(options.csvDialect))
            writer.table(report.csv())
            try writer.drain { (rows) throws(OutputError) in try sink.writeRows(rows) }
        case .json:
            var writer = JSONWriter(.pretty)
            report.json(&writer)
            writer.endLine()
            try sink.write(writer.takeText())
        case .html:
            try sink.write(HTMLRenderer(language: language).render(report.wholeDocument))
        case .xlsx:
            let bytes = try XLSXRenderer(language: language).render(report.wholeDocument)
            try sink.write(bytes.span)
        }
        try sink.finish()
    }

    private func refuseBytesAtTerminal(_ options: OutputOptions) throws(Failure) {
        let path = options.file
        guard options.format == .xlsx, path == nil || path == "-", standardOutput.isTerminal else {
            return
        }
        throw Failure(
            .usage, code: "output.no-text",
            Text(
                sv: "en Excelfil är ingen text för en terminal",
                en: "an Excel file is no text for a terminal"),
            at: .argument("--format"),
            hint: Text(
                sv: "ange en fil: --output jämförelse.xlsx",
                en: "name a file: --output comparison.xlsx"))
    }
}
