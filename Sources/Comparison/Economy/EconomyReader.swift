public import Indicators
public import Postgres
internal import Warehouse

/// Reads what documents say of money, and what it can be held against.
public enum EconomyReader {
    /// The indicator that counts all inhabitants.
    public static let populationCode = "N01951"
    /// The series by which prices are made comparable, the preferred one first.
    ///
    /// The price index of municipal services (PKV), the consumer prices with fixed interest (KPIF);
    /// yearly, of the nation.
    public static let priceCodes = ["PKV", "KPIF"]

    /// Everything that the documents of some kommuner say; the first of a figure speaks.
    ///
    /// - Parameters:
    ///   - connection: where to read.
    ///   - municipalities: whose documents.
    ///   - asOf: time of knowledge; `nil` for now.
    /// - Returns: the figures in the order in which their documents speak.
    /// - Throws: what the server reports.
    public static func figures(
        _ connection: inout Connection, of municipalities: [Municipality],
        asOf: PostgresTimestamp?
    ) throws(PostgresError) -> [EconomyFigure] {
        var figures: [EconomyFigure] = []
        let rows = try connection.rows(
            ReadStatement.listEconomy, municipalities.map(\.key), asOf)
        for row in rows {
            guard let kind = EconomyFigure.Kind(rawValue: row.2), let period = Period(key: row.5),
                let measure = EconomyMeasure(rawValue: row.6),
                let status = OutcomeStatus(key: row.9)
            else { continue }
            figures.append(
                EconomyFigure(
                    municipality: row.0, organisation: row.1, kind: kind, subject: row.3,
                    activity: row.4, period: period, measure: measure, definition: row.7,
                    amount: row.8, status: status, isCumulative: row.10,
                    receipt: EconomyReceipt(
                        printed: row.11, printedUnit: row.12, note: row.13, source: row.14,
                        sourceTitle: row.15, fileName: row.16, line: Int(row.17),
                        column: Int(row.18))))
        }
        return figures
    }

    /// The declared tasks of the nämnder of some kommuner.
    public static func tasks(
        _ connection: inout Connection, of municipalities: [Municipality]
    ) throws(PostgresError) -> [CommitteeTask] {
        try connection.rows(ReadStatement.listCommitteeActivities, municipalities.map(\.key))
            .map { CommitteeTask(municipality: $0, organisation: $1, activity: $2, title: $3) }
    }

    /// The inhabitants of a municipality by year; `nil` where none are loaded.
    public static func population(
        _ connection: inout Connection, of municipality: Municipality, asOf: PostgresTimestamp?
    ) throws(PostgresError) -> YearlySeries? {
        try series(&connection, populationCode, of: municipality, asOf: asOf)
    }

    /// The first price index that is loaded, by year.
    public static func prices(
        _ connection: inout Connection, asOf: PostgresTimestamp?
    ) throws(PostgresError) -> YearlySeries? {
        guard
            let nation = try MunicipalityDimension.named(&connection, ["0000"])
                .first(where: { $0.kind == .nation })
        else { return nil }
        for code in priceCodes {
            if let found = try series(&connection, code, of: nation, asOf: asOf) { return found }
        }
        return nil
    }

    private static func series(
        _ connection: inout Connection, _ code: String, of municipality: Municipality,
        asOf: PostgresTimestamp?
    ) throws(PostgresError) -> YearlySeries? {
        guard let code = IndicatorCode(code),
            let indicator = try IndicatorDimension.find(&connection, code: code)
        else { return nil }
        var values: [Int: ScaledDecimal] = [:]
        let rows = try connection.rows(
            ReadStatement.listOwnOutcomes, municipality.key, [indicator.key], asOf)
        for row in rows where row.2 == Gender.total.key {
            guard let period = Period(key: row.1), period.kind == .year,
                let value = row.3, value.units > 0, values[period.year] == nil
            else { continue }
            values[period.year] = value
        }
        guard !values.isEmpty else { return nil }
        return YearlySeries(code: code.description, title: indicator.title, values: values)
    }
}

/// Yearly numbers above zero: inhabitants, a price index.
public struct YearlySeries: Sendable, Hashable {
    /// Code of the indicator.
    public var code: String
    /// Its title.
    public var title: String
    /// The numbers by year.
    public var values: [Int: ScaledDecimal]

    /// The newest number of a year or, at most two years older, the one before it.
    public func value(at year: Int) -> (year: Int, value: ScaledDecimal)? {
        for candidate in [year, year - 1, year - 2] {
            if let value = values[candidate] { return (candidate, value) }
        }
        return nil
    }

    /// How much higher the number of a year is than that of another; `nil` where one is not there.
    func step(from earlier: Int, to later: Int) -> (from: ScaledDecimal, to: ScaledDecimal)? {
        guard let from = values[earlier], let to = values[later] else { return nil }
        return (from, to)
    }
}
