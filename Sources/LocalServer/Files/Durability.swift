internal import Glibc
internal import SystemPackage

/// Getting what has been written past the caches, so that a power cut cannot take it back.
enum Durability {
    /// Waits until a file's content, or a folder's entries, are on disk.
    ///
    /// - Returns: whether it worked; some file systems cannot do it for folders.
    @discardableResult
    static func sync(_ path: FilePath) -> Bool {
        guard let file = try? FileDescriptor.open(path, .readOnly, options: [.closeOnExec]) else {
            return false
        }
        defer { try? file.close() }
        return fsync(file.rawValue) == 0
    }
}
