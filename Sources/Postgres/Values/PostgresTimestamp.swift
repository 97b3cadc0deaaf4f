/// A point in time, `timestamp with time zone` in PostgreSQL, exact to the microsecond.
public struct PostgresTimestamp: Sendable, Hashable, Comparable, BitwiseCopyable {
    /// Microseconds since 2000-01-01T00:00:00Z.
    public let microsecondsSince2000: Int64

    /// 2000-01-01T00:00:00Z in microseconds since 1970-01-01T00:00:00Z.
    static let unixOffset: Int64 = 946_684_800_000_000

    /// Makes the point so many microseconds after 2000-01-01T00:00:00Z.
    public init(microsecondsSince2000: Int64) {
        self.microsecondsSince2000 = microsecondsSince2000
    }

    /// Makes the point so many microseconds after 1970-01-01T00:00:00Z.
    ///
    /// What PostgreSQL cannot represent (before year −4712) is refused when it is sent.
    public init(unixMicroseconds: Int64) {
        let (value, overflow) = unixMicroseconds.subtractingReportingOverflow(Self.unixOffset)
        self.init(microsecondsSince2000: overflow ? .min : value)
    }

    /// Microseconds since 1970-01-01T00:00:00Z; valid for every timestamp that was read.
    public var unixMicroseconds: Int64 {
        let (value, overflow) = microsecondsSince2000.addingReportingOverflow(Self.unixOffset)
        return overflow ? .max : value
    }

    /// Whether one point comes before the other.
    public static func < (left: PostgresTimestamp, right: PostgresTimestamp) -> Bool {
        left.microsecondsSince2000 < right.microsecondsSince2000
    }
}

extension PostgresTimestamp: PostgresEncodable, PostgresDecodable {
    /// The PostgreSQL type a value is sent as.
    public static var postgresOID: UInt32 { PostgresOID.timestamptz }

    /// Appends the bytes of the value.
    public func encode(into output: inout BinaryOutput) throws(PostgresValueError) {
        output.append(try finite().microsecondsSince2000)
    }

    /// Writes the value as the next one of a COPY row.
    public func copy(into writer: inout CopyBinaryWriter) throws(PostgresError) {
        try writer.write(self)
    }

    /// Whether a column of this PostgreSQL type can be read.
    public static func accepts(oid: UInt32) -> Bool { oid == PostgresOID.timestamptz }

    /// Reads one value.
    public static func decode(
        _ bytes: RawSpan, oid: UInt32
    ) throws(PostgresValueError) -> PostgresTimestamp {
        try PostgresTimestamp(microsecondsSince2000: bytes.wholeInteger(as: Int64.self)).finite()
    }

    /// The server uses the two ends of the range for its infinities; what lies so near to the
    /// upper one that Unix microseconds cannot count it (year 294246) is refused as well.
    func finite() throws(PostgresValueError) -> PostgresTimestamp {
        guard microsecondsSince2000 != .min, microsecondsSince2000 != .max else {
            throw PostgresValueError("an infinite timestamp is not supported")
        }
        guard microsecondsSince2000 <= Int64.max - Self.unixOffset else {
            throw PostgresValueError("a timestamp after the year 294246 is not supported")
        }
        return self
    }
}
