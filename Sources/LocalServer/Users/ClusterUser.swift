internal import Glibc
internal import Subprocess
internal import SystemPackage

/// The operating system's user that runs the server: never root, because PostgreSQL refuses it.
struct ClusterUser: Sendable, Hashable {
    let name: String
    let userID: uid_t
    let groupID: gid_t
    /// Whether the caller is root, so that processes must drop their privileges.
    let dropsPrivileges: Bool

    /// Finds who runs the cluster of a folder.
    ///
    /// An ordinary user runs it as himself. Root runs it as whoever owns the data already, else as
    /// `RIKTMARKE_CLUSTER_USER`, else as `postgres`, else as `nobody`.
    static func resolve(
        for folder: ClusterFolder, environment: [String: String]
    ) throws(LocalServerError) -> ClusterUser {
        let caller = geteuid()
        let wished = environment[ServerVariables.clusterUser].flatMap { $0.isEmpty ? nil : $0 }
        let owner: uid_t?
        do {
            owner = try FileStatus.read(folder.data)?.owner
        } catch {
            throw LocalServerError.cannotExamine(folder.data, error)
        }
        guard caller == 0 else {
            if let owner, owner != caller {
                throw LocalServerError.belongs(folder.data, to: Account.label(of: owner))
            }
            return ClusterUser(
                name: Account.numbered(caller)?.name ?? String(caller), userID: caller,
                groupID: getegid(),
                dropsPrivileges: false)
        }
        if let owner, owner != 0 {
            return try existingOwner(owner, of: folder, wished: wished)
        }
        let candidates = wished.map { [$0] } ?? ["postgres", "nobody"]
        for case let account? in candidates.map(Account.named) where account.userID != 0 {
            return ClusterUser(account)
        }
        throw LocalServerError.noUnprivilegedUser(candidates)
    }

    private static func existingOwner(
        _ owner: uid_t, of folder: ClusterFolder, wished: String?
    ) throws(LocalServerError) -> ClusterUser {
        guard let account = Account.numbered(owner) else {
            throw LocalServerError.unknownOwner(folder.data, owner)
        }
        if let wished, wished != account.name {
            throw LocalServerError.otherOwner(folder, account.name, wished: wished)
        }
        return ClusterUser(account)
    }

    /// An account that root drops to.
    private init(_ account: Account) {
        self.init(
            name: account.name, userID: account.userID, groupID: account.groupID,
            dropsPrivileges: true)
    }

    init(name: String, userID: uid_t, groupID: gid_t, dropsPrivileges: Bool) {
        self.name = name
        self.userID = userID
        self.groupID = groupID
        self.dropsPrivileges = dropsPrivileges
    }

    /// The words before a command that make it run as this user.
    ///
    /// Not Subprocess' own `userID`: it changes the user between a raw `clone3` and `exec`, where
    /// glibc's `setgroups` waits for ever for any thread that was just being made in this process.
    var launcher: [String] {
        guard dropsPrivileges else { return [] }
        return [
            "/usr/bin/setpriv", "--reuid", String(userID), "--regid", String(groupID),
            "--clear-groups", "--",
        ]
    }
}
