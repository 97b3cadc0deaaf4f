internal import Diagnostics
internal import DocumentText

/// Which lines are a row, and which of the ways to part them is meant.
extension SpacedRows {
    /// The text of lines of one paragraph; `nil` when one of them is blank.
    func text(_ first: Int, _ last: Int) -> RowText? {
        let lines = document.lines[first...last]
        guard lines.allSatisfy({ !$0.isBlank && !$0.isPassedOver && !$0.isTabbed }) else {
            return nil
        }
        let text = RowText(
            lines.map { (document.cellText($0), $0.number) }, heading: heading,
            // Where blanks come from the places of words none is cut off.
            hasTrailingBlanks: document.hasTrailingBlanks || document.kind == .pdf)
        budget?.take(text.words.count)
        return text
    }

    /// Chooses among the ways to part lines; `nil` where they are no row, or not all of its name.
    func choose(_ ways: [RowWay], _ first: Int, _ last: Int) -> Found? {
        budget?.take(4 * ways.count)
        let useful = ways.filter(\.saysAnything)
        guard !useful.isEmpty else { return nil }
        let line = document.lines[first].number
        if cellsGoOn(after: last) { return beforeNumber(useful, first, last) }
        switch RowWay.choose(useful, rule, heading.figures) {
        case .none: return nil
        case .ambiguous(let splits):
            if nameGoesOn(useful[0], after: last) { return nil }
            let place = useful[0].lines.first ?? line
            let reject = RowReject.ambiguous(
                useful[0].lead.name, splits, .file(path: document.path, line: place))
            return Found(row: .failure(reject), next: afterFlags(last + 1))
        case .chosen(let way, let contents):
            if nameGoesOn(way, after: last) { return nil }
            if let doubt = way.doubt(heading.figures, contents) {
                let reject = RowReject.doubtful(
                    way.lead.name, doubt, way.split, .file(path: document.path, line: line))
                return Found(row: .failure(reject), next: afterFlags(last + 1))
            }
            let next = afterFlags(last + 1)
            let rest = next == last + 1 ? restOfName(at: next, below: way.lead.name) : []
            var row = read(way, contents, line)
            row.name = HeadingKey.joined([way.lead.name] + rest)
            let place = SourceLocation.file(path: document.path, line: line)
            if let fault = RowReject.name(row.name, isNamed: true, hasFigures: true, place) {
                return Found(row: .failure(fault), next: next + rest.count)
            }
            return Found(row: .success(row), next: next + rest.count)
        }
    }

    /// A row that is whole before a line with a number of one to three digits: that of a page, or its last cell.
    ///
    /// Where the sums say that the row is whole the number is none of its cells; else nobody can tell.
    private func beforeNumber(_ ways: [RowWay], _ first: Int, _ last: Int) -> Found? {
        let below = document.lines[last + 1].text.split(whereSeparator: \.isWhitespace)
        let whole = ways.filter { $0.split.padding == 0 && !$0.split.needsArithmetic }
        guard below.count == 1, below[0].utf8.count <= 3,
            below[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }), !whole.isEmpty
        else { return nil }
        let line = document.lines[first].number
        if case .chosen(let way, let contents) = RowWay.choose(whole, rule, heading.figures),
            way.isProved(heading.figures, contents)
        {
            return Found(row: .success(read(way, contents, line)), next: last + 2)
        }
        if isProved(first, last + 1) { return nil }
        let reject = RowReject.ambiguous(
            whole[0].lead.name, whole.map(\.split), .file(path: document.path, line: line))
        return Found(row: .failure(reject), next: last + 2)
    }

    /// Whether lines can be parted into cells with which the sums hold.
    private func isProved(_ first: Int, _ last: Int) -> Bool {
        let relations = RowRelation.all(of: heading.figures)
        guard !relations.isEmpty, var text = text(first, last) else { return false }
        return text.words.indices.dropFirst().contains { cut in
            text.splits(from: cut).contains { split in
                let contents = split.cells.map { CellContent(number: $0) }
                return split.padding == 0
                    && relations.allSatisfy { ($0.error(contents) ?? .max) <= 1 }
            }
        }
    }

    private func read(_ way: RowWay, _ contents: [CellContent], _ line: Int) -> ReadRow {
        var row = ReadRow(name: way.lead.name, line: line, cells: [])
        row.code = way.lead.code
        row.municipality = way.lead.municipality
        row.cells = way.split.cells.indices.map {
            ReadCell(printed: way.split.cells[$0], line: way.lines[$0], content: contents[$0])
        }
        row.flags = way.split.flags
        row.period = PeriodWords.year(way.lead.name)
        row.isSum = rule.isSum(way.lead.name)
        return row
    }

    /// Lines below the cells that go on the name, where nothing else stands before the cells.
    private func restOfName(at index: Int, below name: String) -> [String] {
        rule.kind == .series || heading.lead.count > 1
            ? [] : document.restOfName(at: index, below: name)
    }

    /// Whether the line below holds cells and nothing else, which are of this row since none has no name.
    private func cellsGoOn(after last: Int) -> Bool {
        guard last + 1 < document.lines.count else { return false }
        let line = document.lines[last + 1]
        guard !line.isBlank, !line.isPassedOver, !line.isTabbed, mayBeCells(last + 1) else {
            return false
        }
        var words = line.text.split(separator: " ")
        while let flag = words.last, FollowUp.tertial(flag) != nil { words.removeLast() }
        return !words.isEmpty
            && words.allSatisfy {
                CellContent(number: $0) != .unreadable || RowSplitter.units.contains(String($0))
            }
    }

    /// Whether what reads as few cells is the middle of a name: a word goes on below it, or the cells
    /// stand there.
    func nameGoesOn(_ way: RowWay, after last: Int) -> Bool {
        let split = way.split
        guard split.flags.isEmpty, split.padding > 0 || split.cells.count < 3 else { return false }
        let lines = document.lines
        guard
            let next = lines[min(last + 1, lines.count)...].firstIndex(where: {
                !$0.isBlank && !$0.isPassedOver
            }), !lines[next].isTabbed
        else { return false }
        if next == last + 1, let start = lines[next].text.first(where: { $0 != " " }),
            start.isLowercase || start == "(",
            let ending = lines[next].text.split(separator: " ").last
        {
            // What begins small and has cells of its own may be a row, as "varav nya 12" is; then only
            // years are words of a name, and numbers after a word that no name ends with: "per 10 000".
            let printed = split.cells.filter { !$0.isEmpty }
            if !RowText.mayEndRow(ending) || printed.allSatisfy({ PeriodWords.year($0) != nil })
                || split.padding > 0 && isWhole(next) || NameEnding.isOpen(way.lead.name)
            {
                return true
            }
        }
        if split.padding > 0, cellsStandBelow(last) { return true }
        // Cells must have a name, which only this can be.
        guard next <= last + 1 + Self.gap, mayBeCells(next), var text = text(next, next) else {
            return false
        }
        return text.splits().contains { $0.padding <= split.padding && !$0.cells[0].isEmpty }
    }

    /// Whether words without cells follow at once, and behind a gap all the cells of a row, whose name they end.
    private func cellsStandBelow(_ last: Int) -> Bool {
        let lines = document.lines
        var index = last + 1
        while index < lines.count, index <= last + 4, !lines[index].isBlank, !lines[index].isTabbed,
            let ending = lines[index].text.split(separator: " ").last, !RowText.mayEndRow(ending)
        {
            index += 1
        }
        let gap = document.blanks(at: index)
        guard index > last + 1, gap > 0, gap <= Self.gap else { return false }
        while index < lines.count, lines[index].isBlank || lines[index].isPassedOver { index += 1 }
        guard index < lines.count, mayBeCells(index), var text = text(index, index) else {
            return false
        }
        return text.splits().contains { $0.padding == 0 }
    }

    /// Whether a line ends with every cell of a row behind a word.
    private func isWhole(_ index: Int) -> Bool {
        guard var text = text(index, index) else { return false }
        return text.words.indices.dropFirst().contains { cut in
            text.splits(from: cut).contains {
                $0.padding == 0 && $0.cells.allSatisfy { !$0.isEmpty }
            }
        }
    }

    /// The index after words of follow-up that stand on lines of their own.
    func afterFlags(_ start: Int) -> Int {
        var index = start
        while heading.allowsFlags, index < document.lines.count, !document.lines[index].isBlank,
            FollowUp.tertials(document.lines[index].text) != nil
        {
            index += 1
        }
        return index
    }
}
