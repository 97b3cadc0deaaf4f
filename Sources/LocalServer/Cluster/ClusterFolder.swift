internal import Glibc
public import SystemPackage

/// The folder that holds a private cluster: its data, its log, its socket and its lock.
public struct ClusterFolder: Sendable, Hashable {
    /// Where the folder lies; always absolute.
    public let path: FilePath

    /// Creates a folder reference; a relative path counts from the current directory.
    public init(_ path: FilePath) {
        self.path = path.absolute
    }

    /// The folder used when nobody names one.
    ///
    /// `RIKTMARKE_DATA` if set; `/var/lib/riktmarke` for root; else
    /// `$XDG_DATA_HOME/riktmarke`, or `$HOME/.local/share/riktmarke`.
    public static func standard(
        environment: [String: String] = ServerVariables.current()
    ) throws(LocalServerError) -> ClusterFolder {
        func value(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        if let named = value(ServerVariables.dataFolder) { return ClusterFolder(FilePath(named)) }
        if geteuid() == 0 { return ClusterFolder("/var/lib/riktmarke") }
        // The XDG specification says to ignore relative paths.
        if let shared = value("XDG_DATA_HOME"), shared.hasPrefix("/") {
            return ClusterFolder(FilePath(shared).appending("riktmarke"))
        }
        if let home = value("HOME"), home.hasPrefix("/") {
            return ClusterFolder(FilePath(home).appending(".local/share/riktmarke"))
        }
        throw LocalServerError.noHome
    }

    /// PostgreSQL's data directory.
    public var data: FilePath { path.appending("cluster") }
    /// The server's log file.
    public var log: FilePath { path.appending("log").appending("server.log") }
    /// The file that start, stop and restore lock, so that one of them runs at a time.
    var lock: FilePath { path.appending("server.lock") }
}
