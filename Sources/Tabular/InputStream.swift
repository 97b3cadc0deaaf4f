internal import Glibc

/// Bytes that come once, in order: standard input, or a pipe that has a path.
///
/// Unlike ``InputFile`` it can neither be read twice nor checked for changes. A descriptor that was
/// opened here is closed with the value; standard input stays open.
public struct InputStream: ~Copyable {
    /// The path, or the name to show people for standard input.
    public let path: String
    private let descriptor: CInt
    private let isOwned: Bool
    /// What was read ahead, to be given first.
    private var head: ArraySlice<UInt8> = []
    private var offset = 0

    /// Takes standard input.
    /// - Parameter name: what to call it in messages.
    public init(standardInputNamed name: String) {
        path = name
        descriptor = STDIN_FILENO
        isOwned = false
    }

    /// Opens a pipe or a device.
    /// - Throws: ``TabularError`` with the operating system's own words in `detail`.
    public init(path: String) throws(TabularError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else {
            throw TabularError(.cannotOpen, path: path, detail: InputFile.text(errno))
        }
        self.path = path
        self.descriptor = descriptor
        isOwned = true
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    /// Looks at the beginning without taking it: at least the first line, if there is one.
    ///
    /// - Parameter limit: how many bytes to look at, at most, in search of the end of the line.
    /// - Returns: the bytes read so far; all there are, if they hold no line end below the limit.
    /// - Throws: ``TabularError`` with code `cannotRead`.
    public mutating func peekLine(limit: Int = 1 << 20) throws(TabularError) -> [UInt8] {
        var seen = Array(head)
        let chunk = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
        defer { chunk.deallocate() }
        while seen.count < limit, !seen.contains(0x0A) {
            let count = try receive(into: chunk)
            guard count > 0 else { break }
            seen += chunk[..<count]
        }
        head = seen[...]
        return seen
    }

    /// Reads the next bytes, as many as have come; 0 only at the end.
    mutating func read(
        into buffer: UnsafeMutableBufferPointer<UInt8>
    ) throws(TabularError) -> Int {
        guard head.isEmpty else {
            let count = min(buffer.count, head.count)
            _ = buffer.update(fromContentsOf: head.prefix(count))
            head = head.dropFirst(count)
            return count
        }
        return try receive(into: buffer)
    }

    private mutating func receive(
        into buffer: UnsafeMutableBufferPointer<UInt8>
    ) throws(TabularError) -> Int {
        while true {
            // A task that was cancelled must not wait for somebody to type.
            var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let count = poll(&ready, 1, 100)
            if count == 0 || count < 0 && errno == EINTR {
                if Task.isCancelled {
                    throw TabularError(.cannotRead, path: path, detail: "interrupted")
                }
                continue
            }
            let bytes = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if bytes >= 0 {
                offset += bytes
                return bytes
            }
            guard errno == EINTR || errno == EAGAIN else {
                throw TabularError(
                    .cannotRead, path: path, byteOffset: offset,
                    detail: InputFile.text(errno))
            }
        }
    }
}
