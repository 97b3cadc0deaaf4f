public import Reporting

/// A result in every form that a command can write.
public struct Report: Sendable {
    /// What people read, one table below the other.
    public var pages: [ReportTable]
    /// The rows for spreadsheets.
    public var csv: ReportTable
    /// Writes the JSON form.
    public var json: @Sendable (inout JSONWriter) -> Void

    /// Creates a result from its forms.
    ///
    /// - Parameters:
    ///   - pages: what people read.
    ///   - csv: the rows for spreadsheets; the first page when left out.
    ///   - json: writes the JSON form.
    public init(
        pages: [ReportTable], csv: ReportTable? = nil,
        json: @escaping @Sendable (inout JSONWriter) -> Void
    ) {
        self.pages = pages
        self.csv = csv ?? pages.first ?? ReportTable(columns: [])
        self.json = json
    }
}
