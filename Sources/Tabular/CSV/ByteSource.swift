/// Where raw bytes come from: a file, a stream, or memory.
enum ByteSource: ~Copyable {
    case file(InputFile)
    case stream(InputStream)
    case memory(MemoryBytes)

    /// The path to name in errors.
    var path: String? {
        switch self {
        case .file(let file): file.path
        case .stream(let stream): stream.path
        case .memory: nil
        }
    }

    /// Verifies at the end that the file is still the one that was opened.
    func checkUnchanged() throws(TabularError) {
        switch self {
        case .file(let file): try file.checkUnchanged()
        case .stream: break
        case .memory: break
        }
    }

    /// Reads the next bytes; 0 only at the end.
    mutating func read(
        into buffer: UnsafeMutableBufferPointer<UInt8>
    ) throws(TabularError) -> Int {
        switch consume self {
        case .file(var file):
            let result = Result { () throws(TabularError) in
                try file.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            self = .file(file)
            return try result.get()
        case .stream(var stream):
            let result = Result { () throws(TabularError) in try stream.read(into: buffer) }
            self = .stream(stream)
            return try result.get()
        case .memory(var bytes):
            let count = bytes.read(into: buffer)
            self = .memory(bytes)
            return count
        }
    }
}

/// Bytes in memory, read as if they were a file.
struct MemoryBytes {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    mutating func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        let count = Swift.min(buffer.count, rest.count)
        _ = buffer.update(fromContentsOf: rest.prefix(count))
        rest = rest.dropFirst(count)
        return count
    }
}
