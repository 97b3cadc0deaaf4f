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
        var widest = rule.leastGap
        while index < document.lines.count, entries.count < rule.rows ?? .max,
            let (entry, next) = entry(at: index)
        {
            if !entries.isEmpty { widest = max(widest, document.blanks(at: index)) }
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
        if entries.count == rule.rows, document.blanks(at: index) <= widest,
            let (entry, _) = entry(at: index)
        {
            table.surplusRow = ReadRow(name: entry.name[0], line: entry.first, cells: [])
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
            guard CellContent(number: amount).number != nil, name.contains(where: \.isLetter),
                found.isEmpty || !amount.hasPrefix("0")
            else { continue }
            found.append((name, amount))
        }
        return found
    }

    /// Which way of each row makes the rows add up to the sum; `nil` for rows that stay open.
    ///
    /// The longest amounts are taken if the sum holds with them, else the only other combination with
    /// which it does, where the numbers that it leaves to names may be theirs: sums are printed wrong by
    /// round thousands, too. Where none does, rows are left open whose names may end in a number.
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
        // The sum row's name ends in no number.
        for place in open where place < entries.count - 1 {
            guard let first = numbers[place].first.flatMap({ $0 }) else { continue }
            for (way, number) in numbers[place].enumerated().dropFirst() {
                // A smaller amount leaves a larger gap.
                let change = number.flatMap { $0.subtracting(first) }
                if let change { moves.append(Move(place: place, way: way, change: change)) }
            }
        }
        for count in 1...Self.shorterAmounts {
            guard let holding = Self.combinations(of: count, moves, reaching: gap) else { break }
            guard let only = holding.first else { continue }
            // A sum is printed wrong by a part of itself; by more than all of it only if rows were misread.
            let isFarOff = (ScaledDecimal(0).subtracting(gap) ?? gap) > printed
            let areNumbered = only.allSatisfy {
                Self.mayBeNumbered(entries[$0.place].name[$0.way])
            }
            if holding.count == 1, areNumbered || isFarOff {
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

    /// The longest amounts where no sum tells, but for rows whose names may end in a number.
    private func unequivocal(_ entries: [Entry]) -> [Int?] {
        entries.map { entry in
            if rule.isSum(entry.name[0]) { return 0 }
            let mayBeNumbered = entry.name.dropFirst().contains(where: Self.mayBeNumbered)
            return mayBeNumbered || Self.endsInNumber(entry.name[0]) ? nil : 0
        }
    }

    /// Words behind which names are numbered.
    private static let numbering: Set<String> = [
        "avtal", "blad", "del", "delmål", "enhet", "etapp", "fas", "grupp", "insats", "kapitel",
        "kvartal",
        "mål", "nivå", "nr", "nummer", "område", "omgång", "punkt", "steg", "team", "tertial",
        "version",
        "år", "åtgärd", "årskurs", "§",
    ]

    /// Whether a name ends in a number that may be its own: behind such a word, or behind capitals (`ESF 100`).
    private static func mayBeNumbered(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        guard let number = words.lastIndex(where: { Numeral($0) == nil }), number + 1 < words.count
        else { return false }
        var word = words[number]
        while let last = word.last, !last.isLetter, last != "§" { word.removeLast() }
        return numbering.contains(word.lowercased())
            || word.count > 1 && word.allSatisfy { $0.isUppercase || $0.isNumber }
    }

    /// Whether the last word of a name is a number that could be the beginning of an amount.
    private static func endsInNumber(_ name: String) -> Bool {
        guard let word = name.split(separator: " ").last else { return false }
        return Numeral(word) != nil && word.unicodeScalars.count <= 3
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
