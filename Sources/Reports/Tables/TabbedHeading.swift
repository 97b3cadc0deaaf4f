/// The heading of a table whose cells are divided by tabs.
struct TabbedHeading {
    /// The indices of the heading's lines.
    let lines: ClosedRange<Int>
    /// Which cell each declared column has.
    let cells: [(column: ColumnRule, cell: Int)]
    /// How many cells the heading has.
    let width: Int

    /// How many lines a heading row may be wrapped over.
    private static let depth = 5
    /// How many blank lines may stand between the two rows of a heading.
    private static let gap = 2
    /// No heading has more cells than this, the empty ones among them.
    static let maximumCells = 200

    /// Finds a heading that begins on a line; `nil` when the line is none.
    init?(_ rule: TableRule, at index: Int, of document: ReportDocument) {
        let lines = document.lines
        guard lines[index].isTabbed || rule.columns.count > 1, !lines[index].isPassedOver else {
            return nil
        }
        guard Self.mayBegin(rule, Self.cells(lines[index].text)) else { return nil }
        for first in 0..<Self.depth {
            guard Self.isPrinted(lines, index + first) else { break }
            guard let upper = Self.row(lines, index, index + first) else { continue }
            if let found = Self.match(rule, upper: nil, lower: upper) {
                self.init(lines: index...(index + first), cells: found, width: upper.count)
                return
            }
            var start = index + first + 1
            while start < lines.count, start <= index + first + Self.gap, lines[start].isBlank {
                start += 1
            }
            for second in 0..<Self.depth {
                guard Self.isPrinted(lines, start + second) else { break }
                guard let lower = Self.row(lines, start, start + second) else { continue }
                if let found = Self.match(rule, upper: upper, lower: lower) {
                    self.init(
                        lines: index...(start + second), cells: found,
                        width: max(upper.count, lower.count))
                    return
                }
            }
        }
        return nil
    }

    private init(
        lines: ClosedRange<Int>, cells: [(column: ColumnRule, cell: Int)], width: Int
    ) {
        self.lines = lines
        self.cells = cells
        self.width = width
    }

    /// Whether a heading may begin with a line of such cells: one of them is a heading, or the last is
    /// the beginning of one that wraps.
    private static func mayBegin(_ rule: TableRule, _ cells: [String]) -> Bool {
        let headings = (rule.columns.map(\.header) + rule.groups).map(HeadingKey.key)
        for (place, cell) in cells.enumerated() where !cell.isEmpty {
            let key = HeadingKey.key(cell)
            if headings.contains(key) { return true }
            if place == cells.count - 1, !key.isEmpty,
                headings.contains(where: { $0.hasPrefix(key) })
            {
                return true
            }
        }
        return false
    }

    /// Whether a line has words for a heading.
    private static func isPrinted(_ lines: [ReportLine], _ index: Int) -> Bool {
        index < lines.count && !lines[index].isBlank && !lines[index].isPassedOver
    }

    /// The cells of a line.
    static func cells(_ text: String) -> [String] {
        text.split(separator: "\t", omittingEmptySubsequences: false).map(BlankScalar.trimmed)
    }

    /// The cells of lines that are one row; `nil` when a line is blank or there are no tabs.
    private static func row(_ lines: [ReportLine], _ first: Int, _ last: Int) -> [String]? {
        guard last < lines.count else { return nil }
        let part = lines[first...last]
        guard part.allSatisfy({ !$0.isBlank && !$0.isPassedOver }), part.contains(where: \.isTabbed)
        else { return nil }
        let cells = cells(part.map(\.text).joined(separator: " "))
        return cells.count <= maximumCells ? cells : nil
    }

    /// Gives every declared column its cell; `nil` unless all have one.
    private static func match(
        _ rule: TableRule, upper: [String]?, lower: [String]
    ) -> [(column: ColumnRule, cell: Int)]? {
        if upper == nil, rule.hasHeadingsInGroups { return nil }
        let keys = lower.map(HeadingKey.key)
        let upperKeys = upper.map { $0.map(HeadingKey.key) }
        let groups = upperKeys.map(filled)
        // What means nothing: blank, or declared as spanning.
        // Headings of groups stand on a line of their own: with the others they would be over no column.
        let groupHeads = upper == nil ? [] : rule.groups
        let spanning = Set((rule.spanning + groupHeads).map(HeadingKey.key) + [""])
        var used: Set<Int> = []
        var found: [(column: ColumnRule, cell: Int)] = []
        for column in rule.columns where !column.header.isEmpty {
            let key = HeadingKey.key(column.header)
            let group = column.group.map(HeadingKey.key)
            let place =
                keys.indices.first { index in
                    !used.contains(index) && keys[index] == key
                        && (group == nil || groups == nil
                            || (groups ?? []).indices.contains(index) && groups?[index] == group)
                }
                ?? upperKeys?.indices.first {
                    !used.contains($0) && upperKeys?[$0] == key
                        && (!keys.indices.contains($0) || spanning.contains(keys[$0]))
                }
            guard let place else { return nil }
            used.insert(place)
            found.append((column, place))
        }
        guard !found.isEmpty else { return nil }
        let unknown = keys.indices.contains { !used.contains($0) && !spanning.contains(keys[$0]) }
        guard !unknown else { return nil }
        var next = (used.max() ?? 0) + 1
        for column in rule.columns where column.header.isEmpty {
            found.append((column, next))
            next += 1
        }
        return found
    }

    /// Headings that span columns, written over each of them.
    private static func filled(_ keys: [String]) -> [String] {
        var last = ""
        return keys.map { key in
            if !key.isEmpty { last = key }
            return last
        }
    }
}

extension TableRule {
    /// Whether only the headings over several columns tell some of them apart.
    var hasHeadingsInGroups: Bool {
        let grouped = columns.filter { $0.group != nil }
        return Set(grouped.map { HeadingKey.key($0.header) }).count < grouped.count
    }

    /// The headings that stand above several columns.
    var groups: [String] { Array(Set(columns.compactMap(\.group))).sorted() }
}
