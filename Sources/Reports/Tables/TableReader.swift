/// Finds the tables of a document by their declared headings, and reads them.
struct TableReader {
    let document: ReportDocument
    let flow: FlowText
    let keys: LineKeys
    /// What a search may still read; `nil` where the tables are declared.
    let budget: SearchBudget?
    /// The kommuner whose names may stand in rows that have no cells for them, the longest first.
    let municipalities: [String]

    init(
        _ document: ReportDocument, municipalities: [String] = [], budget: SearchBudget? = nil
    ) {
        self.document = document
        self.municipalities = municipalities.sorted { $0.utf8.count > $1.utf8.count }
        self.budget = budget
        flow = FlowText(document)
        keys = LineKeys(document)
    }

    /// Reads the first table with a rule's heading at or after a line; `nil` when there is none.
    ///
    /// - Parameters:
    ///   - rule: What the table looks like.
    ///   - start: The index of the line to search from.
    ///   - end: The index of the line to stop before.
    /// - Returns: The table.
    func read(_ rule: TableRule, from start: Int, to end: Int? = nil) -> ReadTable? {
        if rule.kind == .amounts {
            return AmountRows(rule: rule, document: document, start: start).read()
        }
        for index in start..<min(end ?? .max, document.lines.count) {
            if let table = read(rule, at: index) { return table }
        }
        return nil
    }

    /// Reads a table whose heading begins on a line.
    func read(_ rule: TableRule, at index: Int) -> ReadTable? {
        if let heading = TabbedHeading(rule, at: index, of: document) {
            return TabbedRows(rule: rule, heading: heading, document: document, budget: budget)
                .read()
        }
        if let heading = SpacedHeading(rule, at: index, of: document, keys, budget: budget) {
            let table = SpacedRows(
                rule: rule, heading: heading, document: document, municipalities: municipalities,
                budget: budget
            ).read()
            // Headings of running text may read like a table's; only rows make one.
            return table.rowCount > 0 ? table : nil
        }
        return nil
    }

    /// The index of the line after the last of an anchor's words; `nil` when they are nowhere after it.
    func index(after anchor: String, from start: Int) -> Int? {
        let words = FlowText(anchor).folded
        guard !words.isEmpty else { return start }
        let text = flow.folded
        guard text.count >= words.count else { return nil }
        let from = flow.line.firstIndex { $0 > start } ?? text.count
        guard from <= text.count - words.count else { return nil }
        for place in from...(text.count - words.count)
        where text[place] == words[0]
            && text[place..<(place + words.count)].elementsEqual(words)
        {
            return flow.line[place + words.count - 1]
        }
        return nil
    }
}
