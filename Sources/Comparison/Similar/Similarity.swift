public import Indicators
public import Statistics

/// Which kommuner are most alike over some indicators of one period.
///
/// Each indicator is divided by its standard deviation over the kommuner with a value. A kommun that
/// lacks one has no neighbours and is nobody's: nothing is filled in. Ties go by code. It is not
/// mutual: the nearest to one may have others nearer.
public struct Similarity: Sendable {
    /// An indicator and how much it counts.
    public struct Variable: Sendable {
        /// The indicator.
        public let indicator: Indicator
        /// Its weight, above 0; only the proportions count.
        public let weight: ScaledDecimal

        /// Creates a variable.
        public init(_ indicator: Indicator, weight: ScaledDecimal) {
            self.indicator = indicator
            self.weight = weight
        }
    }

    /// A kommun near another one.
    public struct Neighbour: Sendable, Hashable {
        /// Who it is.
        public let municipality: Municipality
        /// Its place, from 1.
        public let position: Int
        /// How far away it is.
        public let distance: Double
        /// What share of the distance, of its square for Euclid's, each variable makes up.
        public let shares: [Double]
    }

    /// The variables.
    public let variables: [Variable]
    /// The kommuner by code.
    public let municipalities: [Municipality]
    /// The values by variable and key of the kommun.
    private let values: [[Int16: ScaledDecimal]]
    private let distance: Distance
    private let metric: Distance.Metric

    /// Prepares; `nil` for no variable, or a weight that is not above 0.
    ///
    /// - Parameters:
    ///   - variables: the indicators with their weights.
    ///   - metric: how differences are put together.
    ///   - municipalities: the units; those that are no kommun are left out.
    ///   - values: for each variable the values by key of the municipality.
    public init?(
        _ variables: [Variable], metric: Distance.Metric, municipalities: [Municipality],
        values: [[Int16: ScaledDecimal]]
    ) {
        let kommuner = municipalities.filter { $0.kind == .municipality }
            .sorted { $0.code.number < $1.code.number }
        guard values.count == variables.count,
            let distance = Distance(
                kommuner.map { unit in values.map { Self.number($0[unit.key]) } },
                weights: variables.map(\.weight.approximation), metric: metric)
        else { return nil }
        self.variables = variables
        self.municipalities = kommuner
        self.values = values
        self.distance = distance
        self.metric = metric
    }

    /// The kommuner nearest to one, itself left out; empty where it lacks a value.
    public func nearest(to municipality: Municipality, top: Int) -> [Neighbour] {
        guard let unit = index(of: municipality) else { return [] }
        return distance.nearest(to: unit, top: top).map { near in
            let parts = distance.contributions(unit, near.unit) ?? []
            let sum = parts.reduce(0, +)
            return Neighbour(
                municipality: municipalities[near.unit], position: near.position,
                distance: near.distance, shares: parts.map { sum > 0 ? $0 / sum : 0 })
        }
    }

    /// The value of a variable.
    public func value(_ variable: Int, of municipality: Municipality) -> ScaledDecimal? {
        values[variable][municipality.key]
    }

    /// Kommuner that lack a value, by code.
    public var incomplete: [Municipality] {
        municipalities.filter { unit in values.contains { $0[unit.key] == nil } }
    }

    /// How many of the nearest stay among them when each variable is left out in its turn; empty where
    /// there is only one.
    public func kept(of municipality: Municipality, top: Int) -> [Int] {
        guard variables.count > 1 else { return [] }
        let list = Set(nearest(to: municipality, top: top).map(\.municipality.key))
        return variables.indices.map { variable in
            var (variables, values) = (variables, values)
            variables.remove(at: variable)
            values.remove(at: variable)
            let without = Similarity(
                variables, metric: metric, municipalities: municipalities, values: values)
            // Who lacked only the variable left out is not let in: the same kommuner are compared.
            let others = without?.nearest(to: municipality, top: municipalities.count) ?? []
            let complete = others.filter { index(of: $0.municipality).map(hasAll) == true }
            return complete.prefix(top).count { list.contains($0.municipality.key) }
        }
    }

    private func hasAll(_ unit: Int) -> Bool {
        values.allSatisfy { $0[municipalities[unit].key] != nil }
    }

    private func index(of municipality: Municipality) -> Int? {
        municipalities.firstIndex { $0.key == municipality.key }
    }

    private static func number(_ value: ScaledDecimal?) -> Double? {
        guard let value else { return nil }
        return value.approximation
    }
}
