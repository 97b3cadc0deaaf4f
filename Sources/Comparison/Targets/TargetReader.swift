public import Indicators
public import Postgres
internal import Warehouse

/// Reads targets and what they are held against.
public enum TargetReader {
    /// The targets of a municipality; the statement that speaks for each.
    ///
    /// - Parameters:
    ///   - connection: where to read.
    ///   - focus: whose targets.
    ///   - indicators: only those of indicators with these keys; `nil` for all.
    ///   - asOf: time of knowledge; `nil` for now.
    /// - Returns: one for each indicator, period and gender.
    /// - Throws: what the server reports.
    public static func targets(
        _ connection: inout Connection, focus: Municipality, indicators: [Int32]? = nil,
        asOf: PostgresTimestamp? = nil
    ) throws(PostgresError) -> [TargetFigure] {
        let rows =
            if let asOf {
                try connection.rows(ReadStatement.listTargetsAsOf, focus.key, indicators, asOf)
            } else {
                try connection.rows(ReadStatement.listTargets, focus.key, indicators)
            }
        var result: [TargetFigure] = []
        for row in rows {
            guard let period = Period(key: row.1), let gender = Gender(key: row.2) else { continue }
            let figure = TargetFigure(
                indicatorKey: row.0, period: period, gender: gender, value: row.3,
                isPeriodDeclared: row.4, source: row.5, sourceTitle: row.6)
            if let last = result.last, last.indicatorKey == figure.indicatorKey,
                last.period == figure.period, last.gender == figure.gender
            {
                continue
            }
            result.append(figure)
        }
        return result
    }

    /// The municipality's targets judged, by code of the indicator, then by period and gender.
    ///
    /// - Throws: what the server reports.
    public static func rows(
        _ connection: inout Connection, focus: Municipality, indicators: [Int32]? = nil,
        asOf: PostgresTimestamp? = nil
    ) throws(PostgresError) -> [TargetRow] {
        let targets = try targets(&connection, focus: focus, indicators: indicators, asOf: asOf)
        let keys = Array(Set(targets.map(\.indicatorKey))).sorted()
        guard !keys.isEmpty else { return [] }
        let indicators = try IndicatorDimension.described(&connection, keys: keys)
        var own: [Int32: [OwnOutcome]] = [:]
        var suppressed: Set<Place> = []
        for row in try connection.rows(ReadStatement.listOwnOutcomes, focus.key, keys, asOf) {
            guard let period = Period(key: row.1), let gender = Gender(key: row.2),
                let status = OutcomeStatus(key: row.4)
            else { continue }
            guard let value = row.3 else {
                suppressed.insert(Place(indicator: row.0, period: period, gender: gender))
                continue
            }
            let figure = OwnOutcome(
                indicatorKey: row.0, period: period, gender: gender, value: value, status: status,
                numerator: row.5, denominator: row.6, respondents: row.7.map(Int.init),
                source: row.8)
            if let last = own[row.0]?.last, last.period == period, last.gender == gender {
                continue
            }
            own[row.0, default: []].append(figure)
        }
        var rows: [TargetRow] = []
        for indicator in indicators {
            let publication = try publication(of: indicator, asOf, &connection)
            let own = (own[indicator.key] ?? []).map { outcome in
                var outcome = outcome
                outcome.status = publication.status(
                    outcome.status, from: outcome.source, in: outcome.period)
                return outcome
            }
            for target in targets where target.indicatorKey == indicator.key {
                let nationwide = try ComparisonReader.nationwide(
                    &connection, indicator: indicator, period: target.period,
                    gender: target.gender, asOf: asOf)
                rows.append(
                    TargetRow(
                        indicator: indicator, target: target, own: own,
                        isSuppressed: suppressed.contains(
                            Place(
                                indicator: indicator.key, period: target.period,
                                gender: target.gender)),
                        yardstick: Yardstick(of: indicator, nationwide: nationwide)))
            }
        }
        return rows
    }

    /// What a value is about.
    private struct Place: Hashable {
        let indicator: Int32
        let period: Period
        let gender: Gender
    }

    /// What the catalogue says of the publication of an indicator, now or then.
    private static func publication(
        of indicator: Indicator, _ asOf: PostgresTimestamp?, _ connection: inout Connection
    ) throws(PostgresError) -> PublicationReading {
        let now = try asOf == nil ? IndicatorDimension.find(&connection, code: indicator.code) : nil
        return try PublicationReading(of: now ?? indicator, asOf: asOf, &connection)
    }

    /// Puts the targets of the rows' own periods beside their values; others are left alone.
    ///
    /// - Throws: what the server reports.
    public static func attach(
        _ connection: inout Connection, to rows: inout [ProfileRow], focus: Municipality,
        gender: Gender, asOf: PostgresTimestamp?
    ) throws(PostgresError) {
        let targets = try targets(&connection, focus: focus, asOf: asOf)
            .filter { $0.gender == gender && $0.isPeriodDeclared }
        guard !targets.isEmpty else { return }
        for index in rows.indices {
            rows[index].target =
                targets.first {
                    $0.indicatorKey == rows[index].indicator.key && $0.period == rows[index].period
                }?.value
        }
    }
}

extension Gender {
    /// The gender of a key in `dw.dim_gender`; `nil` for an unknown key.
    init?(key: Int16) {
        guard let gender = Self.allCases.first(where: { $0.key == key }) else { return nil }
        self = gender
    }
}
