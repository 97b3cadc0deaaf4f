public import Indicators
public import Postgres
internal import Warehouse

extension Concealment {
    /// Finds what must be hidden of some indicators; asks the server only where one is internal.
    ///
    /// - Parameters:
    ///   - connection: where to read.
    ///   - indicators: the indicators whose figures are to be shown.
    ///   - municipalities: whose figures; of all when `nil`.
    public static func read(
        _ connection: inout Connection, of indicators: [Indicator],
        municipalities: [Municipality]? = nil
    ) throws(PostgresError) -> Concealment {
        let `internal` = indicators.filter { $0.disclosure != .public }
        guard !`internal`.isEmpty else { return .nothing }
        var statements: [Statement] = []
        for row in try connection.rows(
            ReadStatement.listInternalStatements, `internal`.map(\.key),
            municipalities?.map(\.key))
        {
            guard let period = Period(row.2), let gender = Gender(rawValue: row.3) else {
                throw PostgresError(
                    .decoding, "the period \(row.2) or the gender \(row.3) is unknown to this program")
            }
            statements.append(
                Statement(
                    key: Key(
                        indicator: row.0, municipality: row.1, period: period, gender: gender),
                    value: row.4, numerator: row.5, denominator: row.6,
                    respondents: row.7.map(Int.init)))
        }
        return Concealment(
            statements,
            indicators: Dictionary(uniqueKeysWithValues: `internal`.map { ($0.key, $0) }))
    }
}
