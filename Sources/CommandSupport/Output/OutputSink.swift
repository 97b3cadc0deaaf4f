internal import Glibc
internal import Reporting

/// Where a command's result goes: standard output, or a file that appears whole or not at all.
///
/// Writes are gathered into blocks. Nothing is sure before `finish()`; a sink that is dropped
/// without it discards its file.
public struct OutputSink: ~Copyable {
    private let descriptor: Int32
    /// The path of the file; `nil` for standard output.
    private let path: String?
    private var file: OutputFile?
    private var buffer: [UInt8] = []
    private static let blockSize = 1 << 16

    /// Opens standard output.
    public init() {
        self.init(stream: STDOUT_FILENO)
    }

    /// Opens a stream that somebody else closes.
    init(stream: Int32) {
        descriptor = stream
        path = nil
        file = nil
    }

    /// Opens a file, or standard output for `nil` and `-`.
    /// - Throws: `OutputError` when the file cannot be made.
    public init(path: String?) throws(OutputError) {
        guard let path, path != "-" else {
            descriptor = STDOUT_FILENO
            self.path = nil
            file = nil
            return
        }
        let file = try OutputFile.create(path)
        descriptor = file.descriptor
        self.path = path
        self.file = consume file
    }

    /// Writes a text.
    public mutating func write(_ text: String) throws(OutputError) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.blockSize { try flush() }
    }

    /// Writes bytes.
    public mutating func write(_ bytes: Span<UInt8>) throws(OutputError) {
        if bytes.count >= Self.blockSize {
            try flush()
            try send(bytes)
            return
        }
        bytes.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
        if buffer.count >= Self.blockSize { try flush() }
    }

    /// Writes whole rows of CSV.
    ///
    /// A program gets them as they are. Where a person looks on, what came with the data cannot move
    /// the terminal.
    public mutating func writeRows(_ rows: Span<UInt8>) throws(OutputError) {
        guard path == nil, isatty(descriptor) == 1 else { return try write(rows) }
        let text = rows.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        try write(Escaping.visibleRows(text))
    }

    /// Sends what is gathered on its way.
    public mutating func flush() throws(OutputError) {
        guard !buffer.isEmpty else { return }
        let full = buffer
        buffer.removeAll(keepingCapacity: true)
        try send(full.span)
    }

    /// Writes the rest and, for a file, makes it appear.
    public consuming func finish() throws(OutputError) {
        try flush()
        try file?.complete()
    }

    private func send(_ bytes: Span<UInt8>) throws(OutputError) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.extracting(sent...).withUnsafeBufferPointer {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count >= 0 {
                sent += count
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN:  // somebody made the stream non-blocking: wait until it takes more
                var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&ready, 1, -1)
            default:
                throw .writing(to: path, errno)
            }
        }
    }
}
