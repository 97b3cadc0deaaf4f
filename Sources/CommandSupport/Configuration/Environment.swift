internal import Glibc
internal import LocalServer

/// The environment variables that the tools obey, as a value that tests can choose.
///
/// A variable that is set to nothing counts as unset.
public struct Environment: Sendable, Hashable {
    /// The values of the variables that are set and not empty.
    public let values: [String: String]

    /// Creates an environment; empty values are left out.
    public init(_ values: [String: String]) {
        self.values = values.filter { !$0.value.isEmpty }
    }

    /// The value of a variable; `nil` when it is unset or empty.
    public subscript(name: String) -> String? { values[name] }

    /// Our own variables and those of others that we look at; a name may come twice.
    public static let names: [String] =
        [
            "CI", "CLICOLOR_FORCE", "COLUMNS", "HOME", "LANG", "LC_ALL", "LC_MESSAGES",
            "NO_COLOR", "PGDATABASE", "PGHOST", "PGHOSTADDR", "PGSERVICE",
            "RIKTMARKE_CASE_KEY_FILE", "RIKTMARKE_DATABASE_URL", "RIKTMARKE_ETL",
            "RIKTMARKE_KOLADA_URL", "RIKTMARKE_LANG",
            "RIKTMARKE_LOG", "RIKTMARKE_METRICS", "RIKTMARKE_SEEDS", "RIKTMARKE_SETTINGS",
            "RIKTMARKE_SNAPSHOTS", "TERM",
            "XDG_CONFIG_HOME",
        ] + ServerVariables.all

    /// The variables of this process.
    public static func current() -> Environment {
        var values: [String: String] = [:]
        for name in names {
            guard let value = getenv(name) else { continue }
            values[name] = String(cString: value)
        }
        return Environment(values)
    }
}
