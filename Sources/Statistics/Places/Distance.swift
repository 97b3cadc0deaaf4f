/// How unlike units are over several variables.
public struct Distance: Sendable, Hashable {
    /// How the differences of variables are put together.
    public enum Metric: String, Sendable, Hashable, CaseIterable {
        /// The weighted mean of the differences.
        case manhattan
        /// The root of the weighted mean of the squared differences.
        case euclid
    }

    /// A unit near another.
    public struct Neighbour: Sendable, Hashable {
        /// Its index among the units.
        public let unit: Int
        /// Its place, from 1.
        public let position: Int
        /// How far away it is.
        public let distance: Double
    }

    /// The metric.
    public let metric: Metric
    /// The weight of each variable, divided by their sum.
    public let weights: [Double]
    /// The standard deviation (n − 1) of each variable over the units that have a value.
    public let deviations: [Double]
    /// The values of each unit, a variable each; `nil` where one is missing.
    private let units: [[Double]?]

    /// Prepares the variables; `nil` where the numbers of variables and weights do not agree, or a
    /// weight is not above 0.
    ///
    /// - Parameters:
    ///   - units: for each unit the values of the variables. A unit that lacks one has no distance
    ///     and is nobody's neighbour: nothing is put in its place. What it has still counts in
    ///     the deviations.
    ///   - weights: a weight above 0 for each variable; alike when left out.
    ///   - metric: how the differences are put together.
    public init?(_ units: [[Double?]], weights: [Double]? = nil, metric: Metric = .manhattan) {
        let count = units.first?.count ?? weights?.count ?? 0
        let weights = weights ?? [Double](repeating: 1, count: count)
        guard count > 0, weights.count == count, units.allSatisfy({ $0.count == count }),
            weights.allSatisfy({ $0 > 0 && $0.isFinite })
        else { return nil }
        let sum = weights.reduce(0, +)
        self.metric = metric
        self.weights = weights.map { $0 / sum }
        deviations = (0..<count).map { variable in
            Sample(units.compactMap { $0[variable] }).standardDeviation ?? 0
        }
        self.units = units.map { unit in
            let known = unit.compactMap(\.self)
            return known.count == count ? known : nil
        }
    }

    /// What each variable adds to the distance of two units, before the root of Euclid's.
    ///
    /// A variable that all have alike adds nothing.
    /// - Returns: `nil` where one of the two lacks a value.
    public func contributions(_ first: Int, _ second: Int) -> [Double]? {
        guard let mine = units[first], let theirs = units[second] else { return nil }
        return weights.indices.map { variable in
            guard deviations[variable] > 0 else { return 0 }
            let difference = abs(mine[variable] - theirs[variable]) / deviations[variable]
            return weights[variable] * (metric == .manhattan ? difference : difference * difference)
        }
    }

    /// The distance of two units; `nil` where one of them lacks a value.
    public func between(_ first: Int, _ second: Int) -> Double? {
        contributions(first, second).map { parts in
            let sum = parts.reduce(0, +)
            return metric == .manhattan ? sum : sum.squareRoot()
        }
    }

    /// The units nearest to one, itself left out; ties by index, so order the units by code before.
    public func nearest(to unit: Int, top: Int? = nil) -> [Neighbour] {
        var found: [(distance: Double, unit: Int)] = []
        for other in units.indices where other != unit {
            if let distance = between(unit, other) { found.append((distance, other)) }
        }
        found.sort { $0 < $1 }
        return found.prefix(top ?? found.count).enumerated().map { place, near in
            Neighbour(unit: near.unit, position: place + 1, distance: near.distance)
        }
    }
}
