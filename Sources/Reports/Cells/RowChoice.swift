/// Chooses between the ways to part a row by the row's own arithmetic.
struct RowChoice {
    /// What came of it.
    enum Outcome {
        /// One way stands out.
        case chosen(RowSplitter.Split, [CellContent])
        /// No way has the right number of cells.
        case none
        /// Several ways hold, so that none may be chosen.
        case ambiguous([RowSplitter.Split])
    }

    /// The sums of the row.
    let relations: [RowRelation]
    /// More ways than this are not weighed: such a row is ambiguous whatever its sums say.
    static let maximumWays = 2_048

    /// A printed cell, and how it is to be read.
    private struct Printed: Hashable {
        var text: String
        var allowsStrayBlanks: Bool
    }

    /// Weighs the ways; a way with stray blanks must be confirmed by a sum.
    func choose(_ splits: [RowSplitter.Split]) -> Outcome {
        guard splits.count <= Self.maximumWays else { return .ambiguous(splits) }
        // The same cell comes in many of the ways.
        var read: [Printed: CellContent] = [:]
        let weighed = splits.map {
            split -> (
                split: RowSplitter.Split, cells: [CellContent], score: Int, isChance: Bool
            ) in
            let cells = split.cells.map { text in
                let printed = Printed(text: text, allowsStrayBlanks: split.needsArithmetic)
                if let known = read[printed] { return known }
                let content = CellContent(
                    number: text, allowsStrayBlanks: split.needsArithmetic)
                read[printed] = content
                return content
            }
            let errors = relations.compactMap { $0.error(cells) }
            let kept = errors.count { $0 <= 1 }
            // A sum that is one off beside another that fails may hold by chance.
            let isChance = kept > 0 && kept < errors.count && !errors.contains(0)
            return (split, cells, kept, isChance)
        }
        .filter { !$0.split.needsArithmetic || $0.score > 0 }
        guard let best = weighed.map(\.score).max() else { return .none }
        let winners = weighed.filter { $0.score == best }
        guard let winner = winners.first, winners.count == 1 else {
            return .ambiguous(winners.map(\.split))
        }
        guard !winner.isChance || weighed.count == 1 else {
            return .ambiguous(weighed.map(\.split))
        }
        return .chosen(winner.split, winner.cells)
    }
}
