public import Indicators
public import Postgres
public import Warehouse

/// Whose changes are told, and since when.
public struct ChangeScope: Sendable {
    /// From when.
    public var start: ChangeStart
    /// Until when; `nil` for now.
    public var asOf: PostgresTimestamp?
    /// The indicators; `nil` for all.
    public var indicators: [Indicator]?
    /// The municipality in focus; `nil` for none.
    public var focus: Municipality?
    /// The group among whose members places are told; `nil` for none.
    public var group: PeerGroup?

    /// Takes every change since a start.
    public init(start: ChangeStart) {
        self.start = start
    }
}

/// Streams changes in a stable order: indicator, newest period first, gender, municipality.
public enum ChangeReader {
    /// Calls the body with each change, those without any value left out.
    ///
    /// With a focus and a group the changes of both are told, each with the place of the focus; with a
    /// group alone each with the municipality's own place; with a focus alone its own changes.
    ///
    /// - Returns: how many changes there are of each kind.
    /// - Throws: what the server reports, and what the body throws.
    public static func stream(
        _ scope: ChangeScope, municipalities: MunicipalityDirectory, indicators: [Indicator],
        _ connection: inout Connection, _ body: (OutcomeChange) throws -> Void
    ) throws -> ChangeCounts {
        var counts = ChangeCounts()
        let byKey = Dictionary(indicators.map { ($0.key, $0) }) { first, _ in first }
        let units = Dictionary(municipalities.municipalities.map { ($0.key, $0) }) { first, _ in
            first
        }
        try connection.stream(
            ReadStatement.listChanges,
            [
                scope.start.moment, scope.asOf, scope.indicators?.map(\.key), scope.focus?.key,
                scope.group?.code, PostgresDate.today,
            ]
        ) { row in
            let key = try row.decode(Int32.self, at: 0)
            let unit = try row.decode(Int16.self, at: 3)
            guard let indicator = byKey[key], let municipality = units[unit],
                let period = Period(try row.decode(String.self, at: 1)),
                let gender = Gender(rawValue: try row.decode(String.self, at: 2))
            else {
                throw PostgresError(
                    .decoding, "a change is about indicator \(key) and unit \(unit), unknown here")
            }
            let change = OutcomeChange(
                indicator: indicator, municipality: municipality, period: period, gender: gender,
                old: try statement(row, at: 4), new: try statement(row, at: 6),
                run: Int(try row.decode(Int32.self, at: 8)),
                recordedAt: try row.decode(PostgresTimestamp.self, at: 9),
                source: try row.decode(String.self, at: 10), oldPlace: try place(row, at: 11),
                newPlace: try place(row, at: 13))
            counts.add(change.kind)
            if change.kind != .none { try body(change) }
        }
        return counts
    }

    private static func statement(
        _ row: borrowing Row, at index: Int
    ) throws -> OutcomeChange.Statement? {
        guard let key = try row.decode(Int16?.self, at: index + 1) else { return nil }
        guard let status = OutcomeStatus(key: key) else {
            throw PostgresError(.decoding, "the status \(key) is unknown to this program")
        }
        return OutcomeChange.Statement(
            value: try row.decode(ScaledDecimal?.self, at: index), status: status)
    }

    private static func place(
        _ row: borrowing Row, at index: Int
    ) throws -> OutcomeChange.Place? {
        guard let rank = try row.decode(Int64?.self, at: index),
            let ranked = try row.decode(Int64?.self, at: index + 1)
        else { return nil }
        return OutcomeChange.Place(rank: Int(rank), ranked: Int(ranked))
    }
}
