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

    /// Weighs the ways; a way with stray blanks must be confirmed by a sum.
    func choose(_ splits: [RowSplitter.Split]) -> Outcome {
        let weighed = splits.map {
            split -> (split: RowSplitter.Split, cells: [CellContent], score: Int) in
            let cells = split.cells.map {
                CellContent(number: $0, allowsStrayBlanks: split.needsArithmetic)
            }
            let kept = relations.count { ($0.error(cells) ?? .max) <= 1 }
            return (split, cells, kept)
        }
        .filter { !$0.split.needsArithmetic || $0.score > 0 }
        guard let best = weighed.map(\.score).max() else { return .none }
        let winners = weighed.filter { $0.score == best }
        guard let winner = winners.first, winners.count == 1 else {
            return .ambiguous(winners.map(\.split))
        }
        return .chosen(winner.split, winner.cells)
    }
}
