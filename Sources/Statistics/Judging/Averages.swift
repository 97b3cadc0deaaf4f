/// Averages of a group, which answer different questions and are named apart.
public enum Averages {
    /// The weighted average Σx/Σn: the rate of all cases together.
    ///
    /// - Parameter units: numerators and denominators; `nil` has no value.
    /// - Returns: `nil` for fewer than two units with a value, or denominators that sum to 0.
    public static func weighted(_ units: [(x: Double, n: Double)?]) -> Double? {
        let known = units.compactMap(\.self)
        let total = known.reduce(0) { $0 + $1.n }
        guard known.count > 1, total > 0 else { return nil }
        return known.reduce(0) { $0 + $1.x } / total
    }

    /// The average of values by a weight such as the population, for want of numerators.
    ///
    /// - Parameters:
    ///   - units: values and their weights; a weight without a value lowers the coverage.
    ///   - coverage: the least share of all weights that must have a value.
    /// - Returns: `nil` below the coverage.
    public static func weighted(
        values units: [(value: Double?, weight: Double)], coverage: Double
    ) -> Double? {
        let all = units.reduce(0) { $0 + $1.weight }
        var known = 0.0
        var sum = 0.0
        for (value, weight) in units {
            guard let value else { continue }
            known += weight
            sum += value * weight
        }
        guard known > 0, known >= coverage * all else { return nil }
        return sum / known
    }

    /// The unweighted average: each unit counts alike; `nil` for no value.
    public static func unweighted(_ values: [Double?]) -> Double? {
        Sample(values.compactMap(\.self)).mean
    }

    /// The median of those with a value; `nil` for none.
    public static func median(_ values: [Double?]) -> Double? {
        Percentile.median(of: values.compactMap(\.self))
    }
}
