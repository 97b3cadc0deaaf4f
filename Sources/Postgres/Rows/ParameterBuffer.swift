internal import CLibPQ

/// The values of a statement in the form libpq takes them: one block of bytes and four arrays.
struct ParameterBuffer: ~Copyable {
    private var output = BinaryOutput()
    private var oids: [Oid] = []
    /// Where each value starts and how long it is; -1 for NULL.
    private var places: [(start: Int, length: Int)] = []

    /// The same for the same values of the same types, and for no others.
    var fingerprint: [UInt8] {
        var numbers = BinaryOutput()
        for (oid, place) in zip(oids, places) {
            numbers.append(oid)
            numbers.append(Int64(place.length))
        }
        return numbers.bytes + output.bytes
    }

    /// The server's own limit for one message and one value.
    static let maximumBytes = 1 << 30

    init(_ sql: SQL) throws(PostgresError) {
        if let problem = sql.problem ?? (sql.text.utf8.contains(0) ? "a NUL byte" : nil) {
            throw PostgresError(
                .encoding, "the statement cannot be sent: \(problem)", statement: sql.text)
        }
        guard sql.parameters.count <= Int(UInt16.max) else {
            throw PostgresError(
                .encoding, "a statement takes 65535 values at most, not \(sql.parameters.count)",
                hint: "pass the values as one array", statement: sql.text)
        }
        for (index, value) in sql.parameters.enumerated() {
            oids.append(type(of: value).postgresOID)
            guard !value.isPostgresNull else {
                places.append((0, -1))
                continue
            }
            let start = output.count
            do throws(PostgresValueError) {
                try value.encode(into: &output)
            } catch {
                throw Self.failure(value, index, error.reason, sql)
            }
            places.append((start, output.count - start))
            guard output.count < Self.maximumBytes else {
                throw Self.failure(value, index, "the values exceed 1 GiB", sql)
            }
        }
    }

    private static func failure(
        _ value: any PostgresEncodable, _ index: Int, _ reason: String, _ sql: SQL
    ) -> PostgresError {
        let typeName = PostgresOID.name(of: type(of: value).postgresOID)
        var error = PostgresError(
            .encoding,
            "value $\(index + 1) (\(type(of: value))) cannot be sent as \(typeName): \(reason)",
            statement: sql.text)
        error.dataType = typeName
        return error
    }

    /// Sends a statement with the values; rows will come in binary format.
    func send(_ text: String, on connection: OpaquePointer) -> Bool {
        output.bytes.withUnsafeBytes { bytes in
            // An empty value must not look like NULL, so it needs an address too.
            let empty = UnsafePointer<CChar>(bitPattern: 1)
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) ?? empty
            let pointers: [UnsafePointer<CChar>?] = places.map { place in
                place.length < 0 ? nil : start.map { $0 + place.start }
            }
            let lengths = places.map { Int32(truncatingIfNeeded: max(0, $0.length)) }
            let formats = [Int32](repeating: 1, count: places.count)
            return PQsendQueryParams(
                connection, text, Int32(places.count), oids, pointers, lengths, formats, 1) == 1
        }
    }
}
