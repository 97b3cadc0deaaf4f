internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Warehouse

/// Whom the focus is compared with, and how they were chosen.
struct ChosenPeers: Sendable {
    let selection: PeerSelection
    /// Why these, when that should be said.
    let remark: Text?

    /// Looks up who is meant.
    /// - Throws: `Failure` with status 64 for a name or group that nobody has, and for nobody else
    ///   than the focus.
    init(
        _ choice: PeerChoice, focus: Municipality, period: Period, asOf: PostgresTimestamp?,
        directory: MunicipalityDirectory, _ connection: inout Connection
    ) throws {
        let argument: String
        switch choice {
        case .names(let names, let place):
            var members: [Municipality] = []
            for name in names { members.append(try directory.find(name, argument: place)) }
            selection = PeerSelection(members: members)
            remark = nil
            argument = place
        case .group(let code, let place):
            selection = try PeerSelection(
                groupCode: code, day: PostgresDate(lastDayOf: period), asOf: asOf,
                directory: directory, argument: place, &connection)
            remark = selection.isOtherVersion ? Self.otherVersion(selection, period) : nil
            argument = place
        case .skrGroup:
            guard let group = focus.skrGroup2023 else { throw PeerFailure.noGroup(focus) }
            selection = try PeerSelection(
                groupCode: PeerGroup.code(skrGroup: group), day: .today, asOf: asOf,
                directory: directory, argument: "--group", &connection)
            remark = Self.standard(selection)
            argument = "--group"
        }
        guard selection.members.contains(where: { $0.key != focus.key }) else {
            throw PeerFailure.none(argument: argument)
        }
    }

    private static func otherVersion(_ selection: PeerSelection, _ period: Period) -> Text? {
        selection.group.map { group in
            Text(
                sv: "Gruppen \(group.code) har ingen lista för \(period); dagens används "
                    + "(lista \(group.listVersion)).",
                en: "The group \(group.code) has no list for \(period); that of today is used "
                    + "(list \(group.listVersion)).")
        }
    }

    private static func standard(_ selection: PeerSelection) -> Text? {
        selection.group.map { group in
            Text(
                sv: "Ingen jämförelsegrupp är vald, så dagens medlemmar i \(group.name) visas "
                    + "(\(group.code), lista \(group.listVersion)); välj med --with eller --group.",
                en: "No group was chosen, so today's members of \(group.name) are shown "
                    + "(\(group.code), list \(group.listVersion)); choose with --with or --group.")
        }
    }
}
