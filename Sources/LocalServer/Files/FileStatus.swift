internal import Glibc
internal import SystemPackage

/// The facts about a file or folder that decide whether it can be trusted and used.
struct FileStatus: Sendable {
    let owner: uid_t
    let group: gid_t
    let mode: mode_t
    /// The length in bytes.
    let size: Int
    /// The bytes taken on disk.
    let allocated: Int

    /// Reads the facts; nil when nothing has that name.
    ///
    /// A symbolic link is not followed.
    static func read(_ path: FilePath) throws(Errno) -> FileStatus? {
        var facts = stat()
        let result = path.withPlatformString { lstat($0, &facts) }
        guard result == 0 else {
            let problem = Errno(rawValue: errno)
            if problem == .noSuchFileOrDirectory || problem == .notDirectory { return nil }
            throw problem
        }
        return FileStatus(
            owner: facts.st_uid, group: facts.st_gid, mode: facts.st_mode, size: facts.st_size,
            allocated: facts.st_blocks * 512)
    }

    /// Whether it is a folder (and not a link to one).
    var isFolder: Bool { mode & S_IFMT == S_IFDIR }

    /// Whether nobody but the owner may read, write or enter it.
    var isPrivate: Bool { mode & 0o077 == 0 }

    /// Whether a user who is in one group only may pass through this folder.
    func allowsPassage(user: uid_t, group: gid_t) -> Bool {
        if owner == user { return mode & S_IXUSR != 0 }
        if self.group == group { return mode & S_IXGRP != 0 }
        return mode & S_IXOTH != 0
    }
}
