/// A type whose arrays are PostgreSQL values: `[Int32]` is `integer[]`, `[UInt8]` is `bytea`.
public protocol PostgresArrayElement {
    /// The PostgreSQL type of an array of these.
    static var postgresArrayOID: UInt32 { get }

    /// Appends the bytes of an array.
    static func encodeArray(
        _ elements: [Self], into output: inout BinaryOutput
    ) throws(PostgresValueError)

    /// Whether a column of a PostgreSQL type can be read as an array of these.
    static func acceptsArray(oid: UInt32) -> Bool

    /// Reads an array.
    static func decodeArray(_ bytes: RawSpan, oid: UInt32) throws(PostgresValueError) -> [Self]
}

extension Array: PostgresEncodable where Element: PostgresArrayElement {
    /// The PostgreSQL type a value is sent as.
    public static var postgresOID: UInt32 { Element.postgresArrayOID }

    /// Appends the bytes of the value.
    public func encode(into output: inout BinaryOutput) throws(PostgresValueError) {
        try Element.encodeArray(self, into: &output)
    }
}

extension Array: PostgresDecodable where Element: PostgresArrayElement {
    /// Whether a column of this PostgreSQL type can be read.
    public static func accepts(oid: UInt32) -> Bool { Element.acceptsArray(oid: oid) }

    /// Reads one value.
    public static func decode(_ bytes: RawSpan, oid: UInt32) throws(PostgresValueError) -> Self {
        try Element.decodeArray(bytes, oid: oid)
    }
}

/// The format of arrays: dimensions, flag, element type; then size and lower bound of each
/// dimension; then every element with its length, -1 for NULL.
extension PostgresArrayElement where Self: PostgresEncodable & PostgresDecodable {
    /// Appends a one-dimensional array.
    public static func encodeArray(
        _ elements: [Self], into output: inout BinaryOutput
    ) throws(PostgresValueError) {
        guard let count = Int32(exactly: elements.count) else {
            throw PostgresValueError("an array of \(elements.count) elements is too long")
        }
        output.append((elements.isEmpty ? 0 : 1) as Int32)
        output.append((elements.contains { $0.isPostgresNull } ? 1 : 0) as Int32)
        output.append(postgresOID)
        guard !elements.isEmpty else { return }
        output.append(count)
        output.append(1 as Int32)
        for element in elements {
            let start = output.count
            output.append(-1 as Int32)
            guard !element.isPostgresNull else { continue }
            try element.encode(into: &output)
            guard let length = Int32(exactly: output.count - start - 4) else {
                throw PostgresValueError("an array element is larger than 2 GiB")
            }
            output.replace(at: start, with: length)
        }
    }

    /// Reads an array of at most one dimension.
    public static func decodeArray(
        _ bytes: RawSpan, oid: UInt32
    ) throws(PostgresValueError) -> [Self] {
        let dimensions = try bytes.integer(at: 0, as: Int32.self)
        let elementOID = try bytes.integer(at: 8, as: UInt32.self)
        guard accepts(oid: elementOID) else {
            throw PostgresValueError("the elements are \(PostgresOID.name(of: elementOID))")
        }
        guard dimensions != 0 else { return [] }
        guard dimensions == 1 else {
            throw PostgresValueError("the array has \(dimensions) dimensions; only one is read")
        }
        let count = Int(try bytes.integer(at: 12, as: Int32.self))
        var elements: [Self] = []
        elements.reserveCapacity(max(0, min(count, bytes.byteCount / 4)))
        var offset = 20
        for _ in 0..<max(0, count) {
            let length = Int(try bytes.integer(at: offset, as: Int32.self))
            offset += 4
            guard length >= 0 else {
                elements.append(try decodeNull())
                continue
            }
            guard length <= bytes.byteCount - offset else {
                throw PostgresValueError("the array ends within an element")
            }
            elements.append(
                try decode(bytes.extracting(offset..<offset + length), oid: elementOID))
            offset += length
        }
        return elements
    }
}
