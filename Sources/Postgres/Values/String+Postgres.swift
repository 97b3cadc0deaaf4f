/// Sent as `text`; reads every kind of text, and `json` and `jsonb` as they are written.
extension String: PostgresEncodable, PostgresDecodable {
    /// The PostgreSQL type a value is sent as.
    public static var postgresOID: UInt32 { PostgresOID.text }

    /// Appends the bytes of the value.
    public func encode(into output: inout BinaryOutput) throws(PostgresValueError) {
        try output.append(text: self)
    }

    /// Writes the value as the next one of a COPY row.
    public func copy(into writer: inout CopyBinaryWriter) throws(PostgresError) {
        try writer.write(self)
    }

    /// Whether a column of this PostgreSQL type can be read.
    public static func accepts(oid: UInt32) -> Bool {
        switch oid {
        case PostgresOID.text, PostgresOID.varchar, PostgresOID.name, PostgresOID.bpchar,
            PostgresOID.char, PostgresOID.unknown, PostgresOID.json, PostgresOID.jsonb:
            true
        default:
            false
        }
    }

    /// Reads one value.
    public static func decode(_ bytes: RawSpan, oid: UInt32) throws(PostgresValueError) -> String {
        guard oid == PostgresOID.jsonb else { return try bytes.text() }
        return try PostgresJSON.decode(bytes, oid: oid).text
    }
}

/// A JSON text, sent as `jsonb`; reads `jsonb` and `json`.
public struct PostgresJSON: Sendable, Hashable, PostgresEncodable, PostgresDecodable {
    /// The JSON text.
    ///
    /// What comes back from `jsonb` has the server's spacing and key order.
    public let text: String

    /// The only format `jsonb` has had so far.
    static let version: UInt8 = 1

    /// Wraps a JSON text; whether it is JSON is for the server to say.
    public init(text: String) {
        self.text = text
    }

    /// The PostgreSQL type a value is sent as.
    public static var postgresOID: UInt32 { PostgresOID.jsonb }

    /// Appends the bytes of the value.
    public func encode(into output: inout BinaryOutput) throws(PostgresValueError) {
        output.append(Self.version)
        try output.append(text: text)
    }

    /// Whether a column of this PostgreSQL type can be read.
    public static func accepts(oid: UInt32) -> Bool {
        oid == PostgresOID.jsonb || oid == PostgresOID.json
    }

    /// Reads one value.
    public static func decode(
        _ bytes: RawSpan, oid: UInt32
    ) throws(PostgresValueError) -> PostgresJSON {
        guard oid == PostgresOID.jsonb else { return PostgresJSON(text: try bytes.text()) }
        let version = try bytes.integer(at: 0, as: UInt8.self)
        guard version == Self.version else {
            throw PostgresValueError("jsonb of version \(version) is unknown")
        }
        return PostgresJSON(text: try bytes.text(from: 1))
    }
}
