/// `boolean`.
extension Bool: PostgresEncodable, PostgresDecodable {
    /// The PostgreSQL type a value is sent as.
    public static var postgresOID: UInt32 { PostgresOID.bool }

    /// Appends the bytes of the value.
    public func encode(into output: inout BinaryOutput) {
        output.append(self ? 1 : 0 as UInt8)
    }

    /// Writes the value as the next one of a COPY row.
    public func copy(into writer: inout CopyBinaryWriter) throws(PostgresError) {
        try writer.write(self)
    }

    /// Whether a column of this PostgreSQL type can be read.
    public static func accepts(oid: UInt32) -> Bool { oid == PostgresOID.bool }

    /// Reads one value.
    public static func decode(_ bytes: RawSpan, oid: UInt32) throws(PostgresValueError) -> Bool {
        try bytes.wholeInteger(as: UInt8.self) != 0
    }
}
