/// The name of a table, with its schema where it matters.
///
/// A literal is split at its dot: `"staging.outcome"` is the table `outcome` in the schema
/// `staging`. Names are always quoted and escaped, so they are case-sensitive and can hold
/// anything but a NUL byte.
public struct QualifiedName: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The schema; `nil` to look along the search path.
    public let schema: String?
    /// The name within the schema.
    public let name: String

    /// Names a table of a schema.
    public init(schema: String? = nil, name: String) {
        self.schema = schema
        self.name = name
    }

    /// Names a table by a literal such as `"staging.outcome"`.
    public init(stringLiteral value: StaticString) {
        let text = value.description
        guard let dot = text.firstIndex(of: ".") else {
            self.init(name: text)
            return
        }
        self.init(schema: String(text[..<dot]), name: String(text[text.index(after: dot)...]))
    }

    /// The name for messages, without quotes.
    public var displayName: String { schema.map { "\($0).\(name)" } ?? name }

    /// The name as SQL must write it.
    var quoted: String { schema.map { "\(quote($0)).\(quote(name))" } ?? quote(name) }

    /// What is wrong with the name, if anything.
    var problem: String? { schema.flatMap(identifierProblem) ?? identifierProblem(name) }
}

/// Puts an identifier between quotes and doubles those inside: all that SQL asks for.
func quote(_ identifier: String) -> String {
    "\"\(identifier.replacing("\"", with: "\"\""))\""
}

/// Tells why a name cannot be an identifier of this server as it stands.
///
/// The server cuts longer names short with no more than a notice, and could so meet another
/// table than the one meant.
func identifierProblem(_ identifier: String) -> String? {
    if identifier.isEmpty { return "an identifier is empty" }
    if identifier.utf8.contains(0) { return "an identifier holds a NUL byte" }
    if identifier.utf8.count > 63 {
        return "the identifier \"\(identifier.prefix(20))...\" is longer than 63 bytes"
    }
    return nil
}
