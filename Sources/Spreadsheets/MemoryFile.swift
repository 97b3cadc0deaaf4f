internal import CXLSXWriter
internal import Glibc

/// A file that lies in memory and has a path, for a library that writes to paths only.
struct MemoryFile: ~Copyable {
    private let descriptor: Int32

    /// The path that leads to it, within this process.
    var path: String { "/proc/self/fd/\(descriptor)" }

    /// Makes an empty file.
    init() throws(SpreadsheetError) {
        descriptor = memfd_create("riktmarke.xlsx", 1)  // 1 = MFD_CLOEXEC
        guard descriptor >= 0 else { throw Self.failure() }
    }

    deinit {
        close(descriptor)
    }

    /// Everything that was written.
    func contents() throws(SpreadsheetError) -> [UInt8] {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = pread(descriptor, &block, block.count, off_t(bytes.count))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.failure() }
            if count == 0 { return bytes }
            bytes += block[..<count]
        }
    }

    private static func failure() -> SpreadsheetError {
        .cannotWrite(reason: String(cString: strerror(errno)))
    }
}
