internal import Diagnostics
public import Indicators
public import Postgres
public import Warehouse

/// Who a municipality is compared with, and by which list.
public struct PeerSelection: Sendable {
    /// The municipalities, the focus not necessarily among them.
    public var members: [Municipality]
    /// The group, when one was named or taken by default.
    public var group: PeerGroup?
    /// Whether the group's list is not the one of the period but today's.
    public var isOtherVersion: Bool

    /// Takes municipalities named one by one.
    public init(members: [Municipality]) {
        self.members = members
        group = nil
        isOtherVersion = false
    }

    /// Looks up a group by its code or its name.
    ///
    /// - Parameters:
    ///   - groupCode: code or name of the group.
    ///   - day: the day on which the membership must hold; the list of today stands in for a list
    ///     that did not exist then, which `isOtherVersion` tells.
    ///   - asOf: time of knowledge; `nil` for now.
    ///   - directory: the municipalities.
    ///   - argument: the option that names the group, for the message.
    ///   - connection: where to look.
    /// - Throws: `Failure` with status 64 and the nearest codes when there is no such group.
    public init(
        groupCode: String, day: PostgresDate, asOf: PostgresTimestamp?,
        directory: MunicipalityDirectory, argument: String, _ connection: inout Connection
    ) throws {
        let word = NameFolding.key(groupCode)
        var found = try Self.find(code: word, day: day, asOf: asOf, &connection)
        if found == nil {
            let known = try PeerGroupDirectory.groups(&connection, on: .today)
            guard let named = known.first(where: { NameFolding.key($0.name) == word }) else {
                throw Self.unknown(groupCode, known, argument: argument)
            }
            found = try Self.find(code: named.code, day: day, asOf: asOf, &connection)
        }
        guard let found else { throw Self.unknown(groupCode, [], argument: argument) }
        group = found.group
        isOtherVersion = found.isOtherVersion
        members = found.group.members.compactMap { directory[$0] }
    }

    /// The group by its list of a day, else by today's.
    private static func find(
        code: String, day: PostgresDate, asOf: PostgresTimestamp?, _ connection: inout Connection
    ) throws(PostgresError) -> (group: PeerGroup, isOtherVersion: Bool)? {
        if let group = try PeerGroup.find(&connection, code: code, day: day, asOf: asOf) {
            return (group, false)
        }
        return try PeerGroup.find(&connection, code: code, day: .today, asOf: asOf)
            .map { ($0, true) }
    }

    private static func unknown(
        _ groupCode: String, _ known: [PeerGroupDirectory.Entry], argument: String
    ) -> Failure {
        let word = NameFolding.key(groupCode)
        var near: [String] = []
        for entry in known where !near.contains(entry.code) {
            let isNear = [entry.code, NameFolding.key(entry.name)].contains { candidate in
                candidate.contains(word)
                    || !Suggestion.nearest(to: word, among: [candidate]).isEmpty
            }
            if isNear, near.count < 5 { near.append(entry.code) }
        }
        return Failure(
            .usage, code: "group.unknown",
            Text(
                sv: "ingen jämförelsegrupp heter \"\(groupCode)\"",
                en: "no peer group is called \"\(groupCode)\""),
            at: .argument(argument),
            hint: near.isEmpty
                ? Text(
                    sv: "\"riktmarke groups\" visar dem som finns",
                    en: "\"riktmarke groups\" shows those there are")
                : Text(
                    sv: "menade du \(near.joined(separator: ", "))?",
                    en: "did you mean \(near.joined(separator: ", "))?"))
    }
}
