internal import Checksums
internal import Glibc
public import SystemPackage

/// The text of a file, plain or compressed by gzip, read from its start to its end.
///
/// Which of the two it is shows in the first bytes. The SHA-256 is that of the file's own bytes.
public struct SourceStream: ~Copyable {
    /// How many bytes of the file are read at a time.
    static let chunk = 1 << 18

    /// The path of the file.
    public let path: FilePath
    /// The size of the file in bytes when it was opened.
    public let size: Int
    /// Whether the file is compressed.
    public let isCompressed: Bool

    private let file: FileDescriptor
    private let modified: timespec
    private var digest: SHA256?
    private var decoder: GzipDecoder?
    private let raw: UnsafeMutableRawBufferPointer
    private var start = 0
    private var end = 0
    private var isAtEnd = false

    /// Opens a regular file.
    /// - Throws: `SnapshotError` where it cannot be read.
    public init(_ path: FilePath) throws(SnapshotError) {
        let file: FileDescriptor
        do {
            file = try FileDescriptor.open(
                path, .readOnly, options: [.closeOnExec, .nonBlocking])
        } catch {
            throw SnapshotError(.cannotRead, path, error as? Errno ?? .ioError)
        }
        var status = stat()
        guard fstat(file.rawValue, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            try? file.close()
            throw SnapshotError(.notAFile, path: path.string)
        }
        var magic: (UInt8, UInt8) = (0, 0)
        let found = withUnsafeMutableBytes(of: &magic) {
            pread(file.rawValue, $0.baseAddress, 2, 0)
        }
        let isCompressed = found == 2 && magic.0 == 0x1F && magic.1 == 0x8B
        var decoder: GzipDecoder?
        if isCompressed {
            do throws(GzipDecoder.Fault) {
                decoder = try GzipDecoder()
            } catch {
                try? file.close()
                throw SnapshotError(.library, path: path.string)
            }
        }
        self.path = path
        self.file = file
        self.isCompressed = isCompressed
        self.decoder = decoder
        size = Int(status.st_size)
        modified = status.st_mtim
        digest = SHA256()
        raw = .allocate(byteCount: Self.chunk, alignment: 64)
    }

    deinit {
        raw.deallocate()
        try? file.close()
    }

    /// Reads the next bytes of the text.
    ///
    /// - Returns: how many were written to the buffer; 0 at the end of the text.
    /// - Throws: `SnapshotError` where the file cannot be read, is damaged or cut off, or has changed.
    public mutating func read(
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(SnapshotError) -> Int {
        guard isCompressed else {
            try fill(buffer)
            defer { start = end }
            return end
        }
        while true {
            let written = try decode(into: buffer)
            if written > 0 { return written }
            guard start == end else { continue }
            if isAtEnd {
                guard decoder?.isWhole ?? true else { throw failed(.cutOff) }
                return 0
            }
            start = 0
            try fill(raw)
        }
    }

    /// Ends the reading and gives the SHA-256 of the file: 32 bytes.
    /// - Throws: `SnapshotError` where the end had not been reached, or OpenSSL refuses.
    public consuming func finish() throws(SnapshotError) -> [UInt8] {
        let ended = digest.take()
        guard isAtEnd, let hash = ended?.finish() else { throw failed(.library) }
        return hash
    }

    private mutating func decode(
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(SnapshotError) -> Int {
        guard var decoder = decoder.take() else { throw failed(.library) }
        let input = UnsafeRawBufferPointer(rebasing: raw[start..<end])
        let result = Result { () throws(GzipDecoder.Fault) in
            input.isEmpty
                ? (taken: 0, written: try decoder.drain(into: buffer))
                : try decoder.decode(input, into: buffer)
        }
        self.decoder = consume decoder
        switch result {
        case .success(let step):
            start += step.taken
            return step.written
        case .failure(let fault): throw failed(fault == .library ? .library : .damaged)
        }
    }

    /// Reads the file's next bytes to the front of a buffer and sets `end` to their number.
    private mutating func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(SnapshotError) {
        end = 0
        guard !isAtEnd else { return }
        do {
            end = try file.read(into: buffer)
        } catch {
            throw SnapshotError(.cannotRead, path, error as? Errno ?? .ioError)
        }
        if end == 0 {
            isAtEnd = true
            try checkUnchanged()
        } else {
            digest?.update(UnsafeRawBufferPointer(rebasing: buffer[..<end]))
        }
    }

    private func checkUnchanged() throws(SnapshotError) {
        var status = stat()
        guard fstat(file.rawValue, &status) == 0, Int(status.st_size) == size,
            status.st_mtim.tv_sec == modified.tv_sec, status.st_mtim.tv_nsec == modified.tv_nsec
        else { throw failed(.changed) }
    }

    private func failed(_ code: SnapshotError.Code) -> SnapshotError {
        SnapshotError(code, path: path.string)
    }
}
