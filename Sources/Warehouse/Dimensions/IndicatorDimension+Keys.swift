public import Indicators
public import Postgres

extension IndicatorDimension {
    /// The indicators of some keys, by code, with what tables need and no more.
    public static func described(
        _ connection: inout Connection, keys: [Int32]
    ) throws(PostgresError) -> [Indicator] {
        var result: [Indicator] = []
        for row in try connection.rows(ReadStatement.describeIndicators, keys) {
            guard let code = IndicatorCode(row.1), let decimals = UInt8(exactly: row.4),
                let valueKind = ValueKind(rawValue: row.5),
                let polarity = Polarity(rawValue: row.6),
                let uncertainty = Uncertainty(rawValue: row.7),
                let disclosure = Disclosure(rawValue: row.8)
            else {
                throw PostgresError(
                    .decoding, "mart.indicator describes \(row.1) in words unknown to this program")
            }
            result.append(
                Indicator(
                    key: row.0, code: code, title: row.2, unit: row.3, decimals: decimals,
                    valueKind: valueKind, polarity: polarity, operatingArea: row.9,
                    uncertainty: uncertainty, disclosure: disclosure))
        }
        return result
    }
}
