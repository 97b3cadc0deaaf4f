internal import Comparison
internal import Diagnostics
internal import Reporting

/// Groups of indicators, in every form.
struct IndicatorGroupList: Sendable {
    let groups: [IndicatorGroupDirectory.Entry]
    let search: String?
    let isApproximate: Bool

    /// For people and for spreadsheets.
    var page: ReportTable {
        ReportTable(
            lead: search.map { isApproximate ? [SearchOptions.approximate($0)] : [] } ?? [],
            columns: [
                .init("group_code", Text(sv: "Kod", en: "Code")),
                .init("group", Text(sv: "Grupp", en: "Group")),
                .init("source", Text(sv: "Källa", en: "Source")),
                .init("indicators", Text(sv: "Nyckeltal", en: "Indicators"), .right),
            ],
            rows: groups.map { group in
                ReportTable.Row([
                    .text(group.code), .text(group.title), .text(group.source),
                    .integer(group.indicators),
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
                        json.member("group", group.title)
                        json.member("source", group.source)
                        json.member("indicators", group.indicators)
                    }
                }
            }
        }
    }
}
