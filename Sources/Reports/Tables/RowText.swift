/// The text of a row, ready to be parted into the cells of its table from any of its words.
struct RowText {
    /// The words, with an empty one between two blanks in a row.
    let words: [String]

    /// How many cells the table has.
    private let count: Int
    /// Whether blanks at the end of the line may have been cut off, and empty cells with them.
    private let mayLackCells: Bool
    private var plain: RowSplitter
    private var bare: RowSplitter
    private var loose: RowSplitter

    /// Whether cells may begin with a word.
    static func mayBeginCells(_ word: some StringProtocol) -> Bool {
        guard let first = word.unicodeScalars.first else { return false }
        let folded = FlowText.fold(first)
        return folded == "-" || folded == "+" || LookAlike.digit(first) != nil
            || BlankScalar.isBlank(first)
    }

    /// Whether a row may end with a word: one of a number, its unit, or a word of follow-up.
    static func mayEndRow(_ word: some StringProtocol) -> Bool {
        mayBeginCells(word) || RowSplitter.units.contains(word.lowercased())
            || FollowUp.tertial(word) != nil
    }

    init(_ text: String, heading: SpacedHeading, hasTrailingBlanks: Bool) {
        words = RowSplitter.words(text)
        count = heading.figures.count
        mayLackCells = !hasTrailingBlanks
        plain = RowSplitter(words, allowsFlags: heading.allowsFlags)
        var kept = words
        while let last = kept.last, BlankScalar.trimmed(last).isEmpty { kept.removeLast() }
        bare = RowSplitter(kept, allowsFlags: false)
        loose = RowSplitter(words, allowsFlags: heading.allowsFlags, allowsStrayBlanks: true)
    }

    /// Every way to part the text from a word on into the table's cells.
    mutating func splits(from start: Int = 0) -> [RowSplitter.Split] {
        var found = plain.splits(from: start, into: count)
        if found.isEmpty, mayLackCells {
            let first =
                bare.words[min(start, bare.words.count)...].firstIndex { !$0.isEmpty } ?? start
            for fewer in 1..<max(count, 2) where fewer < count {
                found += bare.splits(from: first, into: fewer).map { split in
                    var padded = split
                    padded.cells += Array(repeating: "", count: count - fewer)
                    return padded
                }
            }
        }
        if found.isEmpty { found = loose.splits(from: start, into: count) }
        return found
    }
}
