internal import Glibc
internal import SystemPackage

/// The folder of the cluster's Unix socket: private, and short enough for the kernel.
struct SocketFolder: Sendable {
    /// The longest path of a socket, in bytes: `sun_path` holds 108 with its closing NUL.
    static let longestSocketPath = 106
    /// The number in the socket's file name; the lowest layer of libpq insists on one.
    static let port = 5432

    let path: FilePath

    /// Chooses the folder: inside the data folder, or under /tmp where that path is too long.
    ///
    /// A place inside the data folder is the same for a login session, a nightly job and root, and
    /// no cleaner of temporary files visits it.
    init(for folder: ClusterFolder) {
        let inside = folder.path.canonical.appending("socket")
        let socket = inside.appending(".s.PGSQL.\(Self.port)")
        if socket.string.utf8.count <= Self.longestSocketPath, Self.isPlain(inside.string) {
            path = inside
        } else {
            path = FilePath("/tmp/riktmarke-\(Self.digest(folder.path.canonical.string))")
        }
    }

    /// Whether `unix_socket_directories`, a list with commas and quotes, can hold the path as it is.
    private static func isPlain(_ path: String) -> Bool {
        path.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): false
            default: byte > UInt8(ascii: " ")
            }
        }
    }

    /// FNV-1a, 64 bits, in hexadecimal: enough to tell one user's data folders apart.
    private static func digest(_ text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Makes the folder if it is not there and checks that nobody else could have laid a trap in it.
    func prepare(for user: ClusterUser) throws(LocalServerError) {
        try PrivateFolder.make(path, owner: user)
        try check(owner: user.userID)
    }

    /// Refuses a folder that another user owns or may write to: its server would not be ours.
    func check(owner user: uid_t) throws(LocalServerError) {
        try PrivateFolder.check(path, owner: user)
    }
}
