internal import Diagnostics
internal import Glibc
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

    /// Looks up a group by its code.
    ///
    /// - Parameters:
    ///   - groupCode: code of the group.
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
        let code = NameFolding.key(groupCode)
        let today = PostgresDate.today
        var found = try PeerGroup.find(&connection, code: code, day: day, asOf: asOf)
        if found == nil {
            found = try PeerGroup.find(&connection, code: code, day: today, asOf: asOf)
            isOtherVersion = found != nil
        } else {
            isOtherVersion = false
        }
        guard let found else {
            throw Self.unknown(
                groupCode, try connection.rows(ReadStatement.listPeerGroups, today).map(\.0),
                argument: argument)
        }
        group = found
        members = found.members.compactMap { directory[$0] }
    }

    private static func unknown(
        _ groupCode: String, _ known: [String], argument: String
    ) -> Failure {
        let near = Suggestion.nearest(
            to: NameFolding.key(groupCode), among: Set(known).sorted())
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

extension PostgresDate {
    /// The present day in UTC.
    public static var today: PostgresDate {
        // Whole days since 1970-01-01, which lies 10 957 days before 2000-01-01.
        PostgresDate(daysSince2000: Int32(time(nil) / 86_400) - 10_957)
    }

    /// The last day of a period.
    public init(lastDayOf period: Period) {
        let parts = period.endDate.split(separator: "-").compactMap { Int($0) }
        let day =
            parts.count == 3
            ? PostgresDate(year: parts[0], month: parts[1], day: parts[2]) : nil
        self = day ?? .today
    }
}
