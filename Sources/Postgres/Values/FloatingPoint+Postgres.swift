/// Sent as `double precision`; reads `double precision` and `real`.
extension Double: PostgresEncodable, PostgresDecodable {
    /// The PostgreSQL type a value is sent as.
    public static var postgresOID: UInt32 { PostgresOID.float8 }

    /// Appends the bytes of the value.
    public func encode(into output: inout BinaryOutput) {
        output.append(bitPattern)
    }

    /// Writes the value as the next one of a COPY row.
    public func copy(into writer: inout CopyBinaryWriter) throws(PostgresError) {
        try writer.write(self)
    }

    /// Whether a column of this PostgreSQL type can be read.
    public static func accepts(oid: UInt32) -> Bool {
        oid == PostgresOID.float8 || oid == PostgresOID.float4
    }

    /// Reads one value.
    public static func decode(_ bytes: RawSpan, oid: UInt32) throws(PostgresValueError) -> Double {
        oid == PostgresOID.float4
            ? Double(try Float.decode(bytes, oid: oid))
            : Double(bitPattern: try bytes.wholeInteger(as: UInt64.self))
    }
}

/// `real`.
extension Float: PostgresEncodable, PostgresDecodable {
    /// The PostgreSQL type a value is sent as.
    public static var postgresOID: UInt32 { PostgresOID.float4 }

    /// Appends the bytes of the value.
    public func encode(into output: inout BinaryOutput) {
        output.append(bitPattern)
    }

    /// Whether a column of this PostgreSQL type can be read.
    public static func accepts(oid: UInt32) -> Bool { oid == PostgresOID.float4 }

    /// Reads one value.
    public static func decode(_ bytes: RawSpan, oid: UInt32) throws(PostgresValueError) -> Float {
        Float(bitPattern: try bytes.wholeInteger(as: UInt32.self))
    }
}
