/// A way to read the lines of a row set with blanks.
struct RowWay {
    /// The words before the cells.
    let lead: RowLead
    /// The cells.
    let split: RowSplitter.Split
    /// The number of the line on which each cell stands.
    let lines: [Int]

    /// What came of choosing.
    enum Outcome {
        case none
        case ambiguous([RowSplitter.Split])
        case chosen(RowWay, [CellContent])
    }

    /// Why a way with empty cells at its end is not to be trusted; `nil` where nothing speaks against it.
    ///
    /// Where a cell cannot be read the cells behind it would move to the left unseen.
    func doubt(_ figures: [ColumnRule], _ contents: [CellContent]) -> Doubt? {
        guard split.padding > 0 else { return nil }
        if let word = lead.wordOfCell { return .wordOfCell(word) }
        return Self.errors(figures, contents).contains { $0 > 1 } ? .noSum : nil
    }

    /// What speaks against a way.
    enum Doubt {
        /// A word of the name that stands in cells.
        case wordOfCell(String)
        /// A sum of the row that does not hold.
        case noSum
    }

    /// Whether the sums of the row say that it is whole.
    func isProved(_ figures: [ColumnRule], _ contents: [CellContent]) -> Bool {
        let errors = Self.errors(figures, contents)
        return !errors.isEmpty && errors.allSatisfy { $0 <= 1 }
    }

    /// How far the sums that can be told are off.
    private static func errors(_ figures: [ColumnRule], _ contents: [CellContent]) -> [Int] {
        RowRelation.all(of: figures).compactMap { $0.error(contents) }
    }

    /// Whether any cell is printed.
    var saysAnything: Bool {
        split.cells.contains { !$0.isEmpty } || !split.flags.isEmpty
    }

    /// Chooses by the sums of the row; and, where empty cells may have been cut off, by the rule that
    /// a row with a word for every cell has them all.
    static func choose(_ ways: [RowWay], _ rule: TableRule, _ figures: [ColumnRule]) -> Outcome {
        let ways = ways.count > RowChoice.maximumWays ? ways : likely(ways, rule)
        let choice = RowChoice(relations: RowRelation.all(of: figures))
        switch choice.choose(ways.map(\.split)) {
        case .none: return .none
        case .chosen(let split, let contents): return found(split, contents, ways)
        case .ambiguous(let splits):
            let whole = splits.filter { $0.padding == 0 }
            guard whole.count == 1, splits.count > 1, isPlain(whole[0]),
                case .chosen(let split, let contents) = choice.choose(whole)
            else { return .ambiguous(splits) }
            return found(split, contents, ways)
        }
    }

    private static func found(
        _ split: RowSplitter.Split, _ contents: [CellContent], _ ways: [RowWay]
    ) -> Outcome {
        guard let way = ways.first(where: { $0.split == split }) else { return .none }
        return .chosen(way, contents)
    }

    /// The ways whose names may be names: the sum's where one is it, and none that ends in a cell.
    private static func likely(_ ways: [RowWay], _ rule: TableRule) -> [RowWay] {
        let sums = ways.filter { rule.isSum($0.lead.name) }
        let left = sums.isEmpty ? ways : sums
        let named = left.filter { !$0.lead.endsInCell }
        let ended = named.filter { !$0.lead.goesOnBehindBracket }
        return ended.isEmpty ? named.isEmpty ? left : named : ended
    }

    /// Whether every cell is a word, and no two of them read as one number of thousands.
    ///
    /// Three digits beside three are taken for numbers of like size; `17 148` is likelier one.
    private static func isPlain(_ split: RowSplitter.Split) -> Bool {
        let numbers = split.cells.map { CellContent.splitUnit($0).body }
        guard numbers.allSatisfy({ !$0.isEmpty && !$0.contains(" ") }) else { return false }
        return zip(split.cells, numbers.dropFirst()).allSatisfy { left, right in
            let digits = left.unicodeScalars.filter { ("0"..."9").contains($0) }.count
            let isGroup =
                right.unicodeScalars.count == 3
                && right.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
            return !isGroup || digits == 3 || left.contains(",") || left.contains("%")
                || digits == 0
        }
    }
}
