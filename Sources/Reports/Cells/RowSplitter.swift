/// Parts a line of cells in which a blank is both thousands mark and column separator.
///
/// Cells are divided by exactly one blank, so an empty cell shows as two blanks in a row. Every way to
/// part the words from some place on into the wanted number of cells is found; who calls chooses by
/// arithmetic or refuses. What is known of a place is kept, so that trying a line from each of its
/// words costs no more than trying it once.
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
        /// How many cells at the end are taken for empty ones that were cut off the line.
        var padding = 0
    }

    /// The words of the line; an empty one is an empty cell.
    let words: [String]
    /// Whether the cells may be followed by words of follow-up, or by the end only.
    let allowsFlags: Bool
    /// Whether groups that are no thousands may be joined.
    let allowsStrayBlanks: Bool

    /// How many words a cell may have that begins at a place; `nil` where that was not asked yet.
    private var lengths: [[Length]?]
    /// Places with so many cells to come from which no way leads to the end; without them a line of
    /// numbers alone would be tried in every combination.
    private var deadEnds: Set<Int> = []

    /// A number of words that make a cell, and whether only arithmetic can confirm it.
    private typealias Length = (words: Int, needsArithmetic: Bool)

    /// No line of cells has more words than this.
    static let maximumWords = 120
    /// More ways than this are never told apart.
    static let maximumSplits = 256
    /// The units that stand as words of their own after a number.
    static let units: Set<String> = ["%", "kr", "tkr", "mnkr", "st"]

    /// The words with which a number of inhabitants ends.
    static let inhabitants: Set<String> = ["inv", "inv.", "invånare"]

    /// Takes the words of a line.
    init(_ words: [String], allowsFlags: Bool, allowsStrayBlanks: Bool = false) {
        self.words = words
        self.allowsFlags = allowsFlags
        self.allowsStrayBlanks = allowsStrayBlanks
        lengths = Array(repeating: nil, count: words.count)
    }

    /// The words of a text, with an empty one between two blanks in a row.
    static func words(_ text: String) -> [String] {
        text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    }

    /// Every way to part the words from a place on into a number of cells, up to ``maximumSplits``.
    mutating func splits(from start: Int = 0, into count: Int) -> [Split] {
        guard start < words.count, words.count - start <= Self.maximumWords else { return [] }
        var found: [Split] = []
        descend(start, count, Split(cells: []), &found)
        return found
    }

    private mutating func descend(
        _ place: Int, _ remaining: Int, _ split: Split, _ found: inout [Split]
    ) {
        guard found.count < Self.maximumSplits else { return }
        if remaining == 0 {
            if let ended = ending(place, split) { found.append(ended) }
            return
        }
        let here = place * (Self.maximumWords + 1) + remaining
        guard place < words.count, !deadEnds.contains(here) else { return }
        let known = found.count
        for length in lengths(at: place) {
            var next = split
            next.cells.append(words[place..<(place + length.words)].joined(separator: " "))
            next.needsArithmetic = next.needsArithmetic || length.needsArithmetic
            descend(place + length.words, remaining - 1, next, &found)
        }
        if found.count == known { deadEnds.insert(here) }
    }

    /// Reads what follows the cells: words of follow-up, or nothing.
    private func ending(_ place: Int, _ split: Split) -> Split? {
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
    private mutating func lengths(at place: Int) -> [Length] {
        if let known = lengths[place] { return known }
        let found = readLengths(at: place)
        lengths[place] = found
        return found
    }

    private func readLengths(at place: Int) -> [Length] {
        let first = words[place]
        if first.isEmpty { return [(1, false)] }
        if isRestOfNumber(first) { return [] }
        if isDash(first) {
            var lengths: [Length] = [(1, false)]
            if allowsStrayBlanks, place + 1 < words.count, Numeral(words[place + 1]) != nil {
                lengths.append((2, true))
            }
            return lengths
        }
        if let words = perInhabitants(at: place) { return [(words, false)] }
        guard isNumberStart(first) else { return [] }
        var lengths: [Length] = []
        var length = 1
        var text = first
        while true {
            append(&lengths, place, length, text)
            let next = place + length
            guard next < words.count, isGroup(words[next]), !text.contains(",") else { break }
            text += " " + words[next]
            length += 1
            guard length <= 6 else { break }
        }
        return lengths
    }

    /// How many words a number per 100 000 inhabitants has that begins at a place; `nil` where none does.
    ///
    /// Its unit has blanks of its own, which divide no cells.
    private func perInhabitants(at place: Int) -> Int? {
        let reach = words[place...].prefix(8)
        guard let unit = reach.first(where: { $0.hasSuffix("/100") || $0 == "per" }),
            let last = reach.firstIndex(where: { Self.inhabitants.contains($0.lowercased()) }),
            let mark = reach.firstIndex(of: unit), mark < last
        else { return nil }
        let cell = CellContent(number: words[place...last].joined(separator: " "))
        guard case .number(_, .perHundredThousand?, _) = cell else { return nil }
        return last - place + 1
    }

    /// Whether a word is a group of thousands, which begins no number: `048`.
    private func isRestOfNumber(_ word: String) -> Bool {
        let digits = word.unicodeScalars
        return digits.count > 1 && digits.first == "0"
            && digits.allSatisfy { ("0"..."9").contains($0) }
    }

    private func append(
        _ lengths: inout [Length], _ place: Int, _ length: Int, _ text: String
    ) {
        guard
            let numeral = Numeral(
                CellContent.splitUnit(text).body, allowsStrayBlanks: allowsStrayBlanks,
                allowsLetterAlone: true)
        else { return }
        // Where only a blank divides cells from words, no column's type tells that `I` is a number.
        let needsArithmetic = numeral.needsArithmetic || LookAlike.isLetters(text)
        let next = place + length
        let hasUnit = next < words.count && Self.units.contains(words[next].lowercased())
        lengths.append((hasUnit ? length + 1 : length, needsArithmetic))
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
