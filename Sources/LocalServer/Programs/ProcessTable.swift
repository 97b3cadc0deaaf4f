internal import Glibc
internal import SystemPackage

/// What /proc says about processes; the only way to tell a live server from a stale note of one.
enum ProcessTable {
    /// Whether a process lives.
    enum Life {
        case alive
        /// Ended, and waiting for a parent that may never look.
        case zombie
        case gone
    }

    /// Whether a process number is in use.
    static func life(of process: Int32) -> Life {
        guard let text = SmallFile.read(FilePath("/proc/\(process)/stat")) else { return .gone }
        // "number (name) state …"; the name may hold anything, parentheses too.
        guard let close = text.lastIndex(of: ")") else { return .gone }
        switch text[text.index(after: close)...].first(where: { $0 != " " }) {
        case "Z", "X", "x": return .zombie
        default: return .alive
        }
    }

    /// A process' program name, without its folder.
    static func name(of process: Int32) -> String? {
        SmallFile.read(FilePath("/proc/\(process)/comm"))?.split(separator: "\n").first.map(
            String.init)
    }

    /// The number of the user who runs a process.
    private static func owner(of process: Int32) -> uid_t? {
        ((try? FileStatus.read(FilePath("/proc/\(process)"))) ?? nil)?.owner
    }

    /// The folder a process works in; nil when it is gone or we may not know.
    static func workingFolder(of process: Int32) -> FilePath? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
            guard let start = buffer.baseAddress else { return nil }
            let count = readlink("/proc/\(process)/cwd", start, buffer.count)
            guard count > 0 else { return nil }
            let bytes = buffer.prefix(count).map { UInt8(bitPattern: $0) }
            return FilePath(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// The live PostgreSQL processes that work in a data directory.
    ///
    /// - Parameters:
    ///   - data: the data directory, without symbolic links.
    ///   - owner: the number of its owner.
    /// - Returns: their numbers; nil when a PostgreSQL process hides its folder, so that nobody can
    ///   say (root in a container without the right to trace).
    static func servers(in data: FilePath, of owner: uid_t) -> [Int32]? {
        guard let names = FolderEntries.names(in: "/proc") else { return nil }
        var found: [Int32] = []
        for name in names {
            // Nobody but the owner of the data can serve it, so other users' servers do not matter.
            guard let process = Int32(name), self.name(of: process) == "postgres",
                self.owner(of: process) == owner,
                life(of: process) == .alive
            else { continue }
            guard let place = workingFolder(of: process) else {
                if life(of: process) == .alive { return nil }
                continue
            }
            if place == data { found.append(process) }
        }
        return found
    }
}
