/// Between which places a unit may lie, given how uncertain the units are.
public enum RankInterval {
    /// The places that each unit may hold: one more than the number that are significantly better,
    /// to the number of units less those that are significantly worse.
    ///
    /// Pairs are judged by Newcombe's interval of their difference. With small units the intervals
    /// span nearly all places, which is the truth about such a list.
    ///
    /// - Parameters:
    ///   - units: the units; `nil` has no place and counts for nobody.
    ///   - orientation: `high` makes a high share better; `low` and `none` a low one.
    ///   - confidence: the level of each pair; many pairs are not allowed for.
    /// - Returns: the places, in the order of the units.
    public static func places(
        of units: [Proportion?], _ orientation: Orientation,
        _ confidence: ConfidenceLevel = .percent95
    ) -> [ClosedRange<Int>?] {
        places(of: units.map { $0.map { UncertainShare($0, confidence) } }, orientation)
    }

    /// The same of shares whose intervals allow for more than chance.
    public static func places(
        of units: [UncertainShare?], _ orientation: Orientation
    ) -> [ClosedRange<Int>?] {
        let count = units.count { $0 != nil }
        var above = [Int](repeating: 0, count: units.count)
        var below = above
        for first in units.indices {
            guard let mine = units[first] else { continue }
            for second in units.indices.dropFirst(first + 1) {
                guard let theirs = units[second] else { continue }
                let difference = mine.difference(minus: theirs)
                guard !difference.contains(0) else { continue }
                let mineIsHigher = difference.lowerBound > 0
                let (higher, lower) = mineIsHigher ? (first, second) : (second, first)
                below[higher] += 1
                above[lower] += 1
            }
        }
        return units.indices.map { index in
            guard units[index] != nil else { return nil }
            let better = orientation == .high ? above[index] : below[index]
            let worse = orientation == .high ? below[index] : above[index]
            return (1 + better)...(count - worse)
        }
    }
}
