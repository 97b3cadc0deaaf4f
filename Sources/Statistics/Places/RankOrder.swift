/// Places among values: 1 is the best, equal values share the lower number.
public enum RankOrder {
    /// The place of each value; `nil` where there is no value.
    ///
    /// - Parameters:
    ///   - values: the values, in any order; unrounded, best exact.
    ///   - orientation: `high` gives the highest value place 1; `low` and `none` the lowest.
    /// - Returns: the places, in the order of the values.
    public static func places<Value: Comparable>(
        of values: [Value?], _ orientation: Orientation
    ) -> [Int?] {
        let sorted = values.compactMap(\.self).sorted(by: <)
        let count = sorted.count
        return values.map { value in
            guard let value else { return nil }
            return orientation == .high
                ? count - firstIndex(in: sorted) { $0 > value } + 1
                : firstIndex(in: sorted) { $0 >= value } + 1
        }
    }

    /// The first index of sorted values from which a condition holds.
    private static func firstIndex<Value>(
        in sorted: [Value], where holds: (Value) -> Bool
    ) -> Int {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if holds(sorted[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The group of each value when they are divided into `groups` of like size; equal values are
    /// never parted.
    ///
    /// The rule of PHEindicatormethods' `phe_quantile`, in whole numbers: with r the place among n,
    /// Q + 1 − ⌈(n + 1 − r)Q/n⌉. Doubles give another group in places, as with 20 groups of 28.
    ///
    /// - Parameters:
    ///   - values: the values, in any order.
    ///   - groups: the number of groups, 1 or more.
    ///   - orientation: group 1 has the highest values, with `low` the lowest.
    /// - Returns: the groups in the order of the values; `nil` for no value, and for all of them
    ///   where there are fewer values than groups.
    public static func groups<Value: Comparable>(
        of values: [Value?], _ groups: Int, _ orientation: Orientation
    ) -> [Int?] {
        let count = values.count { $0 != nil }
        guard groups > 0, count >= groups else { return values.map { _ in nil } }
        return places(of: values, orientation == .low ? .low : .high).map { place in
            guard let place else { return nil }
            return groups + 1 - ((count + 1 - place) * groups + count - 1) / count
        }
    }
}
