internal import Glibc

/// An entry of the user database.
struct Account: Sendable {
    let name: String
    let userID: uid_t
    let groupID: gid_t

    /// How a message names a user: by name where it has one.
    static func label(of user: uid_t) -> String {
        numbered(user).map { "\"\($0.name)\"" } ?? "uid \(user)"
    }

    static func named(_ name: String) -> Account? {
        look { record, buffer, count, found in getpwnam_r(name, record, buffer, count, found) }
    }

    static func numbered(_ user: uid_t) -> Account? {
        look { record, buffer, count, found in getpwuid_r(user, record, buffer, count, found) }
    }

    private static func look(
        _ query: (
            UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int,
            UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
        ) -> Int32
    ) -> Account? {
        var record = passwd()
        var found: UnsafeMutablePointer<passwd>?
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { buffer in
            guard let start = buffer.baseAddress,
                query(&record, start, buffer.count, &found) == 0, found != nil,
                let name = record.pw_name
            else { return nil }
            return Account(
                name: String(cString: name), userID: record.pw_uid, groupID: record.pw_gid)
        }
    }
}
