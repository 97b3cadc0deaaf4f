public import Indicators
public import Postgres

/// Periods; their keys follow from the periods, so that loads only add those that are missing.
public enum PeriodDimension {
    /// Adds the periods that the dimension does not have yet.
    public static func add(
        _ connection: inout Connection, _ periods: some Collection<Period>
    ) throws(PostgresError) {
        guard !periods.isEmpty else { return }
        try connection.perform(
            LoadStatement.insertPeriods, periods.map(\.key), periods.map(\.description),
            periods.map(\.kind.rawValue), periods.map { Int16($0.year) },
            periods.map(\.startDate), periods.map(\.endDate), periods.map(\.isCumulative))
    }
}
