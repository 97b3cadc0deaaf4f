internal import Diagnostics
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
            throw LocalServerError.cannotMake(path, error as? Errno ?? .ioError)
        }
    }

    /// Checks that a path is a folder, the user's own, and closed to everybody else.
    static func check(_ path: FilePath, owner user: uid_t) throws(LocalServerError) {
        let status: FileStatus?
        do {
            status = try FileStatus.read(path)
        } catch {
            throw LocalServerError.cannotExamine(path, error)
        }
        let fault: Text
        switch status {
        case nil: fault = Text(sv: "finns inte", en: "does not exist")
        case let status? where !status.isFolder:
            fault = Text(sv: "är ingen mapp", en: "is not a folder")
        case let status? where status.owner != user:
            let owner = Account.label(of: status.owner)
            let expected = Account.label(of: user)
            fault = Text(
                sv: "tillhör \(owner), inte \(expected)",
                en: "belongs to \(owner), not to \(expected)")
        case let status? where !status.isPrivate:
            let mode = String(status.mode & 0o777, radix: 8)
            fault = Text(
                sv: "är öppen för andra användare (läge \(mode))",
                en: "is open to other users (mode \(mode))")
        default: return
        }
        throw LocalServerError.untrusted(path, fault)
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
                throw LocalServerError.cannotMake(built, error)
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
                throw LocalServerError.cannotExamine(passed, error)
            }
            guard let status, status.allowsPassage(user: user.userID, group: user.groupID) else {
                throw LocalServerError.noPassage(to: path, at: passed, for: user.name)
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
