/// One of the two tools.
public enum Tool: String, Sendable, Hashable, CaseIterable {
    /// The query tool, which only reads.
    case query = "riktmarke"
    /// The tool that loads and administers.
    case etl = "riktmarke-etl"

    /// The name of the program.
    public var name: String { rawValue }

    /// The version of both tools.
    public static let version = "0.1.0"
}

/// What a database session is for; it decides the role that the session takes.
public enum Purpose: Sendable, Hashable, CaseIterable {
    /// Reading what is published: sees the schema `mart` only.
    case read
    /// Loading outcomes and keeping the books.
    case load
    /// Making and changing the schema.
    case own
    /// Bootstrapping: the login role itself, for when our roles do not exist yet.
    case administer

    /// The role that a session takes on as it starts; `nil` keeps the login role.
    public var role: String? {
        switch self {
        case .read: "riktmarke_read"
        case .load: "riktmarke_etl"
        case .own: "riktmarke_owner"
        case .administer: nil
        }
    }

    /// Server settings for the session.
    public var settings: [String: String] {
        switch self {
        // Our queries are short: compiling them costs more than it gains.
        case .read: ["default_transaction_read_only": "on", "jit": "off"]
        case .load, .own, .administer: ["jit": "off"]
        }
    }
}
