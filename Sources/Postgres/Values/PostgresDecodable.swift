/// A type whose values can be read from PostgreSQL's binary format.
public protocol PostgresDecodable {
    /// Whether a column of a PostgreSQL type can be read as this Swift type.
    static func accepts(oid: UInt32) -> Bool

    /// Reads one value that is not NULL.
    static func decode(_ bytes: RawSpan, oid: UInt32) throws(PostgresValueError) -> Self

    /// The value for NULL; an error for every type but `Optional`.
    static func decodeNull() throws(PostgresValueError) -> Self
}

extension PostgresDecodable {
    /// Refuses NULL.
    public static func decodeNull() throws(PostgresValueError) -> Self {
        throw PostgresValueError("the value is NULL; read it as \(Self.self)?")
    }
}

extension RawSpan {
    /// Reads an integer, most significant byte first.
    func integer<T: FixedWidthInteger & BitwiseCopyable>(
        at offset: Int, as type: T.Type
    ) throws(PostgresValueError) -> T {
        guard offset >= 0, byteCount >= MemoryLayout<T>.size,
            offset <= byteCount - MemoryLayout<T>.size
        else {
            throw PostgresValueError("the value ends after \(byteCount) bytes")
        }
        return T(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: type))
    }

    /// Reads the integer that is the whole value.
    func wholeInteger<T: FixedWidthInteger & BitwiseCopyable>(
        as type: T.Type
    ) throws(PostgresValueError) -> T {
        guard byteCount == MemoryLayout<T>.size else {
            throw PostgresValueError(
                "\(MemoryLayout<T>.size) bytes were expected, \(byteCount) came")
        }
        return T(bigEndian: unsafeLoadUnaligned(fromByteOffset: 0, as: type))
    }

    /// Reads UTF-8 from an offset to the end.
    func text(from offset: Int = 0) throws(PostgresValueError) -> String {
        // A span is validated many bytes at a time, which a collection is not.
        let text = withUnsafeBytes { bytes in
            UnsafeRawBufferPointer(rebasing: bytes[Swift.min(offset, bytes.count)...])
                .withMemoryRebound(to: UInt8.self) { buffer -> String? in
                    guard let valid = try? UTF8Span(validating: buffer.span) else { return nil }
                    return String(copying: valid)
                }
        }
        guard let text else { throw PostgresValueError("the text is not valid UTF-8") }
        return text
    }
}
