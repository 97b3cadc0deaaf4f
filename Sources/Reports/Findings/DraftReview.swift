public import Diagnostics

/// Reviews a draft that has no manifest: what it says against itself.
///
/// Sums and rows of its tables, text against table, dates. Text and table are held together where the
/// text names a row, as in a heading "Vuxna +9,3 miljoner kronor" over the table's row "Vuxna".
public struct DraftReview: Sendable {
    /// The findings in the order of the lines.
    public let findings: [Finding]
    /// Where the review ended before the draft did; empty for every real report.
    public let diagnostics: [Diagnostic]
    /// The outcomes of its tables, as their headings suggest; never loaded.
    public let figures: [Figure]

    /// Reviews a draft.
    ///
    /// - Parameters:
    ///   - document: The draft.
    ///   - municipality: The code of the kommun that it is of, where that is known.
    public init(_ document: ReportDocument, municipality: String = "") {
        // The search has a running text of its own, so it comes first and leaves room for this one.
        let search = TableSearch(document)
        let flow = FlowText(document)
        var collector = FindingCollector(document.path)
        collector.check(flow)
        for table in search.tables { collector.check(table) }
        collector.checkHeadings(flow, search.tables)
        findings = collector.inOrder
        diagnostics = search.diagnostics + collector.diagnostics
        figures = search.tables.filter(\.rule.kind.statesIndicators).flatMap { table in
            let builder = FigureBuilder(
                manifest: .draft(of: municipality), table: table, path: document.path)
            return table.rows.flatMap { (try? builder.figures($0).get()) ?? [] }
        }
    }
}
