public import Indicators
public import Postgres
internal import Warehouse

/// Reads what a series needs; everything is as known at one time.
public enum SeriesReader {
    /// The periods of an indicator for a municipality and those it is compared with.
    ///
    /// - Parameters:
    ///   - connection: where to read.
    ///   - indicator: the indicator.
    ///   - gender: the gender.
    ///   - focus: the municipality.
    ///   - members: those it is compared with; `nil` for all of its kind, whose spread is kept.
    ///   - asOf: time of knowledge; `nil` for now.
    /// - Returns: a point for each period in which anybody has a value, in no order.
    /// - Throws: what the server reports.
    public static func points(
        _ connection: inout Connection, indicator: Indicator, gender: Gender, focus: Municipality,
        members: [Municipality]?, asOf: PostgresTimestamp?
    ) throws(PostgresError) -> [SeriesPoint] {
        guard let members else {
            // Of what is internal nothing is kept: it would rest on figures that may have to be hidden.
            guard asOf == nil, indicator.disclosure == .public else {
                let all = try MunicipalityDimension.names(&connection)
                return try points(
                    &connection, indicator: indicator, gender: gender, focus: focus, members: all,
                    asOf: asOf)
            }
            let kept = try spreads(
                &connection, indicator: indicator, gender: gender, kind: focus.kind)
            let own = try figures(
                &connection, indicator, gender, [focus.key], in: kept.map(\.period))
            return kept.map { period, spread in
                SeriesPoint(period: period, figure: own[period]?[focus.key], spread: spread)
            }
        }
        var keys = members.filter { $0.kind == focus.kind }.map(\.key)
        if !keys.contains(focus.key) { keys.append(focus.key) }
        let stated =
            if asOf == nil, indicator.disclosure == .public {
                try figures(
                    &connection, indicator, gender, keys,
                    in: spreads(&connection, indicator: indicator, gender: gender, kind: focus.kind)
                        .map(\.period))
            } else {
                try bySpeaker(
                    connection.rows(
                        ReadStatement.listSeriesAsOf, indicator.key, gender.key, keys, asOf))
            }
        return stated.map { period, figures in
            SeriesPoint(
                period: period, figure: figures[focus.key],
                spread: ValueSpread(of: figures.values.compactMap(\.value)))
        }
    }

    /// How the values of all units of a kind are spread in each period, as kept, by period.
    public static func spreads(
        _ connection: inout Connection, indicator: Indicator, gender: Gender,
        kind: MunicipalityKind
    ) throws(PostgresError) -> [(period: Period, spread: ValueSpread)] {
        var result: [(period: Period, spread: ValueSpread)] = []
        for row in try connection.rows(
            ReadStatement.listDistributions, indicator.key, gender.key, kind.rawValue)
        {
            guard let period = Period(key: row.0) else { continue }
            result.append(
                (
                    period,
                    ValueSpread(
                        withValue: Int(row.1), mean: row.2, lowest: row.3, lowerQuartile: row.4,
                        median: row.5, upperQuartile: row.6, highest: row.7)
                ))
        }
        return result
    }

    /// What speaks for each unit in each of some periods, of a public indicator and as known now.
    private static func figures(
        _ connection: inout Connection, _ indicator: Indicator, _ gender: Gender, _ keys: [Int16],
        in periods: [Period]
    ) throws(PostgresError) -> [Period: [Int16: OutcomeFigure]] {
        try bySpeaker(
            connection.rows(
                ReadStatement.listSeries, indicator.key, gender.key, keys, periods.map(\.key)))
    }

    /// The statement that speaks for each unit in each period: the first of its rows.
    private static func bySpeaker(
        _ rows: [(
            Int32, Int16, ScaledDecimal?, Int16, ScaledDecimal?, ScaledDecimal?, Int32?, String,
            String, String?
        )]
    ) -> [Period: [Int16: OutcomeFigure]] {
        var result: [Period: [Int16: OutcomeFigure]] = [:]
        for row in rows {
            guard let period = Period(key: row.0), let status = OutcomeStatus(key: row.3),
                result[period]?[row.1] == nil
            else { continue }
            result[period, default: [:]][row.1] = OutcomeFigure(
                value: row.2, status: status, numerator: row.4, denominator: row.5,
                respondents: row.6.map(Int.init), source: row.7, sourceTitle: row.8, note: row.9)
        }
        return result
    }
}
