internal import Diagnostics
internal import Indicators

/// Reads the rows under a heading set with blanks: names that wrap, cells on the same line or after
/// a blank one, empty cells as empty texts between single blanks.
struct SpacedRows {
    let rule: TableRule
    let heading: SpacedHeading
    let document: ReportDocument
    /// What a search may still read; `nil` where the table is declared.
    var budget: SearchBudget?

    /// A name wraps over no more lines than this.
    private static let nameLines = 8
    /// No line that ends in cells has more words than this.
    private static let lineWords = 200

    /// A row and the index after its last line.
    private struct Found {
        var row: Result<ReadRow, Diagnostic>
        var next: Int
    }

    /// The ways to part a line into name and cells.
    private struct Candidate: Hashable {
        var name: String
        var split: RowSplitter.Split
    }

    /// Reads until the declared number of rows, or until the table ends.
    func read() -> ReadTable {
        let lines = document.lines
        var table = ReadTable(
            rule: rule,
            lines: lines[heading.lines.lowerBound].number...lines[heading.lines.upperBound].number,
            columns: heading.figures)
        var index = heading.lines.upperBound + 1
        while table.rowCount < rule.rows ?? .max, budget?.isSpent != true,
            let found = row(at: index)
        {
            index = found.next
            switch found.row {
            case .success(let row): table.rows.append(row)
            case .failure(let diagnostic): table.rejects.append(diagnostic)
            }
            table.lines = table.lines.lowerBound...lines[index - 1].number
        }
        return table
    }

    private func row(at start: Int) -> Found? {
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
                guard gap <= 4 else { return nil }
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
        // Most lines of a document are words, and seen to be none of these at a glance.
        guard let word = document.lines[index].text.split(separator: " ").first,
            RowText.mayBeginCells(word)
        else { return nil }
        let joined = HeadingKey.joined(name)
        for last in index..<min(index + 4, document.lines.count) {
            guard var text = text(index, last) else { return nil }
            let ways = text.splits().map { Candidate(name: joined, split: $0) }
            if let row = choose(ways, first: first, cells: index) {
                return Found(row: row, next: afterFlags(last + 1))
            }
        }
        return nil
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
            var ways: [Candidate] = []
            for cut in words.indices.dropFirst() where !words[cut - 1].isEmpty {
                let splits = text.splits(from: cut)
                guard !splits.isEmpty,
                    !words[cut...].allSatisfy({ BlankScalar.trimmed($0).isEmpty })
                else { continue }
                let whole = HeadingKey.joined(name + [words[..<cut].joined(separator: " ")])
                guard isName(whole) else { continue }
                ways += splits.map { Candidate(name: whole, split: $0) }
                // More ways make the row no less ambiguous.
                if ways.count > RowChoice.maximumWays { break }
            }
            if let row = choose(ways, first: first, cells: index) {
                return Found(row: row, next: afterFlags(last + 1))
            }
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

    private func isName(_ text: String) -> Bool {
        if rule.kind == .series { return PeriodWords.year(text) != nil }
        return text.contains(where: \.isLetter)
    }

    /// The text of lines of one paragraph; `nil` when one of them is blank.
    private func text(_ first: Int, _ last: Int) -> RowText? {
        let lines = document.lines[first...last]
        guard lines.allSatisfy({ !$0.isBlank && !$0.isPassedOver && !$0.isTabbed }) else {
            return nil
        }
        let text = RowText(
            lines.map(document.cellText).joined(separator: " "), heading: heading,
            hasTrailingBlanks: document.hasTrailingBlanks)
        budget?.take(text.words.count)
        return text
    }

    private func choose(
        _ ways: [Candidate], first: Int, cells index: Int
    ) -> Result<ReadRow, Diagnostic>? {
        let useful = ways.filter { way in
            way.split.cells.contains { !$0.isEmpty } || !way.split.flags.isEmpty
        }
        budget?.take(4 * ways.count)
        guard !useful.isEmpty else { return nil }
        let choice = RowChoice(relations: RowRelation.all(of: heading.figures))
        switch choice.choose(useful.map(\.split)) {
        case .none: return nil
        case .ambiguous(let splits):
            return .failure(
                RowReject.ambiguous(
                    useful[0].name, splits,
                    .file(path: document.path, line: document.lines[index].number)))
        case .chosen(let split, let contents):
            guard let way = useful.first(where: { $0.split == split }) else { return nil }
            let line = document.lines[index].number
            var row = ReadRow(name: way.name, line: document.lines[first].number, cells: [])
            row.cells = zip(split.cells, contents).map {
                ReadCell(printed: $0, line: line, content: $1)
            }
            row.flags = split.flags
            row.period = PeriodWords.year(way.name)
            row.isSum = rule.isSum(way.name)
            return .success(row)
        }
    }

    /// Passes over lines that hold words of follow-up only.
    private func afterFlags(_ start: Int) -> Int {
        var index = start
        while heading.allowsFlags, index < document.lines.count, !document.lines[index].isBlank,
            FollowUp.tertials(document.lines[index].text) != nil
        {
            index += 1
        }
        return index
    }
}
