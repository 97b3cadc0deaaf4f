public import Indicators
public import Postgres
public import Statistics
internal import Warehouse

/// Reads what likeness is computed from.
public enum SimilarityReader {
    /// The likeness of all kommuner over indicators in one period, of both genders together.
    ///
    /// - Returns: `nil` for no variable, or a weight that is not above 0.
    public static func read(
        _ connection: inout Connection, _ variables: [Similarity.Variable],
        metric: Distance.Metric, period: Period, municipalities: [Municipality]
    ) throws(PostgresError) -> Similarity? {
        let kommuner = municipalities.filter { $0.kind == .municipality }
        var values: [[Int16: ScaledDecimal]] = []
        for variable in variables {
            let figures = try ComparisonReader.figures(
                &connection, indicator: variable.indicator, period: period, gender: .total,
                municipalities: kommuner, asOf: nil)
            values.append(figures.compactMapValues { $0.first?.value })
        }
        return Similarity(
            variables, metric: metric, municipalities: kommuner, values: values)
    }
}
