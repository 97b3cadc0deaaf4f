/// Reviews a draft that has no manifest.
public enum DraftReview {
    /// What a draft says against itself: sums and rows of its tables, text against table, dates.
    ///
    /// Text and table are held together where the text names a row, as in a heading
    /// "Vuxna +9,3 miljoner kronor" over the table's row "Vuxna".
    ///
    /// - Parameter document: The draft.
    /// - Returns: The findings in the order of the lines.
    public static func findings(in document: ReportDocument) -> [Finding] {
        let flow = FlowText(document)
        let tables = TableSearch.tables(in: document)
        var collector = FindingCollector(document.path)
        collector.check(flow)
        for table in tables { collector.check(table) }
        collector.checkHeadings(flow, tables)
        return collector.findings.sorted {
            ($0.line, $0.rule.rawValue, $0.printed) < ($1.line, $1.rule.rawValue, $1.printed)
        }
    }
}
