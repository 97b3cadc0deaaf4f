extension CopyBinaryWriter {
    /// Writes a text to a column of any text type, an enumeration, `json` or `jsonb`.
    public mutating func write(_ value: String) throws(PostgresError) {
        var value = value
        var failure: PostgresError?
        value.withUTF8 { utf8 in
            do throws(PostgresError) {
                try writeText(bytes: UnsafeRawBufferPointer(utf8))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    /// Writes the bytes of a text in UTF-8, as ``write(_:)`` does a `String`.
    ///
    /// That they are UTF-8 is checked by the server.
    public mutating func writeText(_ bytes: Span<UInt8>) throws(PostgresError) {
        try bytes.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) throws(PostgresError) in
            try writeText(bytes: bytes)
        }
    }

    /// Writes the bytes of a text in UTF-8, as ``write(_:)`` does a `String`.
    ///
    /// That they are UTF-8 is checked by the server.
    public mutating func writeText(bytes: UnsafeRawBufferPointer) throws(PostgresError) {
        let target = try nextColumn()
        let isVersioned = target.kind == .jsonb
        guard target.kind == .text || isVersioned else { throw mismatch("text", target) }
        if holdsNULByte(bytes[...]) {
            throw failed("a text with a NUL byte cannot be stored by PostgreSQL", target)
        }
        guard let length = Int32(exactly: bytes.count + (isVersioned ? 1 : 0)) else {
            throw failed("the text is larger than 2 GiB", target)
        }
        try reserve(5)
        put(length)
        if isVersioned { put(PostgresJSON.version) }
        try put(bytes)
    }
}
