internal import Diagnostics

/// Where a document and its manifest part.
enum Misfit {
    static func anchor(_ anchor: String, _ path: String) -> Diagnostic {
        make(
            "report.anchor-missing",
            sv: "orden ”\(anchor)” står inte i dokumentet",
            en: "the words \"\(anchor)\" do not stand in the document", .file(path: path))
    }

    static func noAnchor(_ rule: TableRule, _ anchor: String, _ path: String) -> Diagnostic {
        make(
            "report.table-missing",
            sv: "tabellen ”\(rule.id)” söks efter orden ”\(anchor)”, som inte står i dokumentet",
            en: "the table \"\(rule.id)\" is searched after the words \"\(anchor)\", "
                + "which do not stand in the document", .file(path: path))
    }

    static func noTable(_ rule: TableRule, _ line: Int, _ path: String) -> Diagnostic {
        let heads = rule.columns.map(\.header).filter { !$0.isEmpty }.joined(separator: " | ")
        return make(
            "report.table-missing",
            sv: "tabellen ”\(rule.id)” finns inte från rad \(line): inget huvud lyder \(heads)",
            en:
                "the table \"\(rule.id)\" is not there from line \(line): no heading reads \(heads)",
            .file(path: path, line: line))
    }

    static func rows(
        _ rule: TableRule, _ rows: Int, _ table: ReadTable, _ path: String
    ) -> Diagnostic {
        let last = table.rows.last?.name ?? "–"
        return make(
            "report.row-count",
            sv: "tabellen ”\(rule.id)” ska ha \(rows) rader, \(table.rowCount) lästes; "
                + "den sista var ”\(last)”",
            en: "the table \"\(rule.id)\" should have \(rows) rows, \(table.rowCount) were read; "
                + "the last was \"\(last)\"", .file(path: path, line: table.lines.upperBound))
    }

    static func surplusRow(_ rule: TableRule, _ row: ReadRow, _ path: String) -> Diagnostic {
        make(
            "report.row-count",
            sv:
                "tabellen ”\(rule.id)” ska ha \(rule.rows ?? 0) rader, men går vidare med ”\(row.name)”",
            en: "the table \"\(rule.id)\" should have \(rule.rows ?? 0) rows, but goes on with "
                + "\"\(row.name)\"", .file(path: path, line: row.line))
    }

    static func blank(_ rule: TableRule, _ table: ReadTable, _ path: String) -> Diagnostic {
        make(
            "report.table-blank",
            sv:
                "tabellen ”\(rule.id)” har inte en enda siffra: huvud och rader stämmer inte överens",
            en: "the table \"\(rule.id)\" has not one figure: heading and rows do not agree",
            .file(path: path, line: table.lines.lowerBound))
    }

    static func words(_ rule: NarrativeRule, _ lines: [Int], _ path: String) -> Diagnostic {
        let places = lines.map(String.init).joined(separator: ", ")
        return make(
            lines.isEmpty ? "report.words-missing" : "report.words-ambiguous",
            sv: "”\(rule.find)” ska stå \(rule.times) gång, står \(lines.count) gånger "
                + (lines.isEmpty ? "" : "(rad \(places))"),
            en: "\"\(rule.find)\" should stand \(rule.times) times, stands \(lines.count) times "
                + (lines.isEmpty ? "" : "(lines \(places))"),
            rule.line.map { .file(path: path, line: $0) } ?? rule.location ?? .file(path: path))
    }

    static func unit(
        _ rule: NarrativeRule, _ hit: NarrativeReader.Hit, _ path: String
    ) -> Diagnostic {
        make(
            "report.unit-missing",
            sv: "”\(hit.printed)” följs inte av enheten \(rule.unit.rawValue)",
            en: "\"\(hit.printed)\" is not followed by the unit \(rule.unit.rawValue)",
            .file(path: path, line: hit.line))
    }

    static func continued(
        _ rule: NarrativeRule, _ hit: NarrativeReader.Hit,
        _ continuation: (printed: String, isUnit: Bool), _ path: String
    ) -> Diagnostic {
        continuation.isUnit
            ? make(
                "report.unit-other",
                sv: "”\(continuation.printed)” har en annan enhet än \(rule.unit.rawValue)",
                en: "\"\(continuation.printed)\" has another unit than \(rule.unit.rawValue)",
                .file(path: path, line: hit.line))
            : make(
                "report.number-unclear",
                sv: "”\(continuation.printed)” är inte säkert talet \(hit.printed)",
                en: "\"\(continuation.printed)\" is not certainly the number \(hit.printed)",
                .file(path: path, line: hit.line))
    }

    static func municipality(_ row: ReadRow, _ path: String) -> Diagnostic {
        make(
            "report.municipality-unknown",
            sv: "kommunen ”\(row.municipality)” har ingen kod i manifestet",
            en: "the kommun \"\(row.municipality)\" has no code in the manifest",
            .file(path: path, line: row.line),
            hint: Text(
                sv: "Ange den under ”municipalities:”, som ”Danderyd: \"0162\"”.",
                en: "Give it under \"municipalities:\", as in \"Danderyd: '0162'\"."))
    }

    static func year(_ row: ReadRow, _ path: String) -> Diagnostic {
        make(
            "report.year-missing",
            sv: "raden ”\(row.name)” anger inget år", en: "the row \"\(row.name)\" names no year",
            .file(path: path, line: row.line),
            hint: Text(
                sv: "Ange kolumnens eller tabellens ”period:”.",
                en: "Give the \"period:\" of the column or of the table."))
    }

    private static func make(
        _ code: String, sv: String, en: String, _ location: SourceLocation, hint: Text? = nil
    ) -> Diagnostic {
        Diagnostic(.error, code: code, Text(sv: sv, en: en), at: location, hint: hint)
    }
}
