public import Diagnostics

/// Finds tables that no manifest declares.
///
/// Lists of contents, running text with tabs and page furniture are no tables: a table has a heading
/// of known words and rows with numbers under it.
public struct TableSearch: Sendable {
    /// The tables of the document, in its order; their rules are guesses to be checked by a person.
    public private(set) var tables: [ReadTable] = []
    /// Where the search ended before the document did; empty for every real report.
    public private(set) var diagnostics: [Diagnostic] = []

    /// Searches a document.
    ///
    /// - Parameter document: The document.
    public init(_ document: ReportDocument) { self.init(document, SearchBudget()) }

    init(_ document: ReportDocument, _ budget: SearchBudget) {
        let reader = TableReader(document, budget: budget)
        var index = 0
        // Where the last names with amounts ended that were no table: a later beginning among them
        // comes to the same end.
        var passed = 0
        var counts: [TableRule.Kind: Int] = [:]
        while index < document.lines.count {
            guard !budget.isSpent else {
                diagnostics = [SearchBudget.diagnostic(document.path, line: index + 1)]
                break
            }
            guard let table = Self.table(reader, at: index, &passed) else {
                index += 1
                continue
            }
            tables.append(Self.named(table, &counts))
            index = max(table.lines.upperBound, index + 1)
        }
    }

    private static func table(
        _ reader: TableReader, at index: Int, _ passed: inout Int
    ) -> ReadTable? {
        let document = reader.document
        if let rule = TabbedGuess.rule(document, at: index),
            let table = reader.read(rule, at: index),
            isTable(table)
        {
            return table
        }
        let spaced = SpacedGuess.rules(document, at: index, reader.keys, reader.budget).compactMap {
            rule in
            // To compare headings costs as much as to read some rows.
            reader.budget?.take(50 * rule.columns.count)
            return reader.budget?.isSpent == true ? nil : reader.read(rule, at: index)
        }
        if let best = spaced.filter(isTable).max(by: { $0.rows.count < $1.rows.count }) {
            return best
        }
        return index < passed ? nil : amounts(reader, at: index, &passed)
    }

    private static func isTable(_ table: ReadTable) -> Bool {
        table.rows.contains { row in row.cells.contains { $0.content.number != nil } }
            || !table.rejects.isEmpty && table.rows.isEmpty
    }

    /// Names with amounts that end in a sum.
    private static func amounts(
        _ reader: TableReader, at index: Int, _ passed: inout Int
    ) -> ReadTable? {
        let document = reader.document
        // Names of grants begin paragraphs.
        guard !document.lines[index].isBlank, !document.lines[index].isPassedOver,
            index == 0 || document.lines[index - 1].isBlank
        else { return nil }
        var column = ColumnRule(header: "")
        column.measure = .amount
        column.unit = .kr
        let rule = TableRule(id: "amounts", kind: .amounts, columns: [column])
        guard let table = AmountRows(rule: rule, document: document, start: index).read() else {
            return nil
        }
        guard table.rows.count > 2, table.rows.last?.isSum == true else {
            passed = table.lines.upperBound
            return nil
        }
        return table
    }

    private static func named(
        _ table: ReadTable, _ counts: inout [TableRule.Kind: Int]
    ) -> ReadTable {
        var table = table
        let kind = table.rule.kind
        counts[kind, default: 0] += 1
        let number = counts[kind] ?? 1
        table.rule.id = number == 1 ? kind.rawValue : "\(kind.rawValue)-\(number)"
        return table
    }
}
