public import Indicators
public import Postgres

extension ReferenceStore {
    /// Records peer groups and their members.
    ///
    /// - Parameters:
    ///   - connection: where to record them.
    ///   - groups: the groups.
    ///   - members: who belongs to them.
    ///   - covering: kinds of groups whose declared memberships are all there are: what is not among
    ///     `members` is closed.
    /// - Returns: how many memberships were added or closed.
    /// - Throws: what the server reports.
    public static func record(
        _ connection: inout Connection, groups: [GroupRow], members: [MembershipRow],
        covering: [PeerGroup.Kind]
    ) throws(PostgresError) -> Int64 {
        _ = try connection.onlyRow(
            ReferenceStatement.upsertPeerGroups, groups.map(\.code), groups.map(\.name),
            groups.map(\.kind.rawValue))
        let groupCodes = members.map(\.groupCode)
        let codes = members.map(\.municipalityCode)
        let versions = members.map(\.listVersion)
        let froms = members.map(\.validFrom)
        let tos = members.map(\.validTo)
        let origins = members.map(\.origin)
        let closed = try connection.onlyRow(
            ReferenceStatement.closeGroupMembers, groupCodes, codes, versions, froms, tos, origins,
            covering.map(\.rawValue))
        let added = try connection.onlyRow(
            ReferenceStatement.addGroupMembers, groupCodes, codes, versions, froms, tos, origins)
        return max(closed, added)
    }

    /// Codes of groups that exist already as another kind: their members must not be mixed.
    public static func conflicts(
        _ connection: inout Connection, with groups: [GroupRow]
    ) throws(PostgresError) -> [String] {
        try connection.rows(
            ReferenceStatement.listGroupConflicts, groups.map(\.code), groups.map(\.kind.rawValue)
        ).map { $0.0 }
    }

    /// The groups that follow from the municipalities themselves: SKR's of 2017 and 2023, and län.
    ///
    /// - Parameters:
    ///   - municipalities: the municipalities.
    ///   - skrNames: Swedish names of SKR's groups by their codes, such as `A2`.
    /// - Returns: the groups and their members; regions and the nation belong to none.
    public static func derivedGroups(
        of municipalities: [Municipality], skrNames: [String: String]
    ) -> (groups: [GroupRow], members: [MembershipRow]) {
        var groups: [String: GroupRow] = [:]
        var members: [MembershipRow] = []
        for municipality in municipalities where municipality.kind == .municipality {
            let code = municipality.code.description
            if let county = municipality.countyCode {
                let group = PeerGroup.code(county: county)
                groups[group] = GroupRow(
                    code: group, name: municipality.county ?? county, kind: .county)
                members.append(
                    MembershipRow(
                        groupCode: group, municipalityCode: code, listVersion: "län",
                        validFrom: "", validTo: "", origin: "SCB"))
            }
            for (skr, version, from, to) in [
                (municipality.skrGroup2017, "2017", "2017-01-01", "2023-01-01"),
                (municipality.skrGroup2023, "2023", "2023-01-01", ""),
            ] {
                guard let skr else { continue }
                let group = PeerGroup.code(skrGroup: skr)
                groups[group] = GroupRow(
                    code: group, name: "SKR \(skr) \(skrNames[skr] ?? "")", kind: .skr)
                members.append(
                    MembershipRow(
                        groupCode: group, municipalityCode: code, listVersion: version,
                        validFrom: from, validTo: to, origin: "SKR kommungruppsindelning \(version)"
                    ))
            }
        }
        return (groups.values.sorted { $0.code < $1.code }, members)
    }

    /// Closes memberships of one of the user's own groups; all of them when no members are named.
    /// - Returns: how many were closed.
    public static func closeOwnGroup(
        _ connection: inout Connection, code: String, members: [String]?
    ) throws(PostgresError) -> Int64 {
        try connection.onlyRow(ReferenceStatement.closeOwnGroupMembers, code, members)
    }

    /// A group of any kind with the codes of its current members; `nil` when there is none.
    public static func findGroup(
        _ connection: inout Connection, code: String
    ) throws(PostgresError) -> (group: GroupRow, members: [String])? {
        let rows = try connection.rows(ReferenceStatement.findPeerGroup, code)
        guard let first = rows.first, let kind = PeerGroup.Kind(rawValue: first.2) else {
            return nil
        }
        return (
            GroupRow(code: first.0, name: first.1, kind: kind), rows.compactMap { row in row.3 }
        )
    }
}
