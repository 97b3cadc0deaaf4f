/// Finds tables that no manifest declares.
public enum TableSearch {
    /// The tables of a document, in its order, with what their words suggest.
    ///
    /// Lists of contents, running text with tabs and page furniture are no tables: a table has a
    /// heading of known words and rows with numbers under it.
    ///
    /// - Parameter document: The document.
    /// - Returns: The tables; their rules are guesses to be checked by a person.
    public static func tables(in document: ReportDocument) -> [ReadTable] {
        let reader = TableReader(document)
        var tables: [ReadTable] = []
        var index = 0
        while index < document.lines.count {
            guard let table = table(reader, at: index) else {
                index += 1
                continue
            }
            tables.append(named(table, among: tables))
            index = max(table.lines.upperBound, index + 1)
        }
        return tables
    }

    private static func table(_ reader: TableReader, at index: Int) -> ReadTable? {
        let document = reader.document
        if let rule = TabbedGuess.rule(document, at: index),
            let table = reader.read(rule, at: index),
            isTable(table)
        {
            return table
        }
        let spaced = SpacedGuess.rules(document, at: index).compactMap {
            reader.read($0, at: index)
        }
        if let best = spaced.filter(isTable).max(by: { $0.rows.count < $1.rows.count }) {
            return best
        }
        return amounts(document, at: index)
    }

    private static func isTable(_ table: ReadTable) -> Bool {
        table.rows.contains { row in row.cells.contains { $0.content.number != nil } }
            || !table.rejects.isEmpty && table.rows.isEmpty
    }

    /// Names with amounts that end in a sum.
    private static func amounts(_ document: ReportDocument, at index: Int) -> ReadTable? {
        // Names of grants begin paragraphs.
        guard !document.lines[index].isBlank, !document.lines[index].isPassedOver,
            index == 0 || document.lines[index - 1].isBlank
        else { return nil }
        var column = ColumnRule(header: "")
        column.measure = .amount
        column.unit = .kr
        let rule = TableRule(id: "amounts", kind: .amounts, columns: [column])
        guard let table = AmountRows(rule: rule, document: document, start: index).read(),
            table.rows.count > 2, table.rows.last?.isSum == true
        else { return nil }
        return table
    }

    private static func named(_ table: ReadTable, among others: [ReadTable]) -> ReadTable {
        var table = table
        let same = others.count { $0.rule.kind == table.rule.kind }
        table.rule.id =
            same == 0 ? table.rule.kind.rawValue : "\(table.rule.kind.rawValue)-\(same + 1)"
        return table
    }
}
