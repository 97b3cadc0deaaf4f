internal import Glibc

/// An open regular file, read from start to end in chunks, any number of times.
///
/// The descriptor belongs to the value and is closed with it. Reads are positioned, so two passes
/// over the file never disturb each other. Directories, pipes, sockets and devices are refused,
/// and opening a pipe does not wait for its writer.
public struct InputFile: ~Copyable {
    /// The path as it was given, for errors.
    public let path: String
    /// The size in bytes when the file was opened.
    public let size: Int
    /// What identified the content when the file was opened.
    public let stamp: FileStamp

    /// The number of bytes read since the file was opened or rewound.
    public private(set) var offset = 0
    /// Gets the bytes of every read, in order, so that a reader can be followed by a digest.
    public var onRead: ((Span<UInt8>) -> Void)?

    private let descriptor: CInt

    /// Opens a file for reading.
    ///
    /// - Parameters:
    ///   - path: an absolute path, or one relative to the working directory.
    ///   - name: the path to name in errors, where the file stands in for another; nil is its own.
    /// - Throws: ``TabularError`` with the operating system's own words in `detail`.
    public init(path: String, standingFor name: String? = nil) throws(TabularError) {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw TabularError(.notFound, path: path, detail: "a path may not be empty or hold NUL")
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else {
            throw TabularError(Self.code(ofOpening: errno), path: path, detail: Self.text(errno))
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let failure = errno
            close(descriptor)
            throw TabularError(.cannotOpen, path: path, detail: Self.text(failure))
        }
        let kind = status.st_mode & S_IFMT
        guard kind == S_IFREG else {
            close(descriptor)
            throw TabularError(kind == S_IFDIR ? .isDirectory : .notARegularFile, path: path)
        }
        self.path = name ?? path
        self.descriptor = descriptor
        size = Int(status.st_size)
        stamp = FileStamp(status)
    }

    deinit {
        close(descriptor)
    }

    /// Reads the next bytes of the file.
    ///
    /// The buffer is filled unless the file ends first, so a count below the buffer's own means
    /// that the end is reached.
    ///
    /// - Parameter buffer: memory to fill from its start.
    /// - Returns: the number of bytes read; 0 at the end of the file.
    /// - Throws: ``TabularError`` with code `cannotRead`.
    public mutating func read(
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(TabularError) -> Int {
        guard let base = buffer.baseAddress else { return 0 }
        var filled = 0
        while filled < buffer.count {
            let count = pread(
                descriptor, base + filled, buffer.count - filled, off_t(offset))
            if count > 0 {
                filled += count
                offset += count
            } else if count == 0 {
                break
            } else if errno != EINTR {
                throw TabularError(
                    .cannotRead, path: path, byteOffset: offset, detail: Self.text(errno))
            }
        }
        if filled > 0, let onRead {
            let bytes = UnsafeRawBufferPointer(start: base, count: filled)
            onRead(bytes.assumingMemoryBound(to: UInt8.self).span)
        }
        return filled
    }

    /// Reads the next bytes of the file.
    ///
    /// - Parameter count: how many; fewer come at the end of the file.
    /// - Returns: the bytes; none at the end of the file.
    /// - Throws: ``TabularError`` with code `cannotRead`.
    public mutating func read(atMost count: Int) throws(TabularError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var failure: TabularError?
        let filled = bytes.withUnsafeMutableBytes { buffer in
            do throws(TabularError) {
                return try read(into: buffer)
            } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw failure }
        bytes.removeLast(count - filled)
        return bytes
    }

    /// Makes the next read begin at the start of the file again.
    public mutating func rewind() {
        offset = 0
    }

    /// Verifies that nobody has written to the file since it was opened.
    ///
    /// A figure must come from the bytes whose hash is recorded. So ``inspect(onBytes:)`` and
    /// ``CSVReader`` ask this when they reach the end of the file.
    ///
    /// - Throws: ``TabularError`` with code `changedWhileReading` or `cannotRead`.
    public func checkUnchanged() throws(TabularError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw TabularError(.cannotRead, path: path, detail: Self.text(errno))
        }
        guard FileStamp(status) == stamp else {
            throw TabularError(.changedWhileReading, path: path)
        }
    }

    private static func code(ofOpening failure: CInt) -> TabularError.Code {
        switch failure {
        case ENOENT, ENOTDIR: .notFound
        case EACCES, EPERM: .permissionDenied
        case EISDIR: .isDirectory
        // A socket cannot be opened at all; the system says so with ENXIO.
        case ENXIO: .notARegularFile
        default: .cannotOpen
        }
    }

    /// The operating system's own words for an error number.
    static func text(_ failure: CInt) -> String {
        // strerror is allowed to reuse its memory between threads; the reentrant form is not.
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            guard let base = buffer.baseAddress else { return "error \(failure)" }
            guard strerror_r(failure, base, buffer.count) == 0 else { return "error \(failure)" }
            return String(cString: base)
        }
    }
}

/// What tells one state of a file's content from another without reading it.
public struct FileStamp: Sendable, Hashable {
    /// The size in bytes.
    public let size: Int
    /// The time of the last write, in nanoseconds since 1970.
    public let modified: Int
    /// The inode number, which changes when another file takes the same path.
    public let inode: UInt64

    init(_ status: stat) {
        size = Int(status.st_size)
        modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
        inode = UInt64(status.st_ino)
    }
}
