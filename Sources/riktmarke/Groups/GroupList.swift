internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Reporting
internal import Warehouse

/// Peer groups, in every form.
struct GroupList: Sendable {
    let groups: [PeerGroupDirectory.Entry]
    /// How many groups of Kolada's are left out.
    var omitted = 0
    /// The words that were searched for.
    var search: String?
    /// Whether they were found only after passing over å, ä and ö.
    var isApproximate = false

    /// For people and for spreadsheets.
    var page: ReportTable {
        ReportTable(
            lead: search.map { isApproximate ? [SearchOptions.approximate($0)] : [] } ?? [],
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
            }, notes: notes)
    }

    private var notes: [Text] {
        guard omitted > 0 else { return [] }
        return [
            Text(
                sv: "Därtill \(omitted) grupper ur Koladas katalog: sök med ord (riktmarke groups "
                    + "liknande nacka) eller visa alla med --kind kolada.",
                en: "Besides \(omitted) groups of Kolada's catalogue: search by words (riktmarke "
                    + "groups liknande nacka) or show all with --kind kolada.")
        ]
    }

    /// For programs.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("schema_version", 1)
            json.member("omitted", omitted)
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
