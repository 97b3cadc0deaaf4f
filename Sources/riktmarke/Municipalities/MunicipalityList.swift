internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting

/// Municipalities that were found, in every form.
struct MunicipalityList: Sendable {
    let search: String?
    let municipalities: [Municipality]
    let isApproximate: Bool

    /// For people.
    var page: ReportTable {
        ReportTable(
            lead: search.map { isApproximate ? [SearchOptions.approximate($0)] : [] } ?? [],
            columns: columns, rows: municipalities.map { ReportTable.Row(cells($0)) })
    }

    /// For spreadsheets.
    var csv: ReportTable {
        ReportTable(
            columns: columns + [.init("approximate", Text(sv: "Ungefärlig", en: "Approximate"))],
            rows: municipalities.map { ReportTable.Row(cells($0) + [.truth(isApproximate)]) })
    }

    /// For programs.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("schema_version", 1)
            json.member("search", search)
            json.member("approximate", isApproximate)
            json.key("municipalities")
            json.array { json in
                for municipality in municipalities {
                    json.object { json in
                        json.member("municipality_code", municipality.code.description)
                        json.member("municipality", municipality.name)
                        json.member("kind", municipality.kind.rawValue)
                        json.member("county_code", municipality.countyCode)
                        json.member("county", municipality.county)
                        json.member("skr_group_2017", municipality.skrGroup2017)
                        json.member("skr_group_2023", municipality.skrGroup2023)
                    }
                }
            }
        }
    }

    private var columns: [ReportTable.Column] {
        [
            .init("municipality_code", Text(sv: "Kod", en: "Code")),
            .init("municipality", Text(sv: "Namn", en: "Name")),
            .init("kind", Text(sv: "Slag", en: "Kind")),
            .init("county", Text(sv: "Län", en: "County")),
            .init("skr_group_2017", Text(sv: "SKR 2017", en: "SKR 2017")),
            .init("skr_group_2023", Text(sv: "SKR 2023", en: "SKR 2023")),
        ]
    }

    private func cells(_ municipality: Municipality) -> [Cell] {
        [
            .text(municipality.code.description), .text(municipality.name),
            .label(municipality.kind.word), .text(orEmpty: municipality.county),
            .text(orEmpty: municipality.skrGroup2017), .text(orEmpty: municipality.skrGroup2023),
        ]
    }
}

extension MunicipalityKind {
    /// The kind in a word.
    var word: Text {
        switch self {
        case .municipality: Text(sv: "kommun", en: "municipality")
        case .region: Text(sv: "region", en: "region")
        case .nation: Text(sv: "riket", en: "nation")
        }
    }
}
