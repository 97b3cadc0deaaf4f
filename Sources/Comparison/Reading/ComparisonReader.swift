public import Indicators
public import Postgres
internal import Warehouse

/// Reads what a comparison needs; everything is as known at one time.
public enum ComparisonReader {
    /// The latest period for which a municipality has a final value.
    ///
    /// - Parameters:
    ///   - connection: where to read.
    ///   - indicator: the indicator.
    ///   - municipality: whose value.
    ///   - gender: the gender.
    ///   - asOf: time of knowledge; `nil` for now.
    ///   - notFinal: periods passed over because their publication has not ended.
    /// - Returns: the period; `nil` when there is none.
    /// - Throws: what the server reports.
    public static func latestPeriod(
        _ connection: inout Connection, indicator: Indicator, municipality: Municipality,
        gender: Gender, asOf: PostgresTimestamp?, notFinal: [Period] = []
    ) throws(PostgresError) -> Period? {
        let passedOver = notFinal.map(\.key)
        let rows =
            if asOf == nil, indicator.disclosure == .public {
                try connection.rows(
                    ReadStatement.listFinalPeriods, indicator.key, municipality.key, gender.key,
                    passedOver)
            } else {
                try connection.rows(
                    ReadStatement.listFinalPeriodsAsOf, indicator.key, municipality.key,
                    gender.key, asOf, passedOver)
            }
        // Of those that end on the same day the longest: the year before its last tertial.
        return rows.compactMap { Period(key: $0) }.max { left, right in
            (left.endDate, right.startDate, right.key) < (right.endDate, left.startDate, left.key)
        }
    }

    /// Periods for which an indicator has values, newest first; of one municipality and one gender,
    /// if given.
    public static func periods(
        _ connection: inout Connection, indicator: Indicator, municipality: Municipality? = nil,
        gender: Gender? = nil, asOf: PostgresTimestamp? = nil
    ) throws(PostgresError) -> [Period] {
        try connection.rows(
            ReadStatement.listPeriods, indicator.key, municipality?.key, gender?.key, asOf
        ).compactMap { Period($0.0) }
    }

    /// What documents state, by key of the municipality, the one that speaks first; what is internal and
    /// small is hidden by the views themselves.
    ///
    /// - Parameters:
    ///   - connection: where to read.
    ///   - indicator: the indicator.
    ///   - period: the period.
    ///   - gender: the gender.
    ///   - municipalities: whose; `nil` for all units of every kind, which is quicker than to name them.
    ///   - asOf: time of knowledge; `nil` for now.
    /// - Returns: the figures of those for whom anything is stated.
    /// - Throws: what the server reports.
    public static func figures(
        _ connection: inout Connection, indicator: Indicator, period: Period, gender: Gender,
        municipalities: [Municipality]?, asOf: PostgresTimestamp?
    ) throws(PostgresError) -> [Int16: [OutcomeFigure]] {
        var result: [Int16: [OutcomeFigure]] = [:]
        let keys = municipalities?.map(\.key)
        let rows =
            if asOf == nil, indicator.disclosure == .public {
                try connection.rows(
                    ReadStatement.compareOutcomes, indicator.key, period.key, gender.key, keys)
            } else {
                try connection.rows(
                    ReadStatement.compareOutcomesAsOf, indicator.key, period.key, gender.key, keys,
                    asOf)
            }
        result.reserveCapacity(rows.count)
        // Taken apart at once: a row that is kept as a whole is copied for each of its columns.
        for (
            municipality, value, statusKey, numerator, denominator, respondents, source, title, note
        ) in rows {
            guard let status = OutcomeStatus(key: statusKey) else {
                throw PostgresError(.decoding, "the status \(statusKey) is unknown to this program")
            }
            result[municipality, default: []].append(
                OutcomeFigure(
                    value: value, status: status, numerator: numerator, denominator: denominator,
                    respondents: respondents.map(Int.init), source: source, sourceTitle: title,
                    note: note))
        }
        return result
    }

    /// The figures of all kommuner over which the spread between them is estimated; none where cases do
    /// not come in clusters.
    public static func nationwide(
        _ connection: inout Connection, indicator: Indicator, period: Period, gender: Gender,
        asOf: PostgresTimestamp?
    ) throws(PostgresError) -> [OutcomeFigure] {
        guard indicator.uncertainty == .clustered, indicator.valueKind == .share else { return [] }
        var figures: [OutcomeFigure] = []
        for row in try connection.rows(
            ReadStatement.listNationwide, indicator.key, period.key, gender.key, asOf)
        {
            figures.append(
                OutcomeFigure(
                    value: row.1, status: .ok, numerator: row.2, denominator: row.3, source: "",
                    sourceTitle: ""))
        }
        return figures
    }

    /// Keys of the indicators for which a municipality has a value.
    public static func indicatorsWithOutcomes(
        _ connection: inout Connection, municipality: Municipality?
    ) throws(PostgresError) -> Set<Int32> {
        Set(try connection.rows(ReadStatement.indicatorsWithOutcomes, municipality?.key))
    }

    /// How many values there are of each indicator, for which years and municipalities.
    public static func coverage(
        _ connection: inout Connection, of indicators: [Indicator]
    ) throws(PostgresError) -> [Int32: IndicatorCoverage] {
        var result: [Int32: IndicatorCoverage] = [:]
        for row in try connection.rows(ReadStatement.countOutcomes, indicators.map(\.key)) {
            result[row.0] = IndicatorCoverage(
                outcomes: Int(row.1), firstYear: Int(row.2), lastYear: Int(row.3),
                municipalities: Int(row.4))
        }
        return result
    }
}

/// How many values there are of an indicator.
public struct IndicatorCoverage: Sendable, Hashable {
    /// Values, whatever the period, gender and document.
    public var outcomes: Int
    /// The first year with a value.
    public var firstYear: Int
    /// The last year with a value.
    public var lastYear: Int
    /// Municipalities with a value.
    public var municipalities: Int
}
