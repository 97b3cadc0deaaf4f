/// Where the server is.
public enum ConnectionTarget: Sendable, Hashable {
    /// A `postgresql://` URL or a `key=value` string, as libpq reads it.
    case conninfo(String)
    /// Whatever the `PG*` environment variables and the service file say.
    case environment
    /// libpq's keywords with their values, such as `host`, `dbname`, `user`.
    case keywords([String: String])
}

/// Everything needed to open a ``Connection``.
///
/// What the target leaves open is filled in as libpq does: from the service file, the `PG*`
/// environment variables, the password file and the built-in defaults, in this order.
public struct ConnectionOptions: Sendable {
    /// Where the server is.
    public var target: ConnectionTarget
    /// The name shown in `pg_stat_activity`, unless the user has set one.
    public var applicationName: String
    /// The role the session takes on as it starts, as by `SET ROLE`.
    public var role: String?
    /// Server settings for the session, such as `statement_timeout`; the user's own `options`
    /// win over these.
    public var settings: [String: String]
    /// How long to wait for a host, in seconds, unless the user has said; 0 waits for ever.
    public var connectTimeout: Int

    /// Puts the options together.
    public init(
        target: ConnectionTarget, applicationName: String, role: String? = nil,
        settings: [String: String] = [:], connectTimeout: Int = 10
    ) {
        self.target = target
        self.applicationName = applicationName
        self.role = role
        self.settings = settings
        self.connectTimeout = connectTimeout
    }
}

extension ConnectionTarget: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The target as keywords, with every password replaced by `***`.
    public var description: String {
        switch self {
        case .environment:
            return "the PG* environment"
        case .keywords(let keywords):
            return ConnectionKeywords.redacted(keywords)
        case .conninfo(let text):
            guard let keywords = try? ConnectionKeywords.parse(text) else {
                return "(a connection string that cannot be read)"
            }
            return ConnectionKeywords.redacted(keywords)
        }
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror without the password, for `dump` and debuggers.
    public var customMirror: Mirror { Mirror(self, children: [("target", description)]) }
}
