public import Indicators
public import Postgres
internal import Warehouse

/// Figures that a list of many indicators would have shown, were they not hidden.
public enum HiddenFigures {
    /// Of how many indicators the figure that would be shown is hidden, because it is internal and small.
    ///
    /// That is where the newest hidden figure is newer than the one that is shown, or where none is.
    ///
    /// - Parameters:
    ///   - connection: where to read.
    ///   - shown: the lists that are shown, one for each gender.
    ///   - focus: whose figures they are.
    ///   - indicators: only those with these keys; `nil` for all.
    ///   - period: only this period; `nil` for each indicator's latest.
    ///   - asOf: time of knowledge; `nil` for now.
    ///   - belongs: whether an indicator of an operating area is asked for.
    /// - Returns: how many indicators; each counts once, whatever the gender.
    /// - Throws: what the server reports.
    public static func count(
        _ connection: inout Connection, beside shown: [(gender: Gender, rows: [ProfileRow])],
        of focus: Municipality, indicators: [Int32]?, period: Period? = nil,
        asOf: PostgresTimestamp?, where belongs: (String?) -> Bool = { _ in true }
    ) throws(PostgresError) -> Int {
        let internals = try connection.rows(ReadStatement.listInternalIndicators, indicators)
            .filter { belongs($0.1) }.map(\.0)
        guard !internals.isEmpty else { return 0 }
        var visible: [Figure: Period] = [:]
        for (gender, rows) in shown {
            for row in rows {
                visible[Figure(indicator: row.indicator.key, gender: gender.key)] = row.period
            }
        }
        var hidden: Set<Int32> = []
        for row in try connection.rows(
            ReadStatement.listHiddenPeriods, focus.key, shown.map(\.gender.key), internals,
            period?.key, asOf)
        {
            guard let period = Period(key: row.2) else { continue }
            let instead = visible[Figure(indicator: row.0, gender: row.1)]
            if instead.map({ isShown(period, before: $0) }) != false { hidden.insert(row.0) }
        }
        return hidden.count
    }

    private struct Figure: Hashable {
        let indicator: Int32
        let gender: Int16
    }

    /// Whether a profile would show a period rather than another: whole years before their parts, then the
    /// newest.
    private static func isShown(_ period: Period, before other: Period) -> Bool {
        let parts: [Period.Kind] = [.tertial, .quarter, .month]
        let isPart = parts.contains(period.kind)
        return isPart == parts.contains(other.kind) ? period > other : !isPart
    }
}
