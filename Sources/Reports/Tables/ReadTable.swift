public import Diagnostics
public import Indicators

/// A table as it was read from a document.
public struct ReadTable: Sendable {
    /// What was declared, or guessed, about it.
    public var rule: TableRule
    /// The lines of the heading and the rows.
    public var lines: ClosedRange<Int>
    /// The columns of figures in their printed order.
    public var columns: [ColumnRule]
    /// The rows in their printed order.
    public var rows: [ReadRow] = []
    /// The rows that could not be read, with the reason.
    public var rejects: [Diagnostic] = []
    /// A row that goes on after the declared number of them.
    var surplusRow: ReadRow?

    /// Whether not one cell of all its rows is printed: then the columns were not those of the heading.
    var isBlank: Bool {
        !rows.isEmpty && rejects.isEmpty
            && rows.allSatisfy { row in
                row.flags.isEmpty && row.cells.allSatisfy { $0.content == .empty }
            }
    }

    /// How many rows the table has, refused ones included.
    public var rowCount: Int { rows.count + rejects.count }
}

/// A row of a table.
public struct ReadRow: Sendable, Hashable {
    /// What the row is about, as printed, wraps undone.
    public var name: String
    /// The own code of the unit, where the table has such a column.
    public var code = ""
    /// The kommun, where the table has such a column.
    public var municipality = ""
    /// The period, where the table has such a column or its names are years.
    public var period: Period?
    /// The tertials of follow-up.
    public var flags: [Int] = []
    /// The first line of the row.
    public var line: Int
    /// The cells of figures, as many as the table has columns of figures.
    public var cells: [ReadCell]
    /// Whether the row is the sum of the others.
    public var isSum = false
}

/// A cell of figures.
public struct ReadCell: Sendable, Hashable {
    /// What is printed.
    public var printed: String
    /// The line on which it stands.
    public var line: Int
    /// What it holds.
    public var content: CellContent
    /// Which cell of its row it is, from 1, the empty ones counted; 0 where cells are set with blanks.
    public var cell = 0
    /// What was read past besides the number itself.
    public var repairs: [Repair] = []
}

extension TableRule {
    /// How many blank lines may stand before a row too many, however near each other the rows are.
    ///
    /// Of one row nobody can say how rows follow each other: one blank line is usual.
    var leastGap: Int { rows == 1 ? 1 : 0 }

    /// Whether a name is that of the sum row.
    func isSum(_ name: String) -> Bool {
        let key = HeadingKey.key(name)
        if let sum { return key == HeadingKey.key(sum) }
        return ["summa", "totalt", "total", "summatotalt", "nämndentotalt"].contains(key)
    }

    /// Whether a cell says in words that there is no figure.
    func saysMissing(_ cell: String) -> Bool {
        let key = HeadingKey.key(cell)
        return missing.contains { HeadingKey.key($0) == key }
    }

    /// The value for a row in a table of beginnings of names; a sum's name is meant whole, or a part's sum
    /// ("Summa vuxna") would pass for that of all.
    func matching<Value>(_ name: String, in table: [String: Value]) -> Value? {
        guard !table.isEmpty else { return nil }
        let key = HeadingKey.key(HeadingKey.bareName(name))
        let found = table.filter { name, _ in
            let beginning = HeadingKey.key(HeadingKey.bareName(name))
            return isSum(name) ? key == beginning : key.hasPrefix(beginning)
        }
        return found.max { $0.key.utf8.count < $1.key.utf8.count }?.value
    }
}
