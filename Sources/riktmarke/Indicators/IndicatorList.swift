internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting

/// Indicators that were found, in every form.
struct IndicatorList: Sendable {
    let search: String?
    let hits: [IndicatorDirectory.Hit]
    /// What there is of each, by its key.
    let coverage: [Int32: IndicatorCoverage]

    private var isApproximate: Bool { hits.contains(where: \.isApproximate) }

    /// For people: what is needed to choose one.
    var page: ReportTable {
        ReportTable(
            lead: search.map { isApproximate ? [SearchOptions.approximate($0)] : [] } ?? [],
            columns: [
                Self.code, Self.title, Self.unit,
                .init("polarity", Text(sv: "Bra är", en: "Good is")),
                .init("years", Text(sv: "År", en: "Years")), Self.municipalities,
            ],
            rows: hits.map { hit in
                let there = coverage[hit.indicator.key]
                return ReportTable.Row([
                    .text(hit.indicator.code.description), .text(hit.indicator.title),
                    .label(hit.indicator.unitText), .label(hit.indicator.polarity.word),
                    .text(orEmpty: there.map(Self.years)),
                    there.map { .integer($0.municipalities) } ?? .empty,
                ])
            })
    }

    /// For spreadsheets.
    var csv: ReportTable {
        ReportTable(
            columns: [
                Self.code, Self.title, Self.unit,
                .init("decimals", Text(sv: "Decimaler", en: "Decimals")),
                .init("value_kind", Text(sv: "Värdetyp", en: "Value kind")),
                .init("polarity", Text(sv: "Riktning", en: "Polarity")),
                .init("complement_title", Text(sv: "Komplement", en: "Complement")),
                .init("publisher", Text(sv: "Utgivare", en: "Publisher")),
                .init("operating_area", Text(sv: "Verksamhetsområde", en: "Operating area")),
                .init("discontinued_year", Text(sv: "Sista år", en: "Last year collected")),
                .init("outcomes", Text(sv: "Antal värden", en: "Outcomes")),
                .init("first_year", Text(sv: "Från år", en: "First year")),
                .init("last_year", Text(sv: "Till år", en: "Last year")),
                Self.municipalities,
                .init("approximate", Text(sv: "Ungefärlig", en: "Approximate")),
            ], rows: hits.map { ReportTable.Row(cells($0)) })
    }

    /// For programs.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("schema_version", 1)
            json.member("search", search)
            json.member("approximate", isApproximate)
            json.key("indicators")
            json.array { json in
                for hit in hits { write(hit.indicator, to: &json) }
            }
        }
    }

    private func write(_ indicator: Indicator, to json: inout JSONWriter) {
        let there = coverage[indicator.key]
        json.object { json in
            json.member("code", indicator.code.description)
            json.member("title", indicator.title)
            json.member("definition", indicator.definition)
            json.member("unit", indicator.unit)
            json.member("decimals", Int(indicator.decimals))
            json.member("value_kind", indicator.valueKind.rawValue)
            json.member("polarity", indicator.polarity.rawValue)
            json.member("complement_title", indicator.complementTitle)
            json.member("publisher", indicator.publisher)
            json.member("operating_area", indicator.operatingArea)
            json.member("discontinued_year", indicator.discontinuedYear)
            json.member("outcomes", there?.outcomes ?? 0)
            json.member("first_year", there?.firstYear)
            json.member("last_year", there?.lastYear)
            json.member("municipalities", there?.municipalities ?? 0)
        }
    }

    private func cells(_ hit: IndicatorDirectory.Hit) -> [Cell] {
        let indicator = hit.indicator
        let there = coverage[indicator.key]
        return [
            .text(indicator.code.description), .text(indicator.title), .text(indicator.unit),
            .integer(Int(indicator.decimals)), .text(indicator.valueKind.rawValue),
            .label(Text(sv: indicator.polarity.word.sv, en: indicator.polarity.rawValue)),
            .text(orEmpty: indicator.complementTitle), .text(orEmpty: indicator.publisher),
            .text(orEmpty: indicator.operatingArea),
            indicator.discontinuedYear.map(Cell.integer) ?? .empty,
            .integer(there?.outcomes ?? 0), there.map { .integer($0.firstYear) } ?? .empty,
            there.map { .integer($0.lastYear) } ?? .empty,
            .integer(there?.municipalities ?? 0), .truth(hit.isApproximate),
        ]
    }

    private static func years(_ coverage: IndicatorCoverage) -> String {
        coverage.firstYear == coverage.lastYear
            ? "\(coverage.firstYear)" : "\(coverage.firstYear)–\(coverage.lastYear)"
    }

    private static let code = ReportTable.Column(
        "indicator_code", Text(sv: "Kod", en: "Code"))
    private static let title = ReportTable.Column(
        "indicator", Text(sv: "Nyckeltal", en: "Indicator"))
    private static let unit = ReportTable.Column("unit", Text(sv: "Enhet", en: "Unit"))
    private static let municipalities = ReportTable.Column(
        "municipalities", Text(sv: "Kommuner", en: "Municipalities"), .right)
}
