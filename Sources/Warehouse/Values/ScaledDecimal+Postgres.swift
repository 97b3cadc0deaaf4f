public import Indicators
public import Postgres

/// Exact decimals travel as PostgreSQL's `numeric`.
extension ScaledDecimal: PostgresEncodable, PostgresDecodable {
    /// `numeric`.
    public static var postgresOID: UInt32 { PostgresNumeric.postgresOID }

    /// Appends the number in `numeric`'s binary form.
    public func encode(into output: inout BinaryOutput) throws(PostgresValueError) {
        try PostgresNumeric(units: units, scale: scale).encode(into: &output)
    }

    /// Writes the number as the next column of a COPY row.
    public func copy(into writer: inout CopyBinaryWriter) throws(PostgresError) {
        try PostgresNumeric(units: units, scale: scale).copy(into: &writer)
    }

    /// Whether a column can be read as an exact decimal.
    public static func accepts(oid: UInt32) -> Bool { PostgresNumeric.accepts(oid: oid) }

    /// Reads `numeric`'s binary form.
    public static func decode(
        _ bytes: RawSpan, oid: UInt32
    ) throws(PostgresValueError) -> ScaledDecimal {
        let numeric = try PostgresNumeric.decode(bytes, oid: oid)
        guard let decimal = ScaledDecimal(units: numeric.units, scale: numeric.scale) else {
            throw PostgresValueError("the number has more than 37 decimals")
        }
        return decimal
    }
}
