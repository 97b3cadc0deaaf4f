internal import Glibc

/// A value that can be sent to the server in PostgreSQL's binary format.
public protocol PostgresEncodable {
    /// The PostgreSQL type the value is sent as.
    static var postgresOID: UInt32 { get }

    /// Whether the value is NULL; only `Optional` can be.
    var isPostgresNull: Bool { get }

    /// Appends the bytes of the value; not called for NULL.
    func encode(into output: inout BinaryOutput) throws(PostgresValueError)

    /// Writes the value as the next one of a COPY row.
    func copy(into writer: inout CopyBinaryWriter) throws(PostgresError)
}

extension PostgresEncodable {
    /// Not NULL.
    public var isPostgresNull: Bool { false }

    /// Encodes the value and writes it, if the column has exactly this type.
    public func copy(into writer: inout CopyBinaryWriter) throws(PostgresError) {
        try writer.writeEncoded(self)
    }
}

/// Collects the bytes of values in network byte order.
public struct BinaryOutput: ~Copyable {
    private(set) var bytes: [UInt8] = []

    init() {}

    /// The number of bytes so far.
    public var count: Int { bytes.count }

    /// Appends an integer, most significant byte first.
    public mutating func append<T: FixedWidthInteger>(_ integer: T) {
        withUnsafeBytes(of: integer.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// Appends the UTF-8 of a text, which must not hold a NUL byte: PostgreSQL has none in text.
    public mutating func append(text: String) throws(PostgresValueError) {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        let holdsNUL = bytes.withUnsafeBytes { holdsNULByte($0[start...]) }
        guard !holdsNUL else {
            throw PostgresValueError("a text with a NUL byte cannot be stored by PostgreSQL")
        }
    }

    /// Appends bytes as they are.
    public mutating func append(contentsOf other: some Collection<UInt8>) {
        bytes.append(contentsOf: other)
    }

    /// Overwrites four bytes written earlier, such as a length not known before.
    mutating func replace(at offset: Int, with integer: Int32) {
        withUnsafeBytes(of: integer.bigEndian) {
            bytes.replaceSubrange(offset..<offset + 4, with: $0)
        }
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }
}

/// Looks for a NUL byte with C's search, which is fast in every kind of build.
func holdsNULByte(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    let whole = UnsafeRawBufferPointer(rebasing: bytes)
    return whole.baseAddress.map { memchr($0, 0, whole.count) != nil } ?? false
}
