/// `nil` is NULL of the wrapped value's type.
extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
    /// The PostgreSQL type a value is sent as.
    public static var postgresOID: UInt32 { Wrapped.postgresOID }

    /// Whether the value is NULL.
    public var isPostgresNull: Bool {
        guard case .some(let value) = self else { return true }
        return value.isPostgresNull
    }

    /// Appends the bytes of the value.
    public func encode(into output: inout BinaryOutput) throws(PostgresValueError) {
        guard case .some(let value) = self else { return }
        try value.encode(into: &output)
    }

    /// Writes the value as the next one of a COPY row.
    public func copy(into writer: inout CopyBinaryWriter) throws(PostgresError) {
        guard case .some(let value) = self else { return try writer.writeNull() }
        try value.copy(into: &writer)
    }
}

/// NULL is `nil`.
extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    /// Whether a column of this PostgreSQL type can be read.
    public static func accepts(oid: UInt32) -> Bool { Wrapped.accepts(oid: oid) }

    /// Reads one value.
    public static func decode(_ bytes: RawSpan, oid: UInt32) throws(PostgresValueError) -> Self {
        .some(try Wrapped.decode(bytes, oid: oid))
    }

    /// The value for NULL.
    public static func decodeNull() -> Self { nil }
}
