internal import Glibc
internal import SystemPackage

/// Folders that the server's user alone may enter, and the way down to them.
enum PrivateFolder {
    /// Makes a folder with mode 0700 for a user; one that exists is left as it is.
    static func make(_ path: FilePath, owner user: ClusterUser) throws(LocalServerError) {
        do {
            if try create(path, mode: 0o700), user.dropsPrivileges {
                let result = path.withPlatformString { lchown($0, user.userID, user.groupID) }
                if result != 0 { throw Errno(rawValue: errno) }
            }
        } catch {
            throw LocalServerError(.folder, "cannot make the folder \"\(path)\": \(error)")
        }
    }

    /// Checks that a path is a folder, the user's own, and closed to everybody else.
    static func check(_ path: FilePath, owner user: uid_t) throws(LocalServerError) {
        let status: FileStatus?
        do {
            status = try FileStatus.read(path)
        } catch {
            throw LocalServerError(.folder, "cannot look at the folder \"\(path)\": \(error)")
        }
        let fault: String
        switch status {
        case nil: fault = "does not exist"
        case let status? where !status.isFolder: fault = "is not a folder"
        case let status? where status.owner != user:
            fault =
                "belongs to \(Account.label(of: status.owner)), not to \(Account.label(of: user))"
        case let status? where !status.isPrivate:
            fault = "is open to other users (mode \(String(status.mode & 0o777, radix: 8)))"
        default: return
        }
        throw LocalServerError(
            .folder, "the folder \"\(path)\" \(fault): a server in it could be somebody else's",
            hint: "look who made it; then remove it, or name another data folder with "
                + ServerVariables.dataFolder)
    }

    /// Makes the data folder itself, with its parents.
    ///
    /// Root's is open to passers-by (what is inside is private); an ordinary user's is his alone.
    static func makeWithParents(_ path: FilePath, asRoot: Bool) throws(LocalServerError) {
        var built = FilePath(root: "/")
        for component in path.components {
            built.append(component)
            do {
                if try FileStatus.read(built) == nil {
                    _ = try create(built, mode: asRoot ? 0o755 : 0o700)
                }
            } catch {
                throw LocalServerError(
                    .folder, "cannot make the folder \"\(built)\": \(error)",
                    hint: "name a folder of your own with \(ServerVariables.dataFolder)")
            }
        }
    }

    /// Checks that a user can pass through every folder from the root down to this one.
    static func checkPassage(to path: FilePath, for user: ClusterUser) throws(LocalServerError) {
        guard user.dropsPrivileges else { return }
        var passed = FilePath(root: "/")
        var steps = path.canonical.components[...]
        while true {
            let status: FileStatus?
            do {
                status = try FileStatus.read(passed)
            } catch {
                throw LocalServerError(.folder, "cannot look at \"\(passed)\": \(error)")
            }
            guard let status, status.allowsPassage(user: user.userID, group: user.groupID) else {
                throw LocalServerError(
                    .folder,
                    "PostgreSQL runs as \"\(user.name)\" when you are root, and \"\(user.name)\" "
                        + "may not enter \"\(passed)\", which holds \"\(path)\"",
                    hint: "set \(ServerVariables.dataFolder)=/var/lib/riktmarke, or open the "
                        + "folder: chmod o+x '\(passed)'")
            }
            guard let next = steps.popFirst() else { return }
            passed.append(next)
        }
    }

    /// Makes one folder with exactly this mode, whatever the umask; false if it was there.
    private static func create(_ path: FilePath, mode: mode_t) throws(Errno) -> Bool {
        let result = path.withPlatformString { mkdir($0, mode) }
        if result != 0 {
            let problem = Errno(rawValue: errno)
            if problem == .fileExists { return false }
            throw problem
        }
        let changed = path.withPlatformString { chmod($0, mode) }
        if changed != 0 { throw Errno(rawValue: errno) }
        return true
    }
}
