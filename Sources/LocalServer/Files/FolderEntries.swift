internal import Glibc
internal import SystemPackage

/// The names in a folder.
enum FolderEntries {
    /// The names, without `.` and `..`, in no order; nil when the folder cannot be read.
    static func names(in path: FilePath) -> [String]? {
        guard let folder = path.withPlatformString({ opendir($0) }) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// The bytes that the files below a folder take on disk; what vanishes meanwhile or may not be
    /// read counts as nothing.
    static func bytes(in path: FilePath) -> Int {
        var total = 0
        for name in names(in: path) ?? [] {
            let child = path.appending(name)
            guard let status = (try? FileStatus.read(child)) ?? nil else { continue }
            total += status.isFolder ? bytes(in: child) : status.allocated
        }
        return total
    }
}
