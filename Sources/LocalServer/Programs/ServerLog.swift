internal import Glibc
internal import SystemPackage

/// The server's log file: short, and the place where a failed start explains itself.
struct ServerLog: Sendable {
    /// The size beyond which the log is set aside as `server.log.1` at the next start, in bytes.
    static let largest = 4 << 20

    let path: FilePath

    /// The file's size in bytes; zero when there is none.
    var size: Int {
        ((try? FileStatus.read(path)) ?? nil)?.size ?? 0
    }

    /// Sets a log that has grown large aside; the one set aside before is lost.
    func rotateIfLarge() {
        guard size > Self.largest else { return }
        // A log that cannot be renamed only grows; no reason to keep the database from starting.
        _ = path.withPlatformString { old in
            FilePath(path.string + ".1").withPlatformString { new in rename(old, new) }
        }
    }

    /// What was written since the log had the given size: the last lines of it.
    func lines(since start: Int) -> [String] {
        guard let file = try? FileDescriptor.open(path, .readOnly, options: [.closeOnExec])
        else { return [] }
        defer { try? file.close() }
        let end = size
        let from = max(start, end - 16_384)
        guard end > from else { return [] }
        var bytes = [UInt8](repeating: 0, count: end - from)
        let count = bytes.withUnsafeMutableBytes { buffer in
            (try? file.read(fromAbsoluteOffset: Int64(from), into: buffer)) ?? 0
        }
        return Self.lastLines(of: String(decoding: bytes.prefix(count), as: UTF8.self))
    }

    /// The last lines of a text, without empty ones.
    static func lastLines(of text: String, count: Int = 12) -> [String] {
        text.split(separator: "\n").suffix(count).map(String.init)
    }
}
