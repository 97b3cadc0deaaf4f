/// Parts a line of cells in which a blank is both thousands mark and column separator.
///
/// Cells are divided by exactly one blank, so an empty cell shows as two blanks in a row. Every way to
/// part the line into the wanted number of cells is found; who calls chooses by arithmetic or refuses.
struct RowSplitter {
    /// A way to part a line.
    struct Split: Hashable {
        /// The printed cells.
        var cells: [String]
        /// Whether a cell needs arithmetic to be believed.
        var needsArithmetic = false
        /// The words of follow-up after the cells.
        var flags: [Int] = []
        /// What was read past in the words of follow-up.
        var flagRepairs: [Repair] = []
    }

    /// How many cells a line has.
    let count: Int
    /// Whether the cells must be followed by words of follow-up or the end.
    let allowsFlags: Bool
    /// Whether groups that are no thousands may be joined.
    var allowsStrayBlanks = false

    /// No line of cells has more words than this.
    private static let maximumWords = 120
    /// More ways than this are never told apart.
    private static let maximumSplits = 256

    /// Every way to part a text into the wanted number of cells.
    func splits(_ text: String) -> [Split] {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count <= Self.maximumWords else { return [] }
        var search = Search()
        descend(words, 0, Split(cells: []), &search)
        return search.found
    }

    /// What a search has found, and from where it knows that nothing is to be found.
    private struct Search {
        var found: [Split] = []
        /// Places with so many cells behind them from which no way leads to the end; without them a
        /// line of numbers alone would be tried in every combination.
        var deadEnds: Set<[Int]> = []
    }

    private func descend(_ words: [String], _ place: Int, _ split: Split, _ search: inout Search) {
        guard search.found.count < Self.maximumSplits else { return }
        if split.cells.count == count {
            if let ended = ending(words, place, split) { search.found.append(ended) }
            return
        }
        let here = [place, split.cells.count]
        guard place < words.count, !search.deadEnds.contains(here) else { return }
        let known = search.found.count
        for (length, needsArithmetic) in lengths(words, place) {
            var next = split
            next.cells.append(words[place..<(place + length)].joined(separator: " "))
            next.needsArithmetic = next.needsArithmetic || needsArithmetic
            descend(words, place + length, next, &search)
        }
        if search.found.count == known { search.deadEnds.insert(here) }
    }

    /// Reads what follows the cells: words of follow-up, or nothing.
    private func ending(_ words: [String], _ place: Int, _ split: Split) -> Split? {
        var split = split
        for word in words[min(place, words.count)...] {
            // Blanks before the words of follow-up are another empty cell; after them, nothing.
            if word.isEmpty, !split.flags.isEmpty { continue }
            guard allowsFlags, let flag = FollowUp.tertial(word) else { return nil }
            split.flags.append(flag.number)
            if let repair = flag.repair { split.flagRepairs.append(repair) }
        }
        return split
    }

    /// How many words a cell that begins at a place may have.
    private func lengths(_ words: [String], _ place: Int) -> [(length: Int, Bool)] {
        let first = words[place]
        if first.isEmpty { return [(1, false)] }
        if isDash(first) {
            var lengths = [(1, false)]
            if allowsStrayBlanks, place + 1 < words.count, Numeral(words[place + 1]) != nil {
                lengths.append((2, true))
            }
            return lengths
        }
        guard isNumberStart(first) else { return [] }
        var lengths: [(length: Int, Bool)] = []
        var length = 1
        var text = first
        while true {
            append(&lengths, words, place, length, text)
            let next = place + length
            guard next < words.count, isGroup(words[next]), !text.contains(",") else { break }
            text += " " + words[next]
            length += 1
            guard length <= 6 else { break }
        }
        return lengths
    }

    private func append(
        _ lengths: inout [(length: Int, Bool)], _ words: [String], _ place: Int, _ length: Int,
        _ text: String
    ) {
        guard
            let numeral = Numeral(
                CellContent.splitUnit(text).body, allowsStrayBlanks: allowsStrayBlanks,
                allowsLetterAlone: true)
        else { return }
        let next = place + length
        if next < words.count, ["%", "kr", "tkr", "mnkr", "st"].contains(words[next].lowercased()) {
            lengths.append((length + 1, numeral.needsArithmetic))
        } else {
            lengths.append((length, numeral.needsArithmetic))
        }
    }

    private func isDash(_ word: String) -> Bool {
        word.unicodeScalars.count == 1 && word.unicodeScalars.first.map(FlowText.fold) == "-"
    }

    private func isNumberStart(_ word: String) -> Bool {
        Numeral(CellContent.splitUnit(word).body, allowsLetterAlone: true) != nil
    }

    /// Whether a word may go on a number: three digits, perhaps with decimals or a per cent sign.
    private func isGroup(_ word: String) -> Bool {
        let body = CellContent.splitUnit(word).body
        guard let first = body.unicodeScalars.first, LookAlike.digit(first) != nil else {
            return false
        }
        let whole = body.split(separator: ",", maxSplits: 1).first ?? ""
        let digits = whole.unicodeScalars.count
        guard whole.unicodeScalars.allSatisfy({ LookAlike.digit($0) != nil }) else { return false }
        return allowsStrayBlanks ? (1...3).contains(digits) : digits == 3
    }
}
