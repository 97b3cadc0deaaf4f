internal import Diagnostics
public import Reporting

/// A result in every form that a command can write.
public struct Report: Sendable {
    /// What people read, one table below the other.
    public var pages: [ReportTable]
    /// The rows for spreadsheets.
    public var csv: ReportTable
    /// Writes the JSON form.
    public var json: @Sendable (inout JSONWriter) -> Void
    /// What a file for people holds, with charts and receipts; the pages alone when left out.
    public var document: ReportDocument?

    /// Creates a result from its forms.
    ///
    /// - Parameters:
    ///   - pages: what people read.
    ///   - csv: the rows for spreadsheets; the first page when left out.
    ///   - document: what an HTML or Excel file holds; the pages alone when left out.
    ///   - json: writes the JSON form.
    public init(
        pages: [ReportTable], csv: ReportTable? = nil, document: ReportDocument? = nil,
        json: @escaping @Sendable (inout JSONWriter) -> Void
    ) {
        self.document = document
        self.pages = pages
        self.csv = csv ?? pages.first ?? ReportTable(columns: [])
        self.json = json
    }
}

extension Report {
    /// The document that was given, else one of the pages.
    public var wholeDocument: ReportDocument {
        if let document { return document }
        let title = pages.first?.title ?? Text(verbatim: "riktmarke")
        return ReportDocument(
            title: title, sections: [.init(name: "riktmarke", heading: title, tables: pages)])
    }
}
