internal import Diagnostics
internal import Indicators
internal import Warehouse

extension ReferenceTables {
    /// What contradicts itself across the tables: codes declared twice, names that point nowhere.
    func contradictions() -> [Diagnostic] {
        let municipalityCodes = Set(municipalities.map(\.code.description))
        let indicatorCodes = Set(indicators.map(\.code.description))
        return repeated(municipalities.map(\.code.description), "municipalities")
            + repeated(indicators.map(\.code.description), "indicators")
            + repeated(documents.map(\.code), "documents")
            + dangling(municipalityAliases.map(\.code), municipalityCodes, "municipality_aliases")
            + dangling(indicatorAliases.map(\.code), indicatorCodes, "indicator_aliases")
            + dangling(seriesBreaks.map(\.code), indicatorCodes, "series_breaks")
            + dangling(members.map(\.municipalityCode), municipalityCodes, "peer_group_members")
            + dangling(
                documents.map(\.municipalityCode).filter { !$0.isEmpty }, municipalityCodes,
                "documents")
    }

    private func repeated(_ codes: [String], _ table: String) -> [Diagnostic] {
        var seen: Set<String> = []
        return codes.filter { !seen.insert($0).inserted }.map { code in
            Diagnostic(
                .error, code: "reference.declared-twice",
                Text(
                    sv: "\"\(code)\" beskrivs mer än en gång",
                    en: "\"\(code)\" is described more than once"),
                at: .table(name: table),
                hint: Text(sv: "behåll en av raderna", en: "keep one of the rows"))
        }
    }

    private func dangling(
        _ codes: [String], _ known: Set<String>, _ table: String
    ) -> [Diagnostic] {
        Set(codes).subtracting(known).sorted().map { code in
            Diagnostic(
                .error, code: "reference.unknown-code",
                Text(
                    sv: "\"\(code)\" finns inte bland dem som beskrivs",
                    en: "\"\(code)\" is not among those described"),
                at: .table(name: table),
                hint: Text(
                    sv: "rätta koden eller beskriv den", en: "correct the code or describe it"))
        }
    }
}
