/// Turns words with their places into lines with cells.
///
/// A line of the result is a line of the page, or the room between two. Rows of tables are written with
/// tabs; what was joined to another line leaves a joined one.
enum LayoutText {
    /// Reads the output of pdftotext.
    /// - Throws: ``DocumentFault`` with `noText` or `outOfBounds`.
    static func lines(
        _ utf8: [UInt8], _ limits: DocumentLimits
    ) throws(DocumentFault) -> [PrintedLine] {
        var lines: [LayoutLine] = []
        var page = 0
        try WordBoxes.each(utf8) { words throws(DocumentFault) in
            page += 1
            lines += PageLines.lines(words, page: page)
            guard lines.count <= limits.lines else { throw .outOfBounds(line: limits.lines) }
        }
        return try Self.lines(lines, limits)
    }

    /// Finds the tables among lines.
    /// - Throws: ``DocumentFault`` with `noText` or `outOfBounds`.
    static func lines(
        _ lines: [LayoutLine], _ limits: DocumentLimits
    ) throws(DocumentFault) -> [PrintedLine] {
        guard lines.contains(where: { !$0.isBlank }) else { throw .noText }
        var writer = LineWriter(limits)
        for line in printed(lines) { try writer.write(line) }
        return writer.lines
    }

    private static func printed(_ all: [LayoutLine]) -> [PrintedLine] {
        var printed = all.map { PrintedLine($0.plain, page: $0.page) }
        // Running headers and footers stand near tables and belong to none.
        let (_, recurring) = PageEdges.find(zip(all, printed).map { ($0.page, $1.text) })
        var lines = all
        for index in recurring where !isHeading(all, index) {
            lines[index] = LayoutLine([], page: all[index].page)
        }
        var last: (table: LayoutTable, block: Range<Int>)?
        var index = 0
        var passed = 0
        while index < lines.count {
            guard lines[index].isWide else {
                index += 1
                continue
            }
            let block = LayoutBlock.range(lines, from: index, after: passed)
            index = block.upperBound
            passed = index
            guard let table = LayoutTable(lines, block) else { continue }
            let goesOn = last.map { Self.goesOn($0.table, $0.block, table, block, lines) } ?? false
            let hasHeading = table.heading.last.map { row in
                row.cells.count { !$0.isEmpty } > 1
            }
            guard hasHeading == true || goesOn else { continue }
            for line in block {
                printed[line] = PrintedLine("", page: lines[line].page, isJoined: true)
            }
            if goesOn, let last {
                // Neither the page's edge nor the heading that is printed again ends the table.
                for line in last.block.upperBound..<block.lowerBound where lines[line].isBlank {
                    printed[line].isJoined = true
                }
            }
            let heading = goesOn ? [] : table.heading
            for row in heading + table.rows {
                let text = row.cells.joined(separator: "\t")
                printed[row.line] = PrintedLine(text, page: lines[row.line].page)
            }
            last = (table, block)
        }
        return printed
    }

    /// Whether a line is the heading of a table that is printed again on each page: rows as wide follow it.
    private static func isHeading(_ lines: [LayoutLine], _ index: Int) -> Bool {
        guard lines[index].isWide,
            let next = lines[(index + 1)...].first(where: { !$0.isBlank }),
            next.page == lines[index].page, next.isData
        else { return false }
        return abs(next.segments.count - lines[index].segments.count) <= 1
    }

    /// Whether a table goes on from the page before: under the same heading, or under none.
    private static func goesOn(
        _ before: LayoutTable, _ first: Range<Int>, _ table: LayoutTable, _ second: Range<Int>,
        _ lines: [LayoutLine]
    ) -> Bool {
        guard lines[second.lowerBound].page == lines[first.lowerBound].page + 1,
            before.width == table.width
        else { return false }
        // Running headers, footers and page numbers may stand between, and nothing else.
        let between = lines[first.upperBound..<second.lowerBound].count { !$0.isBlank }
        guard between <= 4 else { return false }
        return table.heading.isEmpty || before.heading.map(\.cells) == table.heading.map(\.cells)
    }
}

/// Finds the lines that belong to one table.
enum LayoutBlock {
    /// How many blank lines may stand between two lines of a table.
    private static let gap = 3
    /// How far words may hang over the edge of a column, in tenths of a point.
    private static let slack = 60
    /// How many lines of a heading may stand over the first that has several segments.
    private static let depth = 3

    /// The lines of the table that the line at an index belongs to, none before a floor.
    static func range(
        _ lines: [LayoutLine], from index: Int, after floor: Int
    ) -> Range<Int> {
        var end = index + 1
        var boundary = lines[index].segments[1].start
        var hasData = lines[index].isData
        var blanks = 0
        // How far the rows so far stand from each other.
        var gaps: [Int] = []
        var next = end
        while next < lines.count, lines[next].page == lines[index].page {
            let line = lines[next]
            if line.isBlank {
                blanks += 1
                guard blanks <= gap else { break }
                next += 1
                continue
            }
            if line.isWide {
                // Words alone after rows and a gap are the heading of another table, unless all rows have
                // such gaps.
                let isSpaced = gaps.count > 1 && gaps.allSatisfy { $0 >= blanks }
                guard blanks == 0 || line.isData || !hasData || isSpaced else { break }
                if line.isData { gaps.append(blanks) }
                boundary = min(boundary, line.segments[1].start)
                hasData = hasData || line.isData
            } else {
                let isBefore =
                    next + 1 < lines.count && lines[next + 1].isData
                    && lines[next + 1].page == line.page && hasData
                guard blanks == 0 || isBefore, fits(line, boundary) else { break }
            }
            next += 1
            end = next
            blanks = 0
        }
        // What stands under the last row is not of the table, unless it goes on from it.
        while end > index + 1, !lines[end - 1].isWide, let only = lines[end - 1].segments.first,
            only.end <= boundary, !only.goesOn,
            !NameEnding.isOpen(lines[end - 2].segments.first?.text ?? "")
        {
            end -= 1
        }
        while end > index + 1, lines[end - 1].isBlank { end -= 1 }
        return start(lines, from: index, after: floor)..<end
    }

    /// The first line of a heading whose upper lines have words over later columns only.
    private static func start(
        _ lines: [LayoutLine], from index: Int, after floor: Int
    ) -> Int {
        var start = index
        let second = lines[index].segments[1].start
        while start > floor, index - start < depth, lines[start - 1].page == lines[index].page,
            let only = lines[start - 1].segments.first, lines[start - 1].segments.count == 1,
            only.start >= second - slack, !lines[index].isData
        {
            start -= 1
        }
        return start
    }

    /// Whether a line's only words stand on one side of where the second column begins.
    private static func fits(_ line: LayoutLine, _ boundary: Int) -> Bool {
        guard let only = line.segments.first else { return false }
        return only.end <= boundary || only.start >= boundary - slack
    }
}
