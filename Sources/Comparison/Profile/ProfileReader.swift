public import Indicators
public import Postgres
internal import Warehouse

/// Reads the profile of a municipality.
public enum ProfileReader {
    /// Among whom the places are.
    public enum Scope: Sendable {
        /// All units of the municipality's kind: the places are kept, which is quickest.
        case everybody
        /// Some units, the municipality among them: the places are computed.
        case group([Municipality])
    }

    /// Reads the latest value of every indicator, or that of one period, with its place.
    ///
    /// - Parameters:
    ///   - connection: where to read.
    ///   - focus: the municipality.
    ///   - gender: the gender.
    ///   - indicators: only those with these keys; `nil` for all.
    ///   - scope: among whom the places are.
    ///   - period: only this period; `nil` for each indicator's latest.
    ///   - asOf: time of knowledge; `nil` for now.
    /// - Returns: rows in no order.
    /// - Throws: what the server reports.
    public static func rows(
        _ connection: inout Connection, focus: Municipality, gender: Gender,
        indicators: [Int32]?, scope: Scope, period: Period? = nil,
        asOf: PostgresTimestamp? = nil
    ) throws -> [ProfileRow] {
        var rows = try unjudged(
            &connection, focus: focus, gender: gender, indicators: indicators, scope: scope,
            period: period, asOf: asOf)
        try ProfileEvidence.judge(
            &rows, &connection, focus: focus, gender: gender, scope: scope, asOf: asOf)
        return rows
    }

    private static func unjudged(
        _ connection: inout Connection, focus: Municipality, gender: Gender,
        indicators: [Int32]?, scope: Scope, period: Period?, asOf: PostgresTimestamp?
    ) throws -> [ProfileRow] {
        var rows: [ProfileRow] = []
        func take(_ row: borrowing Row) throws {
            if let row = try ProfileRow(row) { rows.append(row) }
        }
        guard asOf == nil, period == nil else {
            let keys = try keys(scope, focus, &connection)
            try connection.stream(
                ReadStatement.listProfileAsOf,
                [focus.key, gender.key, indicators, keys, asOf, period?.key],
                take)
            return rows
        }
        switch scope {
        case .everybody:
            try connection.stream(
                ReadStatement.listProfile, [focus.key, gender.key, indicators], take)
        case .group:
            let keys = try keys(scope, focus, &connection)
            try connection.stream(
                ReadStatement.listProfileInGroup, [focus.key, gender.key, indicators, keys], take)
        }
        // Of internal indicators no place is kept, not even where the latest values are.
        let cleared = try connection.rows(
            ReadStatement.listClearedIndicators, focus.key, gender.key
        ).filter { indicators?.contains($0) != false }
        guard !cleared.isEmpty else { return rows }
        let keys = try keys(scope, focus, &connection)
        try connection.stream(
            ReadStatement.listProfileAsOf,
            [
                focus.key, gender.key, cleared, keys, PostgresTimestamp?.none, Int32?.none,
            ], take)
        return rows
    }

    /// Keys of those among whom the places are.
    private static func keys(
        _ scope: Scope, _ focus: Municipality, _ connection: inout Connection
    ) throws -> [Int16] {
        switch scope {
        case .everybody: keys(try MunicipalityDimension.names(&connection), focus)
        case .group(let members): keys(members, focus)
        }
    }

    private static func keys(_ members: [Municipality], _ focus: Municipality) -> [Int16] {
        var keys = members.filter { $0.kind == focus.kind }.map(\.key)
        if !keys.contains(focus.key) { keys.append(focus.key) }
        return keys
    }
}
