internal import Checksums
internal import Snapshots
internal import SystemPackage

/// The SHA-256 and the size of a file's own bytes.
struct FileDigest {
    var sha256: [UInt8]
    var size: Int64

    /// Reads a file through.
    /// - Throws: `SnapshotError` where it cannot be read.
    init(_ path: FilePath) throws(SnapshotError) {
        var digest = SHA256()
        size = 0
        do {
            let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec])
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
            defer {
                buffer.deallocate()
                try? file.close()
            }
            while true {
                let count = try file.read(into: buffer)
                if count == 0 { break }
                size += Int64(count)
                digest?.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
        } catch {
            let isMissing = error as? Errno == .noSuchFileOrDirectory
            throw SnapshotError(
                isMissing ? .notFound : .cannotRead, path: path.string, detail: "\(error)")
        }
        let ended = digest.take()
        guard let hash = ended?.finish() else { throw SnapshotError(.library, path: path.string) }
        sha256 = hash
    }
}
