internal import CLibPQ

/// Writes the rows of one COPY, value by value, through one reused buffer.
///
/// A row begins with ``startRow()`` and has one value for each column. A value that does not fit
/// its column is an error that names row and column; after an error nothing more can be written,
/// and the COPY leaves nothing behind.
public struct CopyBinaryWriter: ~Copyable {
    /// Big enough that a call to libpq costs nothing per row, small enough for the cache.
    static let capacity = 128 * 1024

    private let connection: OpaquePointer
    private let cancellation: CancellationHandle
    private let table: String
    private let columns: [CopyColumn]
    private let buffer: UnsafeMutableRawBufferPointer
    private var used = 0
    /// The column the next value goes to.
    private var column: Int
    private var scratch = BinaryOutput()
    /// The first error; a closure that ignores it cannot go on all the same.
    private(set) var failure: PostgresError?
    /// How many rows were begun.
    public private(set) var rowCount = 0

    init(
        _ connection: OpaquePointer, cancellation: CancellationHandle, table: String,
        columns: [CopyColumn]
    ) {
        self.connection = connection
        self.cancellation = cancellation
        self.table = table
        self.columns = columns
        column = columns.count
        buffer = .allocate(byteCount: Self.capacity, alignment: 8)
        // Signature, flags, and the length of an extension that does not exist.
        let header: [UInt8] =
            Array("PGCOPY\n".utf8) + [0xFF, 13, 10, 0] + Array(repeating: 0, count: 8)
        buffer.copyBytes(from: header)
        used = header.count
    }

    deinit { buffer.deallocate() }

    /// Begins a row; the one before must be complete.
    public mutating func startRow() throws(PostgresError) {
        guard failure == nil, column == columns.count else { throw incompleteRow() }
        try reserve(2)
        put(Int16(truncatingIfNeeded: columns.count))
        column = 0
        rowCount += 1
    }

    /// Writes NULL.
    public mutating func writeNull() throws(PostgresError) {
        _ = try nextColumn()
        try reserve(4)
        put(-1 as Int32)
    }

    /// Completes the last row, writes the end mark and hands over what is left.
    mutating func finish() throws(PostgresError) {
        guard failure == nil, column == columns.count else { throw incompleteRow() }
        try reserve(2)
        put(-1 as Int16)
        try flush()
    }
}

extension CopyBinaryWriter {
    /// The column the next value goes to.
    @inline(__always)
    mutating func nextColumn() throws(PostgresError) -> CopyColumn {
        guard column < columns.count, failure == nil else { throw surplusValue() }
        defer { column += 1 }
        return columns[column]
    }

    /// Makes room; for no more than the capacity.
    @inline(__always)
    mutating func reserve(_ count: Int) throws(PostgresError) {
        if used + count > Self.capacity { try flush() }
    }

    /// Writes an integer where room was made.
    @inline(__always)
    mutating func put<T: FixedWidthInteger & BitwiseCopyable>(_ value: T) {
        buffer.storeBytes(of: value.bigEndian, toByteOffset: used, as: T.self)
        used += MemoryLayout<T>.size
    }

    /// Writes bytes of any number.
    mutating func put(_ bytes: UnsafeRawBufferPointer) throws(PostgresError) {
        if bytes.count > Self.capacity - used { try flush() }
        guard bytes.count <= Self.capacity else {
            // Larger than the buffer: passed on from where it lies.
            var rest = bytes[...]
            while !rest.isEmpty {
                try send(UnsafeRawBufferPointer(rebasing: rest.prefix(Self.capacity)))
                rest = rest.dropFirst(Self.capacity)
            }
            return
        }
        UnsafeMutableRawBufferPointer(rebasing: buffer[used...]).copyMemory(from: bytes)
        used += bytes.count
    }

    /// Writes a value by way of its own encoding, if the column has exactly its type.
    mutating func writeEncoded<T: PostgresEncodable>(_ value: T) throws(PostgresError) {
        let target = try nextColumn()
        guard target.oid == T.postgresOID else { throw mismatch("\(T.self)", target) }
        scratch.removeAll()
        do throws(PostgresValueError) {
            try value.encode(into: &scratch)
        } catch {
            throw failed(error.reason, target)
        }
        guard let length = Int32(exactly: scratch.count) else {
            throw failed("the value is larger than 2 GiB", target)
        }
        try reserve(4)
        put(length)
        let bytes = scratch.bytes
        try bytes.span.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) throws(PostgresError) in
            try put(bytes)
        }
    }

    private mutating func flush() throws(PostgresError) {
        guard used > 0 else { return }
        let full = UnsafeRawBufferPointer(rebasing: buffer[..<used])
        used = 0
        try send(full)
    }

    private mutating func send(_ bytes: UnsafeRawBufferPointer) throws(PostgresError) {
        guard !cancellation.takeRequest() else { throw keep(PostgresError.cancelledByRequest) }
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard PQputCopyData(connection, start, Int32(truncatingIfNeeded: bytes.count)) == 1 else {
            throw keep(PostgresError(sendingOn: connection, statement: "COPY \(table)"))
        }
    }
}

extension CopyBinaryWriter {
    /// The error of a value that is of another type than its column.
    mutating func mismatch(_ type: String, _ target: CopyColumn) -> PostgresError {
        failed("a Swift \(type) cannot be written to it", target)
    }

    /// The error of a value, with its row and column.
    mutating func failed(_ reason: String, _ target: CopyColumn) -> PostgresError {
        let typeName = PostgresOID.name(of: target.oid)
        var error = PostgresError(
            .encoding,
            "row \(rowCount), column \"\(target.name)\" (\(typeName)) of \(table): \(reason)")
        error.table = table
        error.column = target.name
        error.dataType = typeName
        return keep(error)
    }

    private mutating func incompleteRow() -> PostgresError {
        failure
            ?? keep(
                PostgresError(
                    .protocolMisuse,
                    "row \(rowCount) of \(table) has \(column) values, not \(columns.count)"))
    }

    private mutating func surplusValue() -> PostgresError {
        if let failure { return failure }
        guard rowCount > 0 else {
            return keep(PostgresError(.protocolMisuse, "a value was written before startRow()"))
        }
        return keep(
            PostgresError(
                .protocolMisuse, "row \(rowCount) of \(table) has more than \(column) values"))
    }

    private mutating func keep(_ error: PostgresError) -> PostgresError {
        failure = failure ?? error
        return error
    }
}
