/// A table of a page, its heading and rows on one line each.
struct LayoutTable {
    /// A line of the table.
    struct Row: Equatable {
        /// The index of the line on which it is written.
        var line: Int
        /// The cells.
        var cells: [String]
    }

    /// The headings over several columns and the heading, in this order.
    private(set) var heading: [Row] = []
    /// The rows.
    private(set) var rows: [Row] = []
    /// How many columns there are.
    let width: Int

    /// More lines than this no heading has.
    private static let longestHeading = 30
    /// More bytes than this no row has that lines are still joined to.
    private static let longestRow = 4_000

    private let lines: [LayoutLine]
    private let columns: LayoutColumns
    /// Whether blank lines stand between the rows.
    private let isSpaced: Bool

    /// Reads a block of lines as a table; nil when none of them has figures, or it is larger than tables are.
    ///
    /// - Parameters:
    ///   - lines: All lines of the document.
    ///   - block: The indices of those that belong together.
    init?(_ lines: [LayoutLine], _ block: Range<Int>) {
        // A row may have no figure; what ends in a tertial first of all is a heading.
        let head = block.first { lines[$0].isWide }
        let data = block.filter { index in
            lines[index].isData
                || index != head && lines[index].endsInFollowUp
                    && lines[index].segments.count < (head.map { lines[$0].segments.count } ?? 0)
        }
        guard let first = data.first else { return nil }
        var over = (block.lowerBound..<first).filter { !lines[$0].isBlank }
        guard over.count <= Self.longestHeading else { return nil }
        columns = LayoutColumns(data: data.map { lines[$0] }, heading: over.map { lines[$0] })
        guard columns.count > 1, block.count * columns.count <= CellGrid.maximumCells else {
            return nil
        }
        width = columns.count
        self.lines = lines
        let pairs = zip(data, data.dropFirst())
        let gaps = pairs.count { $0 + 1 < $1 && lines[($0 + 1)..<$1].contains(where: \.isBlank) }
        isSpaced = gaps * 2 > data.count - 1
        // The name of the first row may begin over its figures, below the heading.
        var start = first
        let name = columns.cells(lines[first])[0]
        let goesOn = name.isEmpty || lines[first].segments.first?.goesOn == true
        while goesOn, over.count > 1, let last = over.last, last == start - 1,
            lines[last].segments.count == 1, !columns.cells(lines[last])[0].isEmpty
        {
            over.removeLast()
            start = last
        }
        readHeading(over)
        readRows(start..<block.upperBound)
    }

    /// Joins the lines of the heading, but for those that stand over several columns.
    private mutating func readHeading(_ over: [Int]) {
        var cells = Array(repeating: "", count: width)
        var line: Int?
        for (place, index) in over.enumerated() {
            let most = over[(place + 1)...].map { lines[$0].segments.count }.max() ?? 0
            // The cells of a heading may stand nearer each other than those of its rows.
            let printed =
                lines[index].segments.count < width
                ? lines[index].parted(into: width) ?? lines[index] : lines[index]
            if line == nil, let group = columns.group(printed, over: most) {
                heading.append(Row(line: index, cells: group))
            } else {
                Self.join(columns.cells(printed), to: &cells)
                line = line ?? index
            }
        }
        guard let line else { return }
        // A heading of groups and the heading below it must follow each other.
        let after = heading.last.map { $0.line + 1 } ?? line
        heading.append(Row(line: after, cells: cells))
    }

    private mutating func readRows(_ range: Range<Int>) {
        let placed = range.map { lines[$0].isBlank ? [] : columns.cells(lines[$0]) }
        let pitch = LinePitch(
            zip(range, placed).filter { !$1.isEmpty }.map { index, cells in
                LinePitch.Line(
                    page: lines[index].page, middle: lines[index].middle, name: cells[0],
                    isOfCells: lines[index].isData || lines[index].endsInFollowUp,
                    goesOn: lines[index].segments.first?.goesOn == true)
            })
        var pending: [Row] = []
        var current: Row?
        var gap = 0
        var above: LayoutLine?
        for (index, cells) in zip(range, placed) {
            guard !cells.isEmpty else {
                gap += 1
                continue
            }
            let isOfRow = above.flatMap { pitch.isOfRow($0, lines[index]) }
            above = lines[index]
            let goesOn =
                isOfRow
                ?? (isSpaced || cells[0].isEmpty || lines[index].segments.first?.goesOn == true)
            if gap == 0, goesOn, pending.isEmpty, let row = current,
                goOnInside(cells, below: row.cells)
                    || isOfRow == true && !Self.canJoin(cells, to: row.cells)
            {
                current = Row(line: row.line, cells: Self.wrapped(row.cells, cells))
            } else if isOfRow == true, pending.isEmpty, var row = current {
                Self.join(cells, to: &row.cells)
                current = row
            } else if lines[index].isData {
                var row = Row(line: index, cells: cells)
                if gap == 0, goesOn, let before = pending.popLast() {
                    // The first part of a name whose cells stand lower.
                    row.cells = before.cells
                    Self.join(cells, to: &row.cells)
                }
                if let current { rows.append(current) }
                rows += pending
                pending = []
                current = row
            } else if gap == 0, goesOn, let row = pending.last, Self.canJoin(cells, to: row.cells) {
                Self.join(cells, to: &pending[pending.count - 1].cells)
            } else if gap == 0, goesOn, pending.isEmpty, let row = current,
                Self.canJoin(cells, to: row.cells)
            {
                var joined = row
                Self.join(cells, to: &joined.cells)
                current = joined
            } else {
                pending.append(Row(line: index, cells: cells))
            }
            gap = 0
        }
        if let current { rows.append(current) }
        rows += pending
    }

    /// Whether no number would be joined to another, nor a row grow without end.
    private static func canJoin(_ more: [String], to cells: [String]) -> Bool {
        cells.reduce(0) { $0 + $1.utf8.count } <= longestRow
            && !zip(cells, more).contains { NumberShape.isNumber($0) && NumberShape.isNumber($1) }
    }

    /// Whether numbers that wrap in their cells go on: each figure is a group of thousands below a number.
    private func goOnInside(_ more: [String], below cells: [String]) -> Bool {
        let figures = more.indices.dropFirst().filter { NumberShape.isNumber(more[$0]) }
        guard !figures.isEmpty,
            figures.allSatisfy({
                NumberShape.isGroup(more[$0]) && NumberShape.isNumber(cells[$0])
            })
        else { return false }
        // A row of its own has a name, and as a rule as many figures as the one above.
        return isSpaced || more[0].isEmpty
            || figures.count < cells.dropFirst().count { NumberShape.isNumber($0) }
    }

    /// The cells of a row whose numbers wrap: each with a sign between its lines that no number holds, since
    /// two numbers may stand there as well as one.
    private static func wrapped(_ cells: [String], _ more: [String]) -> [String] {
        var joined = cells
        for (column, text) in more.enumerated() where !text.isEmpty {
            let isNumber = column > 0 && NumberShape.isNumber(text)
            let sign = cells[column].isEmpty ? "" : isNumber ? "\u{21B5}" : " "
            joined[column] += sign + text
        }
        return joined
    }

    private static func join(_ more: [String], to cells: inout [String]) {
        for (column, text) in more.enumerated() where !text.isEmpty {
            cells[column] = cells[column].isEmpty ? text : cells[column] + " " + text
        }
    }
}
