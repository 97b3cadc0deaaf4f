internal import Glibc

/// Reads a file that fits in memory many times over.
public enum SmallFile {
    /// Why a file could not be read.
    public struct Fault: Error, Equatable {
        /// The `errno` of the call that failed.
        public let number: Int32

        /// There is no such file.
        static let missing = Fault(number: ENOENT)

        /// The operating system's words for it.
        public var reason: String { String(cString: strerror(number)) }
    }

    /// The whole content of a file of at most 1 MiB.
    /// - Throws: `Fault` with `EFBIG` for a larger file.
    public static func read(_ path: String) throws(Fault) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Fault(number: errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw Fault(number: errno)
            }
            bytes += chunk.prefix(count)
            guard bytes.count <= 1 << 20 else { throw Fault(number: EFBIG) }
        }
    }
}
