internal import Diagnostics
internal import Indicators
internal import SourceAdapters
internal import Warehouse

/// Takes single rows.
extension ReferenceTables {
    mutating func addMunicipality(_ row: ReferenceRow) {
        guard let code = try? MunicipalityCode(row["municipality_code"]) else {
            problems.append(
                row.problem(
                    "municipality_code",
                    Text(
                        sv: "\"\(row["municipality_code"])\" är ingen kommunkod med fyra siffror",
                        en: "\"\(row["municipality_code"])\" is no code of four digits")))
            return
        }
        guard let kind: MunicipalityKind = word(row, "kind") else { return }
        checkForm(
            row, "county_code", isRight: { $0.count == 2 && $0.allSatisfy(\.isDigit) },
            Text(sv: "en länskod har två siffror", en: "the code of a county has two digits"))
        for column in ["skr_group_2017", "skr_group_2023"] {
            checkForm(
                row, column, isRight: Self.isSKRGroup,
                Text(
                    sv: "en SKR-grupp skrivs A1 till C9", en: "a group of SKR is written A1 to C9"))
        }
        declare(.municipalities, code.description, "municipality_code", row)
        municipalities.append(
            Municipality(
                key: 0, code: code, name: row["name"], kind: kind,
                countyCode: optional(row, "county_code"), county: optional(row, "county"),
                skrGroup2017: optional(row, "skr_group_2017"),
                skrGroup2023: optional(row, "skr_group_2023")))
    }

    mutating func addIndicator(_ row: ReferenceRow) {
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
        declare(.indicators, code.description, "indicator_code", row)
        checkForm(
            row, "discontinued_year",
            isRight: {
                Int(String(decoding: $0, as: UTF8.self)).map(Period.years.contains) == true
            },
            Text(sv: "discontinued_year är ett år", en: "discontinued_year is a year"))
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

    mutating func addSeriesBreak(_ row: ReferenceRow) {
        guard let year = Int16(row["year"]), Period.years.contains(Int(year)) else {
            problems.append(
                row.problem(
                    "year",
                    Text(sv: "\"\(row["year"])\" är inget år", en: "\"\(row["year"])\" is no year"))
            )
            return
        }
        declare(.seriesBreaks, "\(row["indicator_code"]) \(year)", "year", row)
        refer(.indicators, row["indicator_code"], "indicator_code", row)
        seriesBreaks.append(
            SeriesBreakRow(code: row["indicator_code"], year: year, reason: row["reason"]))
    }

    mutating func addDocument(_ row: ReferenceRow) {
        checkDay(row, "published_on")
        checkForm(
            row, "sha256", isRight: { $0.count == 64 && $0.allSatisfy(\.isHexadecimal) },
            Text(
                sv: "en sha-256 har 64 hexadecimala siffror",
                en: "a SHA-256 has 64 hexadecimal digits"))
        declare(.documents, row["document_code"], "document_code", row)
        if !row["municipality_code"].isEmpty {
            refer(.municipalities, row["municipality_code"], "municipality_code", row)
        }
        documents.append(
            DocumentRow(
                code: row["document_code"], title: row["title"],
                municipalityCode: row["municipality_code"], organisation: row["organisation"],
                reportKind: row["report_kind"], publishedOn: row["published_on"],
                publishedOnBasis: row["published_on_basis"], reference: row["reference"],
                fileName: row["file_name"], sha256: row["sha256"]))
    }

    mutating func addGroup(_ row: ReferenceRow) {
        guard let kind: PeerGroup.Kind = word(row, "kind") else { return }
        let code = row["group_code"]
        guard PeerGroup.isCode(code), !PeerGroup.isDerivedCode(code) else {
            problems.append(
                row.problem(
                    "group_code",
                    Text(
                        sv: "en gruppkod skrivs med små bokstäver a–z, siffror och bindestreck, "
                            + "och börjar inte med skr- eller county-",
                        en: "a group's code has small letters a to z, digits and hyphens, and does "
                            + "not begin with skr- or county-")))
            return
        }
        checkDay(row, "valid_from")
        checkDay(row, "valid_to")
        if !row["valid_to"].isEmpty, row["valid_to"] <= row["valid_from"] {
            problems.append(
                row.problem(
                    "valid_to",
                    Text(
                        sv: "listan slutar innan den börjar", en: "the list ends before it begins"))
            )
        }
        declare(.peerGroups, Self.listKey(row), "group_code", row)
        groupLists[Self.listKey(row)] = GroupList(
            validFrom: row["valid_from"], validTo: row["valid_to"], source: row["source"])
        // A group has a row for every list; the group itself is one.
        guard let known = groups.first(where: { $0.code == code }) else {
            groups.append(GroupRow(code: code, name: row["name"], kind: kind))
            return
        }
        if (known.name, known.kind) != (row["name"], kind) {
            problems.append(
                row.problem(
                    "name",
                    Text(
                        sv: "gruppen \"\(code)\" har ett annat namn eller slag på en annan rad",
                        en: "the group \"\(code)\" has another name or kind on another row")))
        }
    }

    mutating func addMember(_ row: ReferenceRow) {
        guard let list = groupLists[Self.listKey(row)] else {
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
        declare(
            .peerGroupMembers, "\(Self.listKey(row)) \(row["municipality_code"])",
            "municipality_code", row)
        refer(.municipalities, row["municipality_code"], "municipality_code", row)
        members.append(
            MembershipRow(
                groupCode: row["group_code"], municipalityCode: row["municipality_code"],
                listVersion: row["list_version"], validFrom: list.validFrom,
                validTo: list.validTo, origin: list.source))
    }

    mutating func addCommitteeActivity(_ row: ReferenceRow) {
        checkForm(
            row, "activity_code",
            isRight: { text in
                text.count <= 40 && text.first.map { (0x61...0x7A).contains($0) } == true
                    && text.allSatisfy {
                        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
                    }
            },
            Text(
                sv: "koden för en verksamhet skrivs med små bokstäver a–z, siffror och bindestreck",
                en: "the code of a verksamhet has small letters a to z, digits and hyphens"))
        let committee = "\(row["municipality_code"]) \(row["organisation"])"
        // A printed name means one verksamhet; a task without a row is declared once.
        let key =
            row["name"].isEmpty
            ? "\(committee) (\(row["activity_code"]))" : "\(committee) \(row["name"])"
        declare(.committeeActivities, key, "name", row)
        refer(.municipalities, row["municipality_code"], "municipality_code", row)
        committeeActivities.append(
            CommitteeActivityRow(
                municipalityCode: row["municipality_code"], organisation: row["organisation"],
                activityCode: row["activity_code"], name: row["name"], title: row["title"],
                reason: row["reason"]))
    }

    mutating func alias(
        _ row: ReferenceRow, code column: String, of table: ReferenceTable
    ) -> AliasRow {
        let code = row[column].uppercased()
        refer(table, code, column, row)
        return AliasRow(alias: row["alias"], code: code, note: row["note"])
    }

    private static func listKey(_ row: ReferenceRow) -> String {
        "\(row["group_code"]) \(row["list_version"])"
    }

    private static func isSKRGroup(_ text: String.UTF8View) -> Bool {
        guard text.count == 2, let first = text.first, let last = text.last else { return false }
        return (0x41...0x43).contains(first) && (0x31...0x39).contains(last)
    }

    mutating func declare(
        _ table: ReferenceTable, _ key: String, _ column: String, _ row: ReferenceRow
    ) {
        declarations.append(Mention(table: table, key: key, column: column, row: row))
    }

    mutating func refer(
        _ table: ReferenceTable, _ key: String, _ column: String, _ row: ReferenceRow
    ) {
        references.append(Mention(table: table, key: key, column: column, row: row))
    }
}
