/// Many tests at once: which of them to believe.
public enum FalseDiscovery {
    /// The p-values adjusted by the step-up procedure of Benjamini and Hochberg.
    ///
    /// To take those at most q for true leaves, on average, a share of at most q false among
    /// them. Y. Benjamini and Y. Hochberg, JRSS B 57 (1995) 289–300; the values are R's
    /// `p.adjust(method = "BH")`.
    ///
    /// - Parameter values: probabilities of 0 to 1, in any order; `nil` was not tested.
    /// - Returns: the adjusted values in the same order.
    public static func adjusted(_ values: [Double?]) -> [Double?] {
        let tested = values.indices.filter { values[$0] != nil }
        let order = tested.sorted { (values[$0] ?? 1) > (values[$1] ?? 1) }
        var result = [Double?](repeating: nil, count: values.count)
        var least = 1.0
        for (place, index) in order.enumerated() {
            let rank = Double(tested.count - place)
            least = min(least, (values[index] ?? 1) * Double(tested.count) / rank)
            result[index] = least
        }
        return result
    }

    /// How many of `count` tests at a level are expected to stand out where nothing differs.
    public static func expectedByChance(of count: Int, at level: ConfidenceLevel) -> Double {
        Double(count) * 2 * level.tail
    }
}

extension StandardNormal {
    /// The probability of a score at least as far from 0, on either side.
    public static func twoSided(_ z: Double) -> Double {
        min(1, 2 * cumulative(-abs(z)))
    }
}
