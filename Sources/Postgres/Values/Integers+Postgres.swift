/// `smallint`.
extension Int16: PostgresEncodable, PostgresDecodable {
    /// The PostgreSQL type a value is sent as.
    public static var postgresOID: UInt32 { PostgresOID.int2 }

    /// Appends the bytes of the value.
    public func encode(into output: inout BinaryOutput) {
        output.append(self)
    }

    /// Writes the value as the next one of a COPY row.
    public func copy(into writer: inout CopyBinaryWriter) throws(PostgresError) {
        try writer.write(self)
    }

    /// Whether a column of this PostgreSQL type can be read.
    public static func accepts(oid: UInt32) -> Bool {
        oid == PostgresOID.int2
    }

    /// Reads one value.
    public static func decode(_ bytes: RawSpan, oid: UInt32) throws(PostgresValueError) -> Int16 {
        try decodeInteger(bytes, oid: oid)
    }
}

/// Sent as `integer`; reads `integer` and `smallint`.
extension Int32: PostgresEncodable, PostgresDecodable {
    /// The PostgreSQL type a value is sent as.
    public static var postgresOID: UInt32 { PostgresOID.int4 }

    /// Appends the bytes of the value.
    public func encode(into output: inout BinaryOutput) {
        output.append(self)
    }

    /// Writes the value as the next one of a COPY row.
    public func copy(into writer: inout CopyBinaryWriter) throws(PostgresError) {
        try writer.write(self)
    }

    /// Whether a column of this PostgreSQL type can be read.
    public static func accepts(oid: UInt32) -> Bool {
        oid == PostgresOID.int4 || oid == PostgresOID.int2
    }

    /// Reads one value.
    public static func decode(_ bytes: RawSpan, oid: UInt32) throws(PostgresValueError) -> Int32 {
        try decodeInteger(bytes, oid: oid)
    }
}

/// Sent as `bigint`; reads every integer type.
extension Int64: PostgresEncodable, PostgresDecodable {
    /// The PostgreSQL type a value is sent as.
    public static var postgresOID: UInt32 { PostgresOID.int8 }

    /// Appends the bytes of the value.
    public func encode(into output: inout BinaryOutput) {
        output.append(self)
    }

    /// Writes the value as the next one of a COPY row.
    public func copy(into writer: inout CopyBinaryWriter) throws(PostgresError) {
        try writer.write(self)
    }

    /// Whether a column of this PostgreSQL type can be read.
    public static func accepts(oid: UInt32) -> Bool {
        oid == PostgresOID.int8 || oid == PostgresOID.int4 || oid == PostgresOID.int2
    }

    /// Reads one value.
    public static func decode(_ bytes: RawSpan, oid: UInt32) throws(PostgresValueError) -> Int64 {
        try decodeInteger(bytes, oid: oid)
    }
}

/// Sent as `bigint`; reads every integer type.
extension Int: PostgresEncodable, PostgresDecodable {
    /// The PostgreSQL type a value is sent as.
    public static var postgresOID: UInt32 { PostgresOID.int8 }

    /// Appends the bytes of the value.
    public func encode(into output: inout BinaryOutput) {
        output.append(Int64(self))
    }

    /// Writes the value as the next one of a COPY row.
    public func copy(into writer: inout CopyBinaryWriter) throws(PostgresError) {
        try writer.write(self)
    }

    /// Whether a column of this PostgreSQL type can be read.
    public static func accepts(oid: UInt32) -> Bool {
        oid == PostgresOID.int8 || oid == PostgresOID.int4 || oid == PostgresOID.int2
    }

    /// Reads one value.
    public static func decode(_ bytes: RawSpan, oid: UInt32) throws(PostgresValueError) -> Int {
        try decodeInteger(bytes, oid: oid)
    }
}

/// `oid`.
extension UInt32: PostgresEncodable, PostgresDecodable {
    /// The PostgreSQL type a value is sent as.
    public static var postgresOID: UInt32 { PostgresOID.oid }

    /// Appends the bytes of the value.
    public func encode(into output: inout BinaryOutput) {
        output.append(self)
    }

    /// Whether a column of this PostgreSQL type can be read.
    public static func accepts(oid: UInt32) -> Bool { oid == PostgresOID.oid }

    /// Reads one value.
    public static func decode(_ bytes: RawSpan, oid: UInt32) throws(PostgresValueError) -> UInt32 {
        try bytes.wholeInteger(as: UInt32.self)
    }
}

extension FixedWidthInteger {
    /// Reads an integer of the width its type says; only accepted, so never wider than `Self`.
    fileprivate static func decodeInteger(
        _ bytes: RawSpan, oid: UInt32
    ) throws(PostgresValueError) -> Self {
        switch oid {
        case PostgresOID.int2: try exactly(bytes.wholeInteger(as: Int16.self))
        case PostgresOID.int4: try exactly(bytes.wholeInteger(as: Int32.self))
        default: try exactly(bytes.wholeInteger(as: Int64.self))
        }
    }

    private static func exactly(
        _ value: some FixedWidthInteger
    ) throws(PostgresValueError) -> Self {
        guard let result = Self(exactly: value) else {
            throw PostgresValueError("\(value) does not fit")
        }
        return result
    }
}
