internal import Diagnostics
internal import Indicators

/// Reads names with an amount each and a sum at the end, set without a heading of columns.
struct AmountRows {
    let rule: TableRule
    let document: ReportDocument
    /// The index of the line after which the rows begin.
    let start: Int

    /// No amount has more words than this, its unit among them.
    private static let amountWords = 14
    /// So many rows may have names that end in numbers.
    private static let shorterAmounts = 3
    /// No more combinations of amounts than this are tried.
    private static let maximumSteps = 50_000
    /// An entry longer than this is running text; in bytes.
    private static let entryLength = 4_000

    /// A row with every way to tell its amount from the end of its name.
    private struct Entry {
        var name: [String]
        var amounts: [String]
        var first: Int
        var line: Int
    }

    /// Reads until the sum row; `nil` when no row follows.
    func read() -> ReadTable? {
        var entries: [Entry] = []
        var index = start
        while index < document.lines.count, entries.count < rule.rows ?? .max,
            let (entry, next) = entry(at: index)
        {
            entries.append(entry)
            index = next
            if rule.isSum(entry.name.last ?? "") { break }
        }
        guard let first = entries.first, let last = entries.last else { return nil }
        let column = rule.figures.first ?? ColumnRule(header: "")
        var table = ReadTable(
            rule: rule, lines: first.first...max(last.line, first.first), columns: [column])
        let choices = choose(entries)
        for (entry, choice) in zip(entries, choices) {
            guard let choice else {
                let splits = entry.amounts.map { RowSplitter.Split(cells: [$0]) }
                table.rejects.append(
                    RowReject.ambiguous(
                        entry.name[0], splits, .file(path: document.path, line: entry.line)))
                continue
            }
            var row = ReadRow(name: entry.name[choice], line: entry.first, cells: [])
            row.isSum = rule.isSum(row.name)
            row.cells = [
                ReadCell(
                    printed: entry.amounts[choice], line: entry.line,
                    content: CellContent(number: entry.amounts[choice]))
            ]
            table.rows.append(row)
        }
        return table
    }

    /// The next paragraph that ends with an amount.
    private func entry(at start: Int) -> (Entry, Int)? {
        let lines = document.lines
        var index = start
        var parts: [String] = []
        var length = 0
        var first = 0
        while index < lines.count, parts.count < 8 {
            let line = lines[index]
            if line.isPassedOver || (line.isBlank && parts.isEmpty) {
                index += 1
                continue
            }
            length += line.text.utf8.count
            guard !line.isBlank, length <= Self.entryLength else { return nil }
            if parts.isEmpty { first = line.number }
            parts.append(line.text.split(separator: "\t").joined(separator: " "))
            index += 1
            let text = HeadingKey.joined(parts)
            let ways = amounts(text)
            if !ways.isEmpty {
                return (
                    Entry(
                        name: ways.map(\.name), amounts: ways.map(\.amount), first: first,
                        line: line.number), index
                )
            }
        }
        return nil
    }

    /// The ways to cut an amount off the end, the longest amount first.
    private func amounts(_ text: String) -> [(name: String, amount: String)] {
        let (_, unit) = CellContent.splitUnit(text)
        guard unit != nil, unit == rule.figures.first?.unit ?? rule.unit ?? unit else { return [] }
        let words = text.split(separator: " ").map(String.init)
        var found: [(name: String, amount: String)] = []
        for cut in max(words.count - Self.amountWords, 1)..<max(words.count, 1) {
            let amount = words[cut...].joined(separator: " ")
            let name = words[..<cut].joined(separator: " ")
            guard CellContent(number: amount).number != nil, name.contains(where: \.isLetter) else {
                continue
            }
            found.append((name, amount))
        }
        return found
    }

    /// Which way of each row makes the rows add up to the sum; `nil` for rows that stay open.
    ///
    /// The longest amounts are taken if the sum holds with them, else the only other combination with
    /// which it does. Where none does, a row whose name ends in words has one way only.
    private func choose(_ entries: [Entry]) -> [Int?] {
        let open = entries.indices.filter { entries[$0].amounts.count > 1 }
        let longest = entries.indices.map { _ in Optional(0) }
        guard !open.isEmpty else { return longest }
        // The sum row is known by its name, which is all that stands before its longest amount.
        guard entries.count > 1, let last = entries.last, rule.isSum(last.name.first ?? "") else {
            return unequivocal(entries)
        }
        let numbers = entries.map { $0.amounts.map { CellContent(number: $0).number } }
        // What is missing of the printed sum when every row has its longest amount.
        guard let printed = numbers.last?.first.flatMap({ $0 }),
            let sum = Self.sum(numbers.dropLast().map { $0.first.flatMap { $0 } }),
            let gap = printed.subtracting(sum)
        else { return unequivocal(entries) }
        if gap == ScaledDecimal(0) { return longest }
        var moves: [Move] = []
        for place in open {
            guard let first = numbers[place].first.flatMap({ $0 }) else { continue }
            for (way, number) in numbers[place].enumerated().dropFirst() {
                // A smaller sum leaves a smaller gap; a smaller amount a larger one.
                let change = number.flatMap {
                    place == entries.count - 1 ? first.subtracting($0) : $0.subtracting(first)
                }
                if let change { moves.append(Move(place: place, way: way, change: change)) }
            }
        }
        for count in 1...Self.shorterAmounts {
            guard let holding = Self.combinations(of: count, moves, reaching: gap) else { break }
            guard let only = holding.first else { continue }
            if holding.count == 1 {
                var choices = longest
                for move in only { choices[move.place] = move.way }
                return choices
            }
            // The sum holds either way: what one of them shortens and another does not stays open.
            var choices = unequivocal(entries)
            for move in holding.joined() { choices[move.place] = nil }
            return choices
        }
        return unequivocal(entries)
    }

    /// A shorter amount for a row, and how much of the gap to the sum it closes.
    private struct Move {
        var place: Int
        var way: Int
        var change: ScaledDecimal
    }

    /// The combinations of so many rows' moves that close a gap; `nil` where there are too many to try.
    private static func combinations(
        of count: Int, _ moves: [Move], reaching gap: ScaledDecimal
    ) -> [[Move]]? {
        var steps = 0
        var found: [[Move]] = []
        func descend(_ start: Int, _ left: ScaledDecimal, _ chosen: [Move]) {
            guard chosen.count < count else {
                if left == ScaledDecimal(0) { found.append(chosen) }
                return
            }
            for index in moves.indices[start...] where moves[index].place != chosen.last?.place {
                steps += 1
                guard steps <= maximumSteps, let rest = left.subtracting(moves[index].change) else {
                    return
                }
                descend(index + 1, rest, chosen + [moves[index]])
            }
        }
        descend(0, gap, [])
        return steps <= maximumSteps ? found : nil
    }

    /// The rows that have one way only, whatever the sum says.
    private func unequivocal(_ entries: [Entry]) -> [Int?] {
        entries.indices.map { nameEndsInWord(entries[$0], 0) ? 0 : nil }
    }

    /// Whether the name cannot lend its last word to the amount.
    private func nameEndsInWord(_ entry: Entry, _ way: Int) -> Bool {
        guard let word = entry.name[way].split(separator: " ").last else { return true }
        return Numeral(word) == nil || word.unicodeScalars.count > 3
    }

    private static func sum(_ numbers: [ScaledDecimal?]) -> ScaledDecimal? {
        var sum = ScaledDecimal(0)
        for number in numbers {
            guard let number, let next = sum.adding(number) else { return nil }
            sum = next
        }
        return sum
    }
}
