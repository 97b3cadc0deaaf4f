internal import Diagnostics
public import Reporting

extension CommandContext {
    /// The way of writing CSV: the flag, else the settings, else RFC 4180.
    public func csvDialect(_ options: DestinationOptions) -> CSVDialect {
        options.csvDialect ?? settings.csvDialect?.value ?? .rfc
    }

    /// How a table for people is rendered where the result goes.
    public func style(_ options: DestinationOptions) -> TerminalStyle {
        guard options.goesToFile else { return standardOutput.style(language) }
        return TerminalStyle(language: language, shortensText: false)
    }

    /// Writes a table in the format that the user chose.
    ///
    /// - Parameters:
    ///   - table: the table.
    ///   - options: the format and the destination.
    ///   - json: writes the JSON form; an array of the rows by column key when left out.
    /// - Throws: `OutputError` when it cannot be written.
    public func write(
        _ table: ReportTable, _ options: OutputOptions,
        json: ((inout JSONWriter) -> Void)? = nil
    ) throws(OutputError) {
        var sink = try OutputSink(path: options.destination.output)
        switch options.format {
        case .table:
            try sink.write(TerminalRenderer(style: style(options.destination)).render(table))
        case .markdown:
            try sink.write(MarkdownRenderer(language: language).render(table))
        case .csv:
            var writer = CSVWriter(csvDialect(options.destination))
            writer.table(table)
            try sink.write(writer.takeText())
        case .json:
            var writer = JSONWriter(.pretty)
            if let json { json(&writer) } else { writer.rows(table, language: language) }
            writer.endLine()
            try sink.write(writer.takeText())
        }
        try sink.finish()
    }
}

extension DestinationOptions {
    /// Whether the result goes to a file rather than to standard output.
    var goesToFile: Bool { output.map { $0 != "-" } ?? false }
}
