internal import Diagnostics
internal import Indicators

/// Reads the rows under a heading set with blanks: names that wrap, cells on the same line or after
/// a blank one, empty cells as empty texts between single blanks.
struct SpacedRows {
    let rule: TableRule
    let heading: SpacedHeading
    let document: ReportDocument
    /// The kommuner that rows may name, the longest first.
    var municipalities: [String] = []
    /// What a search may still read; `nil` where the table is declared.
    var budget: SearchBudget?

    /// A name wraps over no more lines than this.
    private static let nameLines = 8
    /// No line that ends in cells has more words than this.
    private static let lineWords = 200
    /// Blank lines between a name and its cells, at most.
    static let gap = 4

    /// A row and the index after its last line.
    struct Found {
        var row: Result<ReadRow, Diagnostic>
        var next: Int
    }

    /// Reads until the declared number of rows, or until the table ends.
    func read() -> ReadTable {
        let lines = document.lines
        var table = ReadTable(
            rule: rule,
            lines: lines[heading.lines.lowerBound].number...lines[heading.lines.upperBound].number,
            columns: heading.figures)
        var index = heading.lines.upperBound + 1
        var widest = rule.leastGap
        while table.rowCount < rule.rows ?? .max, budget?.isSpent != true,
            let found = row(at: index)
        {
            if table.rowCount > 0 { widest = max(widest, document.blanks(at: index)) }
            index = found.next
            switch found.row {
            case .success(let row): table.rows.append(row)
            case .failure(let diagnostic): table.rejects.append(diagnostic)
            }
            table.lines = table.lines.lowerBound...lines[index - 1].number
        }
        table.surplusRow = surplusRow(at: index, table, widest)
        return table
    }

    func row(at start: Int) -> Found? {
        let lines = document.lines
        var index = start
        var name: [String] = []
        var first: Int?
        var gap = 0
        while index < lines.count, name.count <= Self.nameLines {
            let line = lines[index]
            if line.isPassedOver {
                index += 1
                continue
            }
            if line.isBlank {
                gap += 1
                guard gap <= Self.gap else { return nil }
                index += 1
                continue
            }
            guard !line.isTabbed else { return nil }
            if !name.isEmpty, let found = cells(at: index, name, first ?? index) { return found }
            // After a gap only cells may follow a name; other words begin another paragraph.
            if gap > 0, !name.isEmpty { return nil }
            if let found = tail(at: index, name, first ?? index) { return found }
            name.append(line.text)
            first = first ?? index
            gap = 0
            index += 1
        }
        return nil
    }

    /// Reads a line, or a few, that hold nothing but cells.
    private func cells(at index: Int, _ name: [String], _ first: Int) -> Found? {
        guard mayBeCells(index), let lead = lead(HeadingKey.joined(name)) else { return nil }
        for last in index..<min(index + 4, document.lines.count) {
            guard var text = text(index, last) else { return nil }
            var splits = text.splits()
            if splits.isEmpty, let wide = text.wide(), wide.name.isEmpty { splits = [wide.split] }
            // What stands under cells belongs to them, and not to a name.
            splits.removeAll { $0.cells.allSatisfy(\.isEmpty) && lead.hasCells }
            var ways = splits.map {
                RowWay(lead: lead, split: $0, lines: text.lines(of: $0, from: 0))
            }
            ways += waysOfNumberedName(name, above: index, &text)
            if let found = choose(ways, first, last) { return found }
        }
        return nil
    }

    /// The ways in which the first numbers of a line of cells are the end of the name right above it:
    /// names wrap before `Team 4` as well as before any other word of theirs.
    private func waysOfNumberedName(
        _ name: [String], above index: Int, _ text: inout RowText
    ) -> [RowWay] {
        guard index > 0, !document.lines[index - 1].isBlank else { return [] }
        var ways: [RowWay] = []
        for cut in 1...RowLead.numbersAtEnd where cut < text.words.count {
            let numbers = text.words[..<cut]
            guard numbers.allSatisfy({ $0.first?.isNumber == true }),
                let lead = lead(HeadingKey.joined(name + [numbers.joined(separator: " ")])),
                !lead.endsInCell
            else { break }
            ways += text.splits(from: cut).filter { $0.padding == 0 && !$0.needsArithmetic }.map {
                RowWay(lead: lead, split: $0, lines: text.lines(of: $0, from: cut))
            }
        }
        return ways
    }

    /// Whether a line may hold cells and nothing else; most hold words, which is seen at a glance.
    ///
    /// A line with `I` alone is the beginning of a name rather than a cell.
    func mayBeCells(_ index: Int) -> Bool {
        let words = document.lines[index].text.split(separator: " ")
        guard let first = words.first else { return false }
        return
            (RowText.mayBeginCells(first)
            || heading.allowsFlags && FollowUp.tertial(first) != nil)
            && !words.allSatisfy { LookAlike.isLetters($0) }
    }

    /// Reads a line whose end holds the cells.
    private func tail(at index: Int, _ name: [String], _ first: Int) -> Found? {
        for last in index..<min(index + 3, document.lines.count) {
            guard let word = document.lines[last].text.split(separator: " ").last,
                RowText.mayEndRow(word)
            else { return nil }
            guard var text = text(index, last) else { return nil }
            let words = text.words
            guard words.count <= Self.lineWords else { return nil }
            var ways: [RowWay] = []
            for cut in words.indices.dropFirst() where !words[cut - 1].isEmpty {
                let splits = text.splits(from: cut)
                guard !splits.isEmpty,
                    !words[cut...].allSatisfy({ BlankScalar.trimmed($0).isEmpty })
                else { continue }
                let whole = HeadingKey.joined(name + [words[..<cut].joined(separator: " ")])
                guard let lead = lead(whole) else { continue }
                ways += splits.map {
                    RowWay(lead: lead, split: $0, lines: text.lines(of: $0, from: cut))
                }
                // More ways make the row no less ambiguous.
                if ways.count > RowChoice.maximumWays { break }
            }
            if ways.isEmpty, let wide = text.wide(),
                let lead = lead(HeadingKey.joined(name + [wide.name]))
            {
                let lines = text.lines(of: wide.split, from: words.count)
                ways = [RowWay(lead: lead, split: wide.split, lines: lines)]
            }
            if let found = choose(ways, first, last) { return found }
            // Words that wrap are tried whole above; only cells wrap further.
            guard let ending = words.last(where: { !$0.isEmpty }), endsInCell(ending) else {
                return nil
            }
        }
        return nil
    }

    private func endsInCell(_ word: String) -> Bool {
        CellContent(number: word) != .unreadable
    }

    /// The words before the cells, told apart; `nil` where they name no row.
    private func lead(_ text: String) -> RowLead? {
        if rule.kind == .series, PeriodWords.year(text) == nil { return nil }
        return RowLead(
            text, columns: heading.lead, municipalities: municipalities,
            mayBeYear: rule.kind == .series)
    }
}
