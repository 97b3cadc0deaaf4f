extension Bool: PostgresArrayElement {
    /// The PostgreSQL type of an array of these.
    public static var postgresArrayOID: UInt32 { PostgresOID.boolArray }
    /// Whether a column of this PostgreSQL type can be read as an array.
    public static func acceptsArray(oid: UInt32) -> Bool { oid == PostgresOID.boolArray }
}

extension Int16: PostgresArrayElement {
    /// The PostgreSQL type of an array of these.
    public static var postgresArrayOID: UInt32 { PostgresOID.int2Array }
    /// Whether a column of this PostgreSQL type can be read as an array.
    public static func acceptsArray(oid: UInt32) -> Bool { oid == PostgresOID.int2Array }
}

extension Int32: PostgresArrayElement {
    /// The PostgreSQL type of an array of these.
    public static var postgresArrayOID: UInt32 { PostgresOID.int4Array }
    /// Whether a column of this PostgreSQL type can be read as an array.
    public static func acceptsArray(oid: UInt32) -> Bool {
        oid == PostgresOID.int4Array || oid == PostgresOID.int2Array
    }
}

extension Int64: PostgresArrayElement {
    /// The PostgreSQL type of an array of these.
    public static var postgresArrayOID: UInt32 { PostgresOID.int8Array }
    /// Whether a column of this PostgreSQL type can be read as an array.
    public static func acceptsArray(oid: UInt32) -> Bool {
        oid == PostgresOID.int8Array || Int32.acceptsArray(oid: oid)
    }
}

extension Int: PostgresArrayElement {
    /// The PostgreSQL type of an array of these.
    public static var postgresArrayOID: UInt32 { PostgresOID.int8Array }
    /// Whether a column of this PostgreSQL type can be read as an array.
    public static func acceptsArray(oid: UInt32) -> Bool { Int64.acceptsArray(oid: oid) }
}

extension Double: PostgresArrayElement {
    /// The PostgreSQL type of an array of these.
    public static var postgresArrayOID: UInt32 { PostgresOID.float8Array }
    /// Whether a column of this PostgreSQL type can be read as an array.
    public static func acceptsArray(oid: UInt32) -> Bool { oid == PostgresOID.float8Array }
}

extension String: PostgresArrayElement {
    /// The PostgreSQL type of an array of these.
    public static var postgresArrayOID: UInt32 { PostgresOID.textArray }
    /// Whether a column of this PostgreSQL type can be read as an array.
    public static func acceptsArray(oid: UInt32) -> Bool {
        switch oid {
        case PostgresOID.textArray, PostgresOID.varcharArray, PostgresOID.nameArray,
            PostgresOID.bpcharArray:
            true
        default:
            false
        }
    }
}

extension PostgresNumeric: PostgresArrayElement {
    /// The PostgreSQL type of an array of these.
    public static var postgresArrayOID: UInt32 { PostgresOID.numericArray }
    /// Whether a column of this PostgreSQL type can be read as an array.
    public static func acceptsArray(oid: UInt32) -> Bool { oid == PostgresOID.numericArray }
}

extension PostgresDate: PostgresArrayElement {
    /// The PostgreSQL type of an array of these.
    public static var postgresArrayOID: UInt32 { PostgresOID.dateArray }
    /// Whether a column of this PostgreSQL type can be read as an array.
    public static func acceptsArray(oid: UInt32) -> Bool { oid == PostgresOID.dateArray }
}

extension PostgresTimestamp: PostgresArrayElement {
    /// The PostgreSQL type of an array of these.
    public static var postgresArrayOID: UInt32 { PostgresOID.timestamptzArray }
    /// Whether a column of this PostgreSQL type can be read as an array.
    public static func acceptsArray(oid: UInt32) -> Bool { oid == PostgresOID.timestamptzArray }
}

/// Arrays with NULL elements: `[String?]` is `text[]` too.
extension Optional: PostgresArrayElement
where Wrapped: PostgresArrayElement & PostgresEncodable & PostgresDecodable {
    /// The PostgreSQL type of an array of these.
    public static var postgresArrayOID: UInt32 { Wrapped.postgresArrayOID }
    /// Whether a column of this PostgreSQL type can be read as an array.
    public static func acceptsArray(oid: UInt32) -> Bool { Wrapped.acceptsArray(oid: oid) }
}

/// `[UInt8]` is `bytea`: bytes as they are.
extension UInt8: PostgresArrayElement {
    /// The PostgreSQL type of an array of these.
    public static var postgresArrayOID: UInt32 { PostgresOID.bytea }
    /// Whether a column of this PostgreSQL type can be read as an array.
    public static func acceptsArray(oid: UInt32) -> Bool { oid == PostgresOID.bytea }

    /// Appends the bytes of an array.
    public static func encodeArray(_ elements: [UInt8], into output: inout BinaryOutput) {
        output.append(contentsOf: elements)
    }

    /// Reads an array.
    public static func decodeArray(_ bytes: RawSpan, oid: UInt32) -> [UInt8] {
        bytes.withUnsafeBytes { Array($0) }
    }
}
