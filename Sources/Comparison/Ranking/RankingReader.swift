public import Indicators
public import Postgres
internal import Warehouse

/// Reads which periods can be ranked.
public enum RankingReader {
    /// Periods with values, and how many municipalities have one.
    ///
    /// - Throws: what the server reports.
    public static func coverage(
        _ connection: inout Connection, indicator: Indicator, gender: Gender,
        asOf: PostgresTimestamp?
    ) throws(PostgresError) -> [(period: Period, withValue: Int)] {
        var result: [(period: Period, withValue: Int)] = []
        if asOf != nil || indicator.disclosure != .public {
            for row in try connection.rows(
                ReadStatement.listPeriods, indicator.key, Int16?.none, gender.key, asOf)
            {
                if let period = Period(row.0) { result.append((period, Int(row.1))) }
            }
        } else {
            for (period, spread) in try SeriesReader.spreads(
                &connection, indicator: indicator, gender: gender, kind: .municipality)
            {
                result.append((period, spread.withValue))
            }
        }
        return result
    }
}
