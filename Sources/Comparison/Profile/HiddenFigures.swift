public import Indicators
public import Postgres
internal import Warehouse

/// Figures that a list of many indicators leaves out because they are hidden.
public struct HiddenFigures: Sendable {
    private struct Series: Hashable {
        let indicator: Int32
        let gender: Int16
    }

    /// The newest period that is shown of each indicator and gender.
    private var shown: [Series: Period] = [:]
    /// The newest that is hidden.
    private var hidden: [Series: Period] = [:]

    /// Nothing shown and nothing hidden.
    public init() {}

    /// Takes note of a figure that is shown.
    public mutating func show(_ indicator: Int32, _ gender: Gender, _ period: Period) {
        Self.keep(period, for: Series(indicator: indicator, gender: gender.key), in: &shown)
    }

    /// Takes note of a figure that is hidden.
    public mutating func hide(_ indicator: Int32, _ gender: Gender, _ period: Period) {
        Self.keep(period, for: Series(indicator: indicator, gender: gender.key), in: &hidden)
    }

    /// Of how many indicators the latest figure is hidden: newer than the one that is shown, or the only one.
    ///
    /// - Parameter genders: those that the list shows beside each other; an indicator counts once, and only
    ///   if each of them has a figure, shown or hidden.
    /// - Returns: how many indicators.
    public func count(_ genders: [Gender]) -> Int {
        Set(hidden.keys.map(\.indicator)).count { indicator in
            let all = genders.map { Series(indicator: indicator, gender: $0.key) }
            return all.allSatisfy { shown[$0] != nil || hidden[$0] != nil }
                && all.contains { series in
                    guard let newest = hidden[series] else { return false }
                    return shown[series].map { Self.isShown(newest, before: $0) } != false
                }
        }
    }

    private static func keep(
        _ period: Period, for series: Series, in newest: inout [Series: Period]
    ) {
        guard newest[series].map({ isShown(period, before: $0) }) != false else { return }
        newest[series] = period
    }

    /// Whether a profile would show a period rather than another: whole years before their parts, then what
    /// ends last, of these the longest.
    static func isShown(_ period: Period, before other: Period) -> Bool {
        let parts: [Period.Kind] = [.tertial, .quarter, .month]
        let (isPart, isOthers) = (parts.contains(period.kind), parts.contains(other.kind))
        guard isPart == isOthers else { return isOthers }
        return (period.endDate, other.startDate, other.key)
            > (other.endDate, period.startDate, period.key)
    }
}

extension HiddenFigures {
    /// Of how many indicators the latest figure of a municipality is hidden, or that of one period.
    ///
    /// - Parameters:
    ///   - connection: where to read.
    ///   - lists: what is shown, one for each gender.
    ///   - focus: whose figures they are.
    ///   - indicators: only those with these keys; `nil` for all.
    ///   - period: only this period; `nil` for each indicator's latest.
    ///   - asOf: time of knowledge; `nil` for now.
    ///   - belongs: whether an indicator of an operating area is asked for.
    /// - Returns: how many indicators, see ``count(_:)``.
    /// - Throws: what the server reports.
    public static func count(
        _ connection: inout Connection, beside lists: [(gender: Gender, rows: [ProfileRow])],
        of focus: Municipality, indicators: [Int32]?, period: Period? = nil,
        asOf: PostgresTimestamp?, where belongs: (String?) -> Bool = { _ in true }
    ) throws(PostgresError) -> Int {
        let internals = try connection.rows(ReadStatement.listInternalIndicators, indicators)
            .filter { belongs($0.1) }.map(\.0)
        guard !internals.isEmpty else { return 0 }
        var figures = HiddenFigures()
        for (gender, rows) in lists {
            for row in rows { figures.show(row.indicator.key, gender, row.period) }
        }
        let genders = lists.map(\.gender)
        for row in try connection.rows(
            ReadStatement.listHiddenPeriods, focus.key, genders.map(\.key), internals,
            period?.key, asOf)
        {
            guard let gender = genders.first(where: { $0.key == row.1 }),
                let period = Period(key: row.2)
            else { continue }
            figures.hide(row.0, gender, period)
        }
        return figures.count(genders)
    }
}
