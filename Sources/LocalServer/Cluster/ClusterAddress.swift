public import SystemPackage

/// How to reach a private cluster: a Unix socket, never a network port.
public struct ClusterAddress: Sendable, Hashable {
    /// The folder of the socket; libpq's `host`.
    public var socketFolder: FilePath
    /// The number in the socket's name; nothing listens on this port.
    public var port: Int
    /// The role to connect as; it owns the cluster.
    public var user: String
    /// The database of the warehouse.
    public var database: String

    /// Creates an address.
    public init(socketFolder: FilePath, port: Int, user: String, database: String) {
        self.socketFolder = socketFolder
        self.port = port
        self.user = user
        self.database = database
    }

    /// The socket's own path.
    public var socket: FilePath { socketFolder.appending(".s.PGSQL.\(port)") }

    /// libpq's keywords and values, in a fixed order.
    public var keywords: [(keyword: String, value: String)] {
        [
            ("host", socketFolder.string), ("port", String(port)), ("user", user),
            ("dbname", database),
        ]
    }

    /// A libpq connection string, for this address' database or another one of the cluster.
    public func conninfo(database other: String? = nil) -> String {
        var address = self
        if let other { address.database = other }
        return address.keywords
            .map { "\($0.keyword)=\(Self.quoted($0.value))" }
            .joined(separator: " ")
    }

    /// A value as libpq reads it: in single quotes, with backslashes before quotes and backslashes.
    private static func quoted(_ value: String) -> String {
        var text = "'"
        for character in value {
            if character == "'" || character == "\\" { text.append("\\") }
            text.append(character)
        }
        return text + "'"
    }
}
