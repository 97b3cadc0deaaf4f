/// The text of a row, ready to be parted into the cells of its table from any of its words.
struct RowText {
    /// The words, with an empty one between two blanks in a row.
    let words: [String]

    /// The number of the line on which each word stands.
    private let lines: [Int]
    /// How many cells the table has.
    private let count: Int
    /// Whether blanks at the end of the line may have been cut off, and empty cells with them.
    private let mayLackCells: Bool
    private var plain: RowSplitter
    private var bare: RowSplitter
    private var loose: RowSplitter

    /// Whether cells may begin with a word.
    ///
    /// Words that begin with a letter for a digit, such as `Indikatorer` and `och`, are looked at whole.
    static func mayBeginCells(_ word: some StringProtocol) -> Bool {
        guard let first = word.unicodeScalars.first else { return false }
        let folded = FlowText.fold(first)
        if folded == "-" || folded == "+" || BlankScalar.isBlank(first) { return true }
        guard let digit = LookAlike.digit(first) else { return false }
        return digit.isGenuine
            || Numeral(CellContent.splitUnit(String(word)).body, allowsLetterAlone: true) != nil
    }

    /// Whether a row may end with a word: one of a number, its unit, or a word of follow-up.
    static func mayEndRow(_ word: some StringProtocol) -> Bool {
        let lower = word.lowercased()
        return mayBeginCells(word) || RowSplitter.units.contains(lower)
            || RowSplitter.inhabitants.contains(lower) || FollowUp.tertial(word) != nil
    }

    /// Takes the lines of a row with their numbers.
    init(
        _ printed: [(text: String, number: Int)], heading: SpacedHeading, hasTrailingBlanks: Bool
    ) {
        var words: [String] = []
        var lines: [Int] = []
        for line in printed {
            let found = RowSplitter.words(line.text)
            words += found
            lines += Array(repeating: line.number, count: found.count)
        }
        self.words = words
        self.lines = lines
        count = heading.figures.count
        mayLackCells = !hasTrailingBlanks
        plain = RowSplitter(words, allowsFlags: heading.allowsFlags)
        var kept = words
        while let last = kept.last, BlankScalar.trimmed(last).isEmpty { kept.removeLast() }
        bare = RowSplitter(kept, allowsFlags: false)
        loose = RowSplitter(words, allowsFlags: heading.allowsFlags, allowsStrayBlanks: true)
    }

    /// Every way to part the text from a word on into the table's cells.
    ///
    /// Where blanks may have been cut off, the ways with fewer cells stand beside those with all.
    mutating func splits(from start: Int = 0) -> [RowSplitter.Split] {
        var found = plain.splits(from: start, into: count)
        if mayLackCells {
            // Empty cells of which some are printed and some cut off are the same cells.
            var known = Set(found.map(\.cells))
            for fewer in (1..<max(count, 2)).reversed() where fewer < count {
                for split in bare.splits(from: start, into: fewer) {
                    var padded = split
                    padded.padding = count - fewer
                    padded.cells += Array(repeating: "", count: padded.padding)
                    if known.insert(padded.cells).inserted { found.append(padded) }
                }
            }
        }
        if found.isEmpty { found = flagsAlone(from: start).map { [$0] } ?? [] }
        if found.isEmpty { found = loose.splits(from: start, into: count) }
        return found
    }

    /// Words of follow-up after a name whose cells are all empty, however many blanks stand for them.
    private func flagsAlone(from start: Int) -> RowSplitter.Split? {
        guard plain.allowsFlags, start == 0 else { return nil }
        let printed = words.filter { !$0.isEmpty }
        guard !printed.isEmpty, words.count - printed.count <= count else { return nil }
        var split = RowSplitter.Split(cells: Array(repeating: "", count: count))
        for word in printed {
            guard let flag = FollowUp.tertial(word) else { return nil }
            split.flags.append(flag.number)
            if let repair = flag.repair { split.flagRepairs.append(repair) }
        }
        return split
    }

    /// Columns set apart by two blanks or more, each of them filled: what stands before, and the way.
    ///
    /// An empty cell cannot be told from a wider gap, so that a row with one is not read so.
    func wide() -> (name: String, split: RowSplitter.Split)? {
        var parts: [[String]] = [[]]
        for word in words {
            if !word.isEmpty {
                parts[parts.count - 1].append(word)
            } else if parts.last?.isEmpty == false {
                parts.append([])
            }
        }
        parts.removeAll(where: \.isEmpty)
        var split = RowSplitter.Split(cells: [])
        if plain.allowsFlags, let last = parts.last,
            let flags = FollowUp.tertials(last.joined(separator: " "))
        {
            split.flags = flags
            parts.removeLast()
        }
        guard count > 1, parts.count == count || parts.count == count + 1 else { return nil }
        split.cells = parts.suffix(count).map { $0.joined(separator: " ") }
        guard split.cells.allSatisfy({ CellContent(number: $0) != .unreadable }) else { return nil }
        return (parts.dropLast(count).joined().joined(separator: " "), split)
    }

    /// The numbers of the lines on which the cells of a way stand that begins with a word.
    func lines(of split: RowSplitter.Split, from start: Int) -> [Int] {
        var place = start
        return split.cells.map { cell in
            let line = lines.isEmpty ? 0 : lines[min(place, lines.count - 1)]
            place += max(cell.split(separator: " ").count, 1)
            return line
        }
    }
}
