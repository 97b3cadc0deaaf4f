internal import Glibc

/// The environment variables that decide where the private cluster lies and what runs it.
public enum ServerVariables {
    /// The data folder, in place of the standard one.
    public static let dataFolder = "RIKTMARKE_DATA"
    /// The folder of the server programs (`initdb`, `postgres`, `pg_dump` …) to use.
    public static let programFolder = "RIKTMARKE_PG_BINDIR"
    /// The unprivileged user that runs the cluster when the caller is root.
    public static let clusterUser = "RIKTMARKE_CLUSTER_USER"

    /// Every variable that is looked at.
    public static let all = [
        dataFolder, programFolder, clusterUser, "HOME", "XDG_DATA_HOME", "PATH", "TZ",
    ]

    /// The values of these variables in this process; what is unset is absent.
    public static func current() -> [String: String] {
        var values: [String: String] = [:]
        for name in all {
            guard let value = getenv(name) else { continue }
            values[name] = String(cString: value)
        }
        return values
    }
}
