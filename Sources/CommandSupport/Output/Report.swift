internal import Diagnostics
public import Reporting

/// A result in every form that a command can write; each is made when it is written, and only then.
public struct Report: Sendable {
    /// Makes what people read, one table below the other.
    public var pages: @Sendable () -> [ReportTable]
    /// Makes the rows for spreadsheets.
    public var csv: @Sendable () -> ReportTable
    /// Writes the JSON form.
    public var json: @Sendable (inout JSONWriter) -> Void
    /// What a file for people holds, with charts and receipts; the pages alone when left out.
    public var document: ReportDocument?

    /// Creates a result from its forms.
    ///
    /// - Parameters:
    ///   - pages: what people read.
    ///   - csv: the rows for spreadsheets.
    ///   - document: what an HTML or Excel file holds; the pages alone when left out.
    ///   - json: writes the JSON form.
    public init(
        pages: @autoclosure @escaping @Sendable () -> [ReportTable],
        csv: @autoclosure @escaping @Sendable () -> ReportTable, document: ReportDocument? = nil,
        json: @escaping @Sendable (inout JSONWriter) -> Void
    ) {
        self.document = document
        self.pages = pages
        self.csv = csv
        self.json = json
    }

    /// Creates a result whose rows for spreadsheets are those of its one page.
    ///
    /// - Parameters:
    ///   - page: what people and spreadsheets read.
    ///   - json: writes the JSON form.
    public init(
        page: @autoclosure @escaping @Sendable () -> ReportTable,
        json: @escaping @Sendable (inout JSONWriter) -> Void
    ) {
        self.init(pages: [page()], csv: page(), json: json)
    }
}

extension Report {
    /// The document that was given, else one of the pages.
    public var wholeDocument: ReportDocument {
        if let document { return document }
        let pages = pages()
        let title = pages.first?.title ?? Text(verbatim: "riktmarke")
        return ReportDocument(
            title: title, sections: [.init(name: "riktmarke", heading: title, tables: pages)])
    }
}
