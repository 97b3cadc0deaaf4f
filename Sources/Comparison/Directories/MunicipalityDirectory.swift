public import Diagnostics
public import Indicators

/// Finds municipalities by code or by name, however they are spelt.
public struct MunicipalityDirectory: Sendable {
    /// Every unit, in Swedish alphabetical order.
    public let municipalities: [Municipality]
    private let aliases: [(place: Int, folded: String)]

    /// Builds a directory.
    public init(municipalities: [Municipality], aliases: [(key: Int16, alias: String)] = []) {
        self.municipalities = municipalities
        self.aliases = aliases.compactMap { key, alias in
            municipalities.firstIndex { $0.key == key }
                .map { (place: $0, folded: NameFolding.key(alias)) }
        }
    }

    /// The municipality of a key.
    ///
    /// A search from the beginning: for some hundred units a table would take longer to make.
    public subscript(key: Int16) -> Municipality? { municipalities.first { $0.key == key } }

    /// Finds the unit that a word of the command line means.
    ///
    /// - Parameters:
    ///   - word: a code, or a name in any case, composed or decomposed, with or without "kommun".
    ///   - argument: the option it stands in, for the message.
    /// - Returns: the unit; of a kommun and a region of the same name, the kommun.
    /// - Throws: `Failure` with status 64 and the nearest names.
    public func find(_ word: String, argument: String) throws(Failure) -> Municipality {
        let folded = NameFolding.key(word)
        if let code = try? MunicipalityCode(folded),
            let unit = municipalities.first(where: { $0.code == code })
        {
            return unit
        }
        // A kommun's name to the letter needs no folding of three hundred others.
        if let exact = municipalities.first(where: { $0.name == word && $0.kind == .municipality })
        {
            return exact
        }
        let found = places(named: folded)
        if found.count == 1 { return municipalities[found[0]] }
        let kommuner = found.filter { municipalities[$0].kind == .municipality }
        if kommuner.count == 1 { return municipalities[kommuner[0]] }
        throw found.isEmpty
            ? unknown(word, argument: argument)
            : Failure(
                .usage, code: "municipality.ambiguous",
                Text(sv: "\"\(word)\" kan vara flera", en: "\"\(word)\" may be several"),
                at: .argument(argument),
                hint: Text(
                    sv: "skriv koden: \(listed(found))", en: "write the code: \(listed(found))"))
    }

    /// Finds units whose code begins with, or whose name holds, a text.
    ///
    /// - Returns: the hits, and whether they were found only after folding å to a, or by likeness.
    public func search(_ text: String) -> (hits: [Municipality], isApproximate: Bool) {
        let folded = NameFolding.key(text)
        guard !folded.isEmpty else { return (municipalities, false) }
        let named = places(named: folded)
        let exact = municipalities.indices.filter { place in
            let unit = municipalities[place]
            return unit.code.description.hasPrefix(folded)
                || NameFolding.key(unit.name).contains(folded) || named.contains(place)
        }.map { municipalities[$0] }
        if !exact.isEmpty { return (exact, false) }
        let plain = NameFolding.withoutDiacritics(text)
        let loose = municipalities.filter {
            NameFolding.withoutDiacritics($0.name).contains(plain)
        }
        if !loose.isEmpty { return (loose, true) }
        return (nearest(to: text, limit: 5).map { municipalities[$0] }, true)
    }

    private func places(named folded: String) -> [Int] {
        let names = municipalities.map { NameFolding.key($0.name) }
        func places(_ name: String) -> [Int] {
            municipalities.indices.filter { place in
                names[place] == name || aliases.contains { $0.place == place && $0.folded == name }
            }
        }
        let found = places(folded)
        guard found.isEmpty else { return found }
        for stem in MunicipalityNaming.stems(of: folded) {
            let kommuner = places(stem).filter { municipalities[$0].kind == .municipality }
            if !kommuner.isEmpty { return kommuner }
        }
        return []
    }

    private func nearest(to word: String, limit: Int) -> [Int] {
        let plain = NameFolding.withoutDiacritics(word)
        let names = municipalities.map { NameFolding.withoutDiacritics($0.name) }
        var places: [Int] = []
        for name in Suggestion.nearest(to: plain, among: names, limit: limit) {
            places += names.indices.filter { names[$0] == name && !places.contains($0) }
        }
        return Array(places.prefix(limit))
    }

    private func unknown(_ word: String, argument: String) -> Failure {
        let near = nearest(to: word, limit: 3)
        let isNumber = !word.isEmpty && word.allSatisfy { $0.isASCII && $0.isNumber }
        let message =
            isNumber
            ? Text(
                sv: "ingen kommun eller region har koden \"\(word)\"",
                en: "no municipality or region has the code \"\(word)\"")
            : Text(
                sv: "ingen kommun eller region heter \"\(word)\"",
                en: "no municipality or region is called \"\(word)\"")
        let padded = String(repeating: "0", count: max(0, 4 - word.count)) + word
        let meant =
            isNumber
            ? municipalities.indices.filter { municipalities[$0].code.description == padded } : near
        return Failure(
            .usage, code: "municipality.unknown", message, at: .argument(argument),
            hint: meant.isEmpty
                ? Text(
                    sv: "sök med \"riktmarke municipalities\"",
                    en: "search with \"riktmarke municipalities\"")
                : Text(sv: "menade du \(listed(meant))?", en: "did you mean \(listed(meant))?"))
    }

    private func listed(_ places: [Int]) -> String {
        places.map { "\(municipalities[$0].name) (\(municipalities[$0].code))" }
            .joined(separator: ", ")
    }
}
