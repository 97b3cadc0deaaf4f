internal import Diagnostics
internal import Indicators
internal import SourceAdapters
internal import Warehouse

/// The reference tables of all reference sources together, read and checked against each other.
///
/// Pure: what is wrong is collected in `problems`, and nothing is written while there are any.
struct ReferenceTables {
    var municipalities: [Municipality] = []
    var indicators: [Indicator] = []
    var indicatorAliases: [AliasRow] = []
    var municipalityAliases: [AliasRow] = []
    var seriesBreaks: [SeriesBreakRow] = []
    var documents: [DocumentRow] = []
    var skrNames: [String: String] = [:]
    var groups: [GroupRow] = []
    var members: [MembershipRow] = []
    /// What is wrong with rows.
    var problems: [Diagnostic] = []

    private var groupLists: [String: (validFrom: String, validTo: String, source: String)] = [:]

    /// The columns that each table must have.
    static func requiredColumns(of table: ReferenceTable) -> [String] {
        switch table {
        case .municipalities: ["municipality_code", "name", "kind"]
        case .municipalityAliases: ["alias", "municipality_code"]
        case .counties: ["county_code", "county"]
        case .skrGroups: ["skr_group", "name"]
        case .indicators:
            [
                "indicator_code", "title", "unit", "decimals", "value_kind", "polarity",
                "uncertainty", "disclosure",
            ]
        case .indicatorAliases: ["alias", "indicator_code"]
        case .seriesBreaks: ["indicator_code", "year", "reason"]
        case .documents: ["document_code", "title"]
        case .peerGroups: ["group_code", "name", "kind", "list_version"]
        case .peerGroupMembers: ["group_code", "list_version", "municipality_code"]
        }
    }

    /// Takes the rows of one file.
    mutating func add(_ rows: [ReferenceRow], of table: ReferenceTable) {
        for row in rows {
            switch table {
            case .municipalities: addMunicipality(row)
            case .municipalityAliases:
                municipalityAliases.append(alias(row, code: "municipality_code"))
            case .counties: break  // Names of counties come with the municipalities.
            case .skrGroups: skrNames[row["skr_group"]] = row["name"]
            case .indicators: addIndicator(row)
            case .indicatorAliases: indicatorAliases.append(alias(row, code: "indicator_code"))
            case .seriesBreaks: addSeriesBreak(row)
            case .documents: addDocument(row)
            case .peerGroups: addGroup(row)
            case .peerGroupMembers: addMember(row)
            }
        }
    }

    private mutating func addMunicipality(_ row: ReferenceRow) {
        guard let code = try? MunicipalityCode(row["municipality_code"]) else {
            problems.append(
                row.problem(
                    "municipality_code",
                    Text(
                        sv: "\"\(row["municipality_code"])\" är ingen kommunkod med fyra siffror",
                        en: "\"\(row["municipality_code"])\" is no code of four digits")))
            return
        }
        guard let kind: MunicipalityKind = word(row, "kind"), !row["name"].isEmpty else { return }
        municipalities.append(
            Municipality(
                key: 0, code: code, name: row["name"], kind: kind,
                countyCode: optional(row, "county_code"), county: optional(row, "county"),
                skrGroup2017: optional(row, "skr_group_2017"),
                skrGroup2023: optional(row, "skr_group_2023")))
    }

    private mutating func addIndicator(_ row: ReferenceRow) {
        guard let code = IndicatorCode(row["indicator_code"]) else {
            problems.append(
                row.problem(
                    "indicator_code",
                    Text(
                        sv: "\"\(row["indicator_code"])\" kan inte vara en nyckeltalskod",
                        en: "\"\(row["indicator_code"])\" cannot be the code of an indicator"),
                    hint: Text(
                        sv: "en bokstav, sedan bokstäver, siffror, - och _; högst 32 tecken",
                        en: "a letter, then letters, digits, - and _; at most 32 characters")))
            return
        }
        guard let valueKind: ValueKind = word(row, "value_kind"),
            let polarity: Polarity = word(row, "polarity"),
            let uncertainty: Uncertainty = word(row, "uncertainty"),
            let disclosure: Disclosure = word(row, "disclosure")
        else { return }
        guard let decimals = UInt8(row["decimals"]), decimals <= 10 else {
            problems.append(
                row.problem(
                    "decimals",
                    Text(sv: "decimals är ett tal 0–10", en: "decimals is a number from 0 to 10")))
            return
        }
        indicators.append(
            Indicator(
                key: 0, code: code, title: row["title"], definition: optional(row, "definition"),
                unit: row["unit"], decimals: decimals, valueKind: valueKind, polarity: polarity,
                polarityReason: optional(row, "polarity_reason"),
                complementTitle: optional(row, "complement_title"),
                publisher: optional(row, "publisher"),
                operatingArea: optional(row, "operating_area"),
                discontinuedYear: Int(row["discontinued_year"]),
                frequency: optional(row, "frequency"),
                referenceWindow: optional(row, "reference_window"),
                publicationRule: optional(row, "published_on_rule"), uncertainty: uncertainty,
                disclosure: disclosure))
        if !row["complement_title"].isEmpty, valueKind != .share {
            problems.append(
                row.problem(
                    "complement_title",
                    Text(
                        sv: "bara en andel kan ha ett komplement",
                        en: "only a share can have a complement")))
        }
    }

    private mutating func addSeriesBreak(_ row: ReferenceRow) {
        guard let year = Int16(row["year"]), Period.years.contains(Int(year)) else {
            problems.append(
                row.problem(
                    "year",
                    Text(sv: "\"\(row["year"])\" är inget år", en: "\"\(row["year"])\" is no year"))
            )
            return
        }
        seriesBreaks.append(
            SeriesBreakRow(code: row["indicator_code"], year: year, reason: row["reason"]))
    }

    private mutating func addDocument(_ row: ReferenceRow) {
        let date = row["published_on"]
        if !date.isEmpty, Period(date)?.kind != .point {
            problems.append(
                row.problem(
                    "published_on",
                    Text(
                        sv: "\"\(date)\" är ingen dag ÅÅÅÅ-MM-DD",
                        en: "\"\(date)\" is no day YYYY-MM-DD")))
        }
        documents.append(
            DocumentRow(
                code: row["document_code"], title: row["title"],
                municipalityCode: row["municipality_code"], organisation: row["organisation"],
                reportKind: row["report_kind"], publishedOn: date,
                publishedOnBasis: row["published_on_basis"], reference: row["reference"],
                fileName: row["file_name"], sha256: row["sha256"]))
    }

    private mutating func addGroup(_ row: ReferenceRow) {
        guard let kind: PeerGroup.Kind = word(row, "kind") else { return }
        guard PeerGroup.isCode(row["group_code"]) else {
            problems.append(
                row.problem(
                    "group_code",
                    Text(
                        sv: "en gruppkod skrivs med små bokstäver a–z, siffror och bindestreck",
                        en: "a group's code has small letters a to z, digits and hyphens")))
            return
        }
        groups.append(GroupRow(code: row["group_code"], name: row["name"], kind: kind))
        groupLists["\(row["group_code"])|\(row["list_version"])"] = (
            row["valid_from"], row["valid_to"], row["source"]
        )
    }

    private mutating func addMember(_ row: ReferenceRow) {
        guard let list = groupLists["\(row["group_code"])|\(row["list_version"])"] else {
            problems.append(
                row.problem(
                    "group_code",
                    Text(
                        sv:
                            "gruppen \"\(row["group_code"])\" (\(row["list_version"])) är inte beskriven",
                        en:
                            "the group \"\(row["group_code"])\" (\(row["list_version"])) is not described"
                    )))
            return
        }
        members.append(
            MembershipRow(
                groupCode: row["group_code"], municipalityCode: row["municipality_code"],
                listVersion: row["list_version"], validFrom: list.validFrom,
                validTo: list.validTo, origin: list.source))
    }

    private func alias(_ row: ReferenceRow, code: String) -> AliasRow {
        AliasRow(alias: row["alias"], code: row[code].uppercased(), note: row["note"])
    }

    private func optional(_ row: ReferenceRow, _ column: String) -> String? {
        row[column].isEmpty ? nil : row[column]
    }

    /// Reads a word of a closed vocabulary.
    private mutating func word<Word: RawRepresentable & CaseIterable>(
        _ row: ReferenceRow, _ column: String
    ) -> Word? where Word.RawValue == String {
        if let word = Word(rawValue: row[column]) { return word }
        let known = Word.allCases.map(\.rawValue)
        let near = Suggestion.nearest(to: row[column], among: known)
        let list = (near.isEmpty ? known : near).joined(separator: ", ")
        problems.append(
            row.problem(
                column,
                Text(
                    sv: "\"\(row[column])\" är inget tillåtet ord i \(column)",
                    en: "\"\(row[column])\" is no word allowed in \(column)"),
                hint: Text(sv: "välj bland \(list)", en: "choose among \(list)")))
        return nil
    }
}
