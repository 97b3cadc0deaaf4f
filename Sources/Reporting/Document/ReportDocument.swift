public import Diagnostics

/// A whole report as data: sections of tables and charts, and where every figure comes from.
///
/// What `ReportTable` is for one table, this is for a file that somebody opens: HTML and XLSX are
/// made of it, and neither adds a figure or a word of its own about the figures.
public struct ReportDocument: Sendable, Hashable {
    /// The heading of the whole.
    public var title: Text
    /// Lines below the heading.
    public var lead: [Text]
    /// What the report holds, from top to bottom.
    public var sections: [Section]
    /// The receipt of every figure: a row each; `nil` where the figures have none.
    public var receipts: ReportTable?
    /// How the figures were computed and what they are to be read with, a sentence each.
    public var method: [Text]
    /// When what the report rests on was last changed, in seconds since 1970 in UTC.
    ///
    /// Files carry this time and not the present, so that the same figures give the same bytes.
    public var dataTime: Int

    /// Creates a document.
    public init(
        title: Text, lead: [Text] = [], sections: [Section], receipts: ReportTable? = nil,
        method: [Text] = [], dataTime: Int = 0
    ) {
        self.title = title
        self.lead = lead
        self.sections = sections
        self.receipts = receipts
        self.method = method
        self.dataTime = dataTime
    }

    /// Tables and charts that belong together: a page of a book, a sheet of a workbook.
    public struct Section: Sendable, Hashable {
        /// A short name: the sheet's, such as an indicator's code.
        public var name: String
        /// The heading that people read.
        public var heading: Text
        /// The tables from top to bottom.
        public var tables: [ReportTable]
        /// The charts, which stand below the first table.
        public var figures: [Figure]

        /// Creates a section.
        public init(
            name: String, heading: Text, tables: [ReportTable], figures: [Figure] = []
        ) {
            self.name = name
            self.heading = heading
            self.tables = tables
            self.figures = figures
        }
    }

    /// A chart, drawn.
    public struct Figure: Sendable, Hashable {
        /// The drawing as an SVG element of our own making; it is taken as markup, unescaped.
        public var svg: String
        /// What stands under it.
        public var caption: Text

        /// Creates a figure.
        public init(svg: String, caption: Text) {
            self.svg = svg
            self.caption = caption
        }
    }
}

extension ReportDocument {
    /// What the part with the receipts and the method is called.
    public static let sourcesHeading = Text(sv: "Källor och metod", en: "Sources and method")
}
