internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting
internal import Warehouse

/// The members of one group, in every form.
struct GroupMembers: Sendable {
    let selection: PeerSelection

    /// For people and for spreadsheets.
    var page: ReportTable {
        ReportTable(
            title: selection.group.map { Text(verbatim: "\($0.code): \($0.name)") },
            lead: selection.group.map { [Self.lead($0)] } ?? [],
            columns: [
                .init("municipality_code", Text(sv: "Kod", en: "Code")),
                .init("municipality", Text(sv: "Kommun", en: "Municipality")),
                .init("county", Text(sv: "Län", en: "County")),
                .init("skr_group_2023", Text(sv: "SKR 2023", en: "SKR 2023")),
            ],
            rows: selection.members.map { member in
                ReportTable.Row([
                    .text(member.code.description), .text(member.name),
                    .text(orEmpty: member.county), .text(orEmpty: member.skrGroup2023),
                ])
            })
    }

    /// For programs.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("schema_version", 1)
            json.member("group_code", selection.group?.code)
            json.member("group", selection.group?.name)
            json.member("kind", selection.group?.kind.rawValue)
            json.member("list_version", selection.group?.listVersion)
            json.key("members")
            json.array { json in
                for member in selection.members {
                    json.object { json in
                        json.member("municipality_code", member.code.description)
                        json.member("municipality", member.name)
                    }
                }
            }
        }
    }

    private static func lead(_ group: PeerGroup) -> Text {
        Text(
            sv: "\(group.members.count) kommuner, lista \(group.listVersion), i dag",
            en: "\(group.members.count) municipalities, list \(group.listVersion), today")
    }
}
