import Diagnostics
import Indicators

extension DimensionIndex {
    /// Finds the municipality that a cell names by code, by name, or by both where they agree.
    ///
    /// - Parameters:
    ///   - cell: The text of the cell.
    ///   - preference: Which kind of unit a name means that several share.
    ///   - suggests: Whether to look for what a misspelt name meant, which is slow.
    /// - Returns: The key.
    /// - Throws: `CellFault` when it names none, or several.
    package func municipality(
        _ cell: String, preferring preference: OutcomesSpec.MunicipalityPreference,
        suggests: Bool = true
    ) throws(CellFault) -> Int16 {
        let folded = NameFolding.key(cell)
        let digits = folded.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty {
            let rest = folded[digits.endIndex...]
            if rest.isEmpty { return try municipality(digits: digits).key }
            if rest.hasPrefix(" ") {
                return try municipality(digits: digits, name: String(rest.dropFirst()))
            }
        }
        let places = places(named: folded)
        if places.count == 1 { return municipalities[places[0]].key }
        guard !places.isEmpty else { throw unknownMunicipality(cell, suggests: suggests) }
        let preferred = places.filter { preference.takes(municipalities[$0].kind) }
        if preferred.count == 1 { return municipalities[preferred[0]].key }
        let list = places.map { described(municipalities[$0]) }
        throw CellFault(
            "municipality.ambiguous",
            Text(sv: "”\(cell)” kan vara flera enheter", en: "\"\(cell)\" may be several units"),
            hint: CellFault.meant(list))
    }

    private func municipality(digits: Substring) throws(CellFault) -> Municipality {
        if digits.count == 4, let number = UInt16(digits), let place = municipalityByCode[number] {
            return municipalities[place]
        }
        if digits.count < 4, let number = UInt16(digits), let place = municipalityByCode[number] {
            let meant = municipalities[place]
            throw CellFault(
                "municipality.lost-leading-zero",
                Text(
                    sv: "kommunkoden ”\(digits)” har förlorat sina inledande nollor",
                    en: "the municipality code \"\(digits)\" has lost its leading zeros"),
                hint: Text(
                    sv:
                        "Det var nog \(described(meant)): spara kolumnen som text i kalkylprogrammet.",
                    en:
                        "It probably was \(described(meant)): store the column as text in the spreadsheet."
                ))
        }
        throw CellFault(
            "municipality.unknown",
            Text(
                sv: "ingen kommun eller region har koden ”\(digits)”",
                en: "no municipality or region has the code \"\(digits)\""),
            hint: CellFault.meant(
                Suggestion.nearest(
                    to: String(digits), among: municipalities.map(\.code.description))))
    }

    private func municipality(digits: Substring, name: String) throws(CellFault) -> Int16 {
        let coded = try municipality(digits: digits)
        if places(named: name).contains(where: { municipalities[$0].key == coded.key }) {
            return coded.key
        }
        throw CellFault(
            "municipality.code-name-mismatch",
            Text(
                sv: "koden ”\(digits)” och namnet ”\(name)” är inte samma enhet",
                en: "the code \"\(digits)\" and the name \"\(name)\" are not the same unit"),
            hint: CellFault.meant([described(coded)]))
    }

    private func places(named folded: String) -> [Int] {
        if let places = municipalitiesByName[folded] { return places }
        for stem in MunicipalityNaming.stems(of: folded) {
            let places = (municipalitiesByName[stem] ?? []).filter {
                municipalities[$0].kind == .municipality
            }
            if !places.isEmpty { return places }
        }
        return []
    }

    private func unknownMunicipality(_ cell: String, suggests: Bool) -> CellFault {
        var hint = CellFault.garbled(cell)
        if hint == nil, suggests {
            let nearest = Suggestion.nearest(to: cell, among: municipalities.map(\.name))
            hint = CellFault.meant(
                nearest.compactMap { name in
                    municipalities.first { $0.name == name }.map(described)
                })
        }
        return CellFault(
            "municipality.unknown",
            Text(
                sv: "ingen kommun eller region heter ”\(cell)”",
                en: "no municipality or region is called \"\(cell)\""),
            hint: hint)
    }

    private func described(_ municipality: Municipality) -> String {
        "\(municipality.code) \(municipality.name)"
    }
}

extension OutcomesSpec.MunicipalityPreference {
    fileprivate func takes(_ kind: MunicipalityKind) -> Bool {
        switch self {
        case .municipality: kind == .municipality
        case .region: kind == .region
        case .any: false
        }
    }
}
