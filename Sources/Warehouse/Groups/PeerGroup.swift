public import Postgres

/// A group of municipalities to compare with.
public struct PeerGroup: Sendable, Hashable {
    /// Where a group comes from.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A report names it.
        case named
        /// SKR's classification of municipalities.
        case skr
        /// A county (län).
        case county
        /// The user made it.
        case own
        /// Kolada's catalogue has it.
        case kolada
    }

    /// Short code for the command line.
    public var code: String
    /// Swedish name.
    public var name: String
    /// Where it comes from.
    public var kind: Kind
    /// Version of the list of members.
    public var listVersion: String
    /// Keys of the members, in Swedish alphabetical order of their names.
    public var members: [Int16]

    /// The code of an SKR group's peer group: `skr-a2` for `A2`.
    public static func code(skrGroup: String) -> String { "skr-" + skrGroup.lowercased() }
    /// The code of a county's peer group: `county-01` for `01`.
    public static func code(county: String) -> String { "county-" + county }

    /// Whether a code is one of those that follow from the municipalities themselves.
    public static func isDerivedCode(_ code: String) -> Bool {
        code.hasPrefix("skr-") || code.hasPrefix("county-")
    }

    /// Whether a text can be the code of a group: a–z, 0–9 and hyphens, not beginning with a hyphen.
    public static func isCode(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return !bytes.isEmpty && bytes.first != 0x2D
            && bytes.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
    }

    /// Looks up a group's members on a day; `nil` when there is no such group on that day.
    /// - Parameters:
    ///   - connection: where to look.
    ///   - code: code of the group.
    ///   - day: the day on which the membership must hold.
    ///   - asOf: time of knowledge; `nil` for now.
    /// - Returns: the group with its members.
    /// - Throws: what the server reports.
    public static func find(
        _ connection: inout Connection, code: String, day: PostgresDate, asOf: PostgresTimestamp?
    ) throws(PostgresError) -> PeerGroup? {
        let rows = try connection.rows(ReadStatement.listGroupMembers, code, day, asOf)
        guard let first = rows.first else { return nil }
        return PeerGroup(
            code: code, name: first.1, kind: Kind(rawValue: first.3) ?? .named,
            listVersion: first.2, members: rows.map(\.0))
    }
}
