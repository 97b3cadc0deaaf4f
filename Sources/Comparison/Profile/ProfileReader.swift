public import Indicators
public import Postgres
internal import Statistics
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

    /// Reads the latest value of every indicator with its place.
    ///
    /// - Parameters:
    ///   - connection: where to read.
    ///   - focus: the municipality.
    ///   - gender: the gender.
    ///   - indicators: only those with these keys; `nil` for all.
    ///   - scope: among whom the places are.
    ///   - asOf: time of knowledge; `nil` for now.
    /// - Returns: rows in no order.
    /// - Throws: what the server reports.
    public static func rows(
        _ connection: inout Connection, focus: Municipality, gender: Gender,
        indicators: [Int32]?, scope: Scope, asOf: PostgresTimestamp? = nil
    ) throws -> [ProfileRow] {
        var rows: [ProfileRow] = []
        func take(_ row: borrowing Row) throws {
            rows.append(try ProfileRow(row))
        }
        guard asOf == nil else {
            let keys = try keys(scope, focus, &connection)
            try connection.stream(
                ReadStatement.listProfileAsOf, [focus.key, gender.key, indicators, keys, asOf],
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
            [focus.key, gender.key, cleared, keys, PostgresTimestamp?.none], take)
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

extension ProfileRow {
    /// Reads a row of the three queries.
    init(_ row: borrowing Row) throws(PostgresError) {
        let periodKey = try row.decode(Int32.self, at: 10)
        let statusKey = try row.decode(Int16.self, at: 11)
        let text = try row.decode(String.self, at: 1)
        let decimals = try row.decode(Int16.self, at: 4)
        guard let code = IndicatorCode(text), let period = Period(key: periodKey),
            let status = OutcomeStatus(key: statusKey), let printed = UInt8(exactly: decimals),
            let valueKind = ValueKind(rawValue: try row.decode(String.self, at: 5)),
            let polarity = Polarity(rawValue: try row.decode(String.self, at: 6)),
            let uncertainty = Uncertainty(rawValue: try row.decode(String.self, at: 7)),
            let disclosure = Disclosure(rawValue: try row.decode(String.self, at: 8))
        else {
            throw PostgresError(
                .decoding, "mart.profile describes \(text) in words unknown to this program")
        }
        indicator = Indicator(
            key: try row.decode(Int32.self, at: 0), code: code,
            title: try row.decode(String.self, at: 2), unit: try row.decode(String.self, at: 3),
            decimals: printed, valueKind: valueKind, polarity: polarity,
            operatingArea: try row.decode(String?.self, at: 9), uncertainty: uncertainty,
            disclosure: disclosure)
        self.period = period
        self.status = status
        value = try row.decode(ScaledDecimal.self, at: 12)
        units = Int(try row.decode(Int16.self, at: 13))
        higher = Int(try row.decode(Int16.self, at: 14))
        lower = Int(try row.decode(Int16.self, at: 15))
        lowerQuartile = try row.decode(ScaledDecimal.self, at: 16)
        median = try row.decode(ScaledDecimal.self, at: 17)
        upperQuartile = try row.decode(ScaledDecimal.self, at: 18)
        previousValue = try row.decode(ScaledDecimal?.self, at: 19)
        sourceTitle = try row.decode(String.self, at: 26)
        // Most sources state no numerators: then the rest need not be looked at.
        guard let numerator = try row.decode(ScaledDecimal?.self, at: 20),
            let denominator = try row.decode(ScaledDecimal?.self, at: 21)
        else { return }
        share = Proportion(numerator, of: denominator)
        if let count = try row.decode(ScaledDecimal?.self, at: 22),
            let total = try row.decode(ScaledDecimal?.self, at: 23)
        {
            others = Proportion(count.subtracting(numerator), of: total.subtracting(denominator))
        }
        previousShare = Proportion(
            try row.decode(ScaledDecimal?.self, at: 24),
            of: try row.decode(ScaledDecimal?.self, at: 25))
    }
}
