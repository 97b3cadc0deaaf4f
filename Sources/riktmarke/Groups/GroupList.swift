internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Reporting
internal import Warehouse

/// Peer groups, in every form.
struct GroupList: Sendable {
    let groups: [PeerGroupDirectory.Entry]

    /// For people and for spreadsheets.
    var page: ReportTable {
        ReportTable(
            columns: [
                .init("group_code", Text(sv: "Kod", en: "Code")),
                .init("group", Text(sv: "Grupp", en: "Group")),
                .init("kind", Text(sv: "Slag", en: "Kind")),
                .init("list_version", Text(sv: "Lista", en: "List")),
                .init("members", Text(sv: "Kommuner", en: "Municipalities"), .right),
            ],
            rows: groups.map { group in
                ReportTable.Row([
                    .text(group.code), .text(group.name), .label(group.kind.word),
                    .text(group.listVersion), .integer(group.members),
                ])
            })
    }

    /// For programs.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("schema_version", 1)
            json.key("groups")
            json.array { json in
                for group in groups {
                    json.object { json in
                        json.member("group_code", group.code)
                        json.member("group", group.name)
                        json.member("kind", group.kind.rawValue)
                        json.member("list_version", group.listVersion)
                        json.member("members", group.members)
                    }
                }
            }
        }
    }
}

extension PeerGroup.Kind {
    /// Where the group comes from, in a word.
    var word: Text {
        switch self {
        case .named: Text(sv: "rapport", en: "report")
        case .skr: Text(sv: "SKR", en: "SKR")
        case .county: Text(sv: "län", en: "county")
        case .own: Text(sv: "egen", en: "own")
        case .kolada: Text(sv: "Kolada", en: "Kolada")
        }
    }
}
