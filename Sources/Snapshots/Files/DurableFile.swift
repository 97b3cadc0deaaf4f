internal import Glibc
internal import SystemPackage

/// Files that are there whole or not at all, even after a power cut.
enum DurableFile {
    /// Writes a file under another name, waits until it is on disk, and gives it its name.
    static func write(_ bytes: [UInt8], to path: FilePath) throws(SnapshotError) {
        let folder = path.removingLastComponent()
        let name = path.lastComponent?.string ?? "file"
        let temporary = folder.appending(".\(name).\(getpid()).\(UInt32.random(in: .min ... .max))")
        do {
            let file = try FileDescriptor.open(
                temporary, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead])
            do {
                try file.closeAfter {
                    try file.writeAll(bytes)
                    if fsync(file.rawValue) != 0 { throw Errno(rawValue: errno) }
                }
                try rename(temporary, to: path)
            } catch {
                unlink(temporary)
                throw error
            }
            syncFolder(folder)
        } catch {
            throw SnapshotError(.cannotWrite, path, error as? Errno ?? .ioError)
        }
    }

    /// Makes a folder with its parents; one that exists is left as it is.
    static func makeFolder(_ path: FilePath) throws(SnapshotError) {
        var built = path.root.map { FilePath(root: $0) } ?? FilePath()
        for component in path.components {
            built.append(component)
            let result = built.withPlatformString { mkdir($0, 0o750) }
            if result != 0, errno != EEXIST {
                throw SnapshotError(.cannotWrite, built, Errno(rawValue: errno))
            }
        }
    }

    /// The whole content of a file of at most so many bytes.
    static func read(_ path: FilePath, limit: Int) throws(SnapshotError) -> [UInt8] {
        do {
            let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec])
            return try file.closeAfter {
                var status = stat()
                guard fstat(file.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
                let size = Int(status.st_size)
                guard size <= limit else { throw Errno.fileTooLarge }
                return try [UInt8](unsafeUninitializedCapacity: size) { memory, count in
                    while count < size {
                        let rest = UnsafeMutableRawBufferPointer(
                            rebasing: UnsafeMutableRawBufferPointer(memory)[count...])
                        let more = try file.read(into: rest)
                        if more == 0 { break }
                        count += more
                    }
                }
            }
        } catch {
            throw SnapshotError(.cannotRead, path, error as? Errno ?? .ioError)
        }
    }

    static func rename(_ old: FilePath, to new: FilePath) throws(Errno) {
        let result = old.withPlatformString { from in
            new.withPlatformString { to in Glibc.rename(from, to) }
        }
        if result != 0 { throw Errno(rawValue: errno) }
    }

    @discardableResult
    static func unlink(_ path: FilePath) -> Bool {
        path.withPlatformString { Glibc.unlink($0) } == 0
    }

    /// Waits until a folder's entries are on disk; some file systems cannot do that.
    static func syncFolder(_ path: FilePath) {
        guard let folder = try? FileDescriptor.open(path, .readOnly, options: [.closeOnExec]) else {
            return
        }
        _ = fsync(folder.rawValue)
        try? folder.close()
    }

    /// The names of a folder's entries, in order; none where there is no such folder.
    static func entries(of path: FilePath) -> [String] {
        guard let folder = path.withPlatformString({ opendir($0) }) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// When a file was last written to, in seconds since 1970.
    static func modified(_ path: FilePath) -> Double? {
        var status = stat()
        guard path.withPlatformString({ lstat($0, &status) }) == 0 else { return nil }
        return Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
    }
}
