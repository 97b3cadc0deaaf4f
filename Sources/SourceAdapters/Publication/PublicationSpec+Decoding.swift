public import Diagnostics
internal import FoundationEssentials
import Indicators
import Yams

extension PublicationSpec {
    /// Reads the description of a report from its file.
    /// - Throws: `SourceError` with every fault of it, each with its line and column.
    public static func read(_ path: String) throws(SourceError) -> PublicationSpec {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw SourceError(
                .noInput, code: "publication.unreadable",
                Text(
                    sv: "filen som beskriver rapporten kan inte läsas",
                    en: "the file that describes the report cannot be read"),
                at: .file(path: path),
                hint: Text(
                    sv: "ett exempel följer med: etl/publications/nacka-2017.yml",
                    en: "an example is shipped: etl/publications/nacka-2017.yml"))
        }
        let decoded = decode(String(decoding: data, as: UTF8.self), path: path)
        guard let spec = decoded.spec else {
            throw SourceError(.configuration, decoded.diagnostics)
        }
        return spec
    }

    /// Decodes a description and collects everything that is wrong with it.
    ///
    /// - Parameters:
    ///   - yaml: The text of the description.
    ///   - path: Its path, for locations.
    /// - Returns: The description, or `nil` where it has errors, and the diagnostics.
    public static func decode(
        _ yaml: String, path: String
    ) -> (spec: PublicationSpec?, diagnostics: [Diagnostic]) {
        let root: Node
        switch SpecText.compose(yaml, path: path) {
        case .success(let node): root = node
        case .failure(let diagnostic): return (nil, [diagnostic])
        }
        var decoder = SpecDecoder(path: path)
        let spec = decoder.publication(root)
        return (decoder.problems.isEmpty ? spec : nil, decoder.problems)
    }
}

/// What a comparison says of itself, or inherits from the report.
private struct PublicationChoice {
    var municipality: PublicationSpec.Word?
    var peers: PublicationSpec.Peers?
    var period: Period?
    var gender: Gender?
    var isComplement: Bool?
}

extension SpecDecoder {
    fileprivate mutating func publication(_ root: Node) -> PublicationSpec? {
        guard
            let section = section(root, name: "publication", keys: PublicationKeys.publication)
        else { return nil }
        let shared = choice(section)
        let title = section["title"].flatMap { translated($0, name: "title") }
        if section["title"] == nil { missingKey("title", in: section) }
        let lead = section["lead"].map { lines($0) } ?? []
        let language = section["language"].flatMap {
            word($0, name: "language", as: Language.self)
        }
        let comparisons = comparisons(section, shared)
        guard let title else { return nil }
        return PublicationSpec(
            title: title, lead: lead, language: language, comparisons: comparisons, path: path)
    }

    private mutating func comparisons(
        _ section: SpecSection, _ shared: PublicationChoice
    ) -> [PublicationSpec.Comparison] {
        guard let node = section["comparisons"] else {
            missingKey("comparisons", in: section)
            return []
        }
        guard case .sequence(let entries) = node, !entries.isEmpty else {
            wrongType(node, name: "comparisons", sv: "en lista", en: "a list")
            return []
        }
        // Names of the reports own files.
        var taken: Set<String> = ["index", "report"]
        return entries.compactMap { comparison($0, shared, taken: &taken) }
    }

    private mutating func comparison(
        _ node: Node, _ shared: PublicationChoice, taken: inout Set<String>
    ) -> PublicationSpec.Comparison? {
        guard let section = section(node, name: "comparison", keys: PublicationKeys.comparison)
        else { return nil }
        let own = choice(section)
        guard let indicatorNode = section["indicator"] else {
            missingKey("indicator", in: section)
            return nil
        }
        guard let indicator = placed(indicatorNode, name: "indicator") else { return nil }
        let name: String
        if let nameNode = section["name"] {
            guard let given = fileName(nameNode, taken: &taken) else { return nil }
            name = given
        } else {
            name = Self.freeName(indicator.text, taken: &taken)
        }
        return PublicationSpec.Comparison(
            name: name, indicator: indicator, municipality: own.municipality ?? shared.municipality,
            peers: own.peers ?? shared.peers, period: own.period ?? shared.period,
            gender: own.gender ?? shared.gender ?? .total,
            isComplement: own.isComplement ?? shared.isComplement ?? false)
    }

    private mutating func choice(_ section: SpecSection) -> PublicationChoice {
        var choice = PublicationChoice()
        choice.municipality = section["municipality"].flatMap {
            placed($0, name: "municipality")
        }
        if let node = section["group"] {
            choice.peers = placed(node, name: "group").map { .group($0) }
            if let other = section["with"] { conflict("with", "group", at: other) }
        } else if let node = section["with"] {
            choice.peers = .names(placedList(node, name: "with"))
        }
        if let node = section["period"] {
            choice.period = period(node, name: "period")
            if let other = section["year"] { conflict("year", "period", at: other) }
        } else if let node = section["year"] {
            choice.period = period(node, name: "year")
        }
        choice.gender = section["gender"].flatMap { gender($0) }
        choice.isComplement = section["complement"].flatMap {
            boolean($0, name: "complement")
        }
        return choice
    }

    private mutating func period(_ node: Node, name: String) -> Period? {
        guard let text = text(node, name: name) else { return nil }
        if let period = Period(text), name == "period" || period.kind == .year { return period }
        wrongType(
            node, name: name,
            sv: name == "year" ? "ett år, som 2017" : "en period, som 2017 eller 2018-T1",
            en: name == "year" ? "a year, such as 2017" : "a period, such as 2017 or 2018-T1")
        return nil
    }

    private mutating func gender(_ node: Node) -> Gender? {
        guard let text = text(node, name: "gender") else { return nil }
        if let gender = Gender(word: text) { return gender }
        badValue(text, at: location(of: node), name: "gender", allowed: ["T", "K", "M"])
        return nil
    }

    private mutating func placed(_ node: Node, name: String) -> PublicationSpec.Word? {
        guard let text = text(node, name: name) else { return nil }
        guard !text.allSatisfy(\.isWhitespace) else {
            wrongType(
                node, name: name, sv: "en text som inte är tom", en: "a text that is not empty")
            return nil
        }
        return PublicationSpec.Word(text: text, location: location(of: node))
    }

    private mutating func placedList(_ node: Node, name: String) -> [PublicationSpec.Word] {
        guard case .sequence(let entries) = node else {
            return placed(node, name: name).map { [$0] } ?? []
        }
        return entries.compactMap { placed($0, name: name) }
    }

    private mutating func translated(_ node: Node, name: String) -> Text? {
        guard case .mapping = node else {
            return text(node, name: name).map(Text.init(verbatim:))
        }
        guard let section = section(node, name: name, keys: PublicationKeys.text) else {
            return nil
        }
        let sv = section["sv"].flatMap { text($0, name: "sv") }
        let en = section["en"].flatMap { text($0, name: "en") }
        guard let any = sv ?? en else {
            missingKey("sv", in: section)
            return nil
        }
        return Text(sv: sv ?? any, en: en ?? any)
    }

    private mutating func lines(_ node: Node) -> [Text] {
        guard case .sequence(let entries) = node else {
            return translated(node, name: "lead").map { [$0] } ?? []
        }
        return entries.compactMap { translated($0, name: "lead") }
    }

    private mutating func fileName(_ node: Node, taken: inout Set<String>) -> String? {
        guard let text = text(node, name: "name") else { return nil }
        guard text == Self.plainName(text), !text.isEmpty else {
            wrongType(
                node, name: "name", sv: "små bokstäver a–z, siffror och bindestreck",
                en: "small letters a–z, digits and hyphens")
            return nil
        }
        guard taken.insert(text).inserted else {
            report(
                "publication.name-taken",
                Text(
                    sv: "namnet ”\(text)” har redan en annan fil i rapporten",
                    en: "another file of the report has the name \"\(text)\""),
                at: location(of: node))
            return nil
        }
        return text
    }

    private mutating func conflict(_ key: String, _ other: String, at node: Node) {
        report(
            "publication.conflict",
            Text(
                sv: "”\(key)” och ”\(other)” kan inte stå tillsammans",
                en: "\"\(key)\" and \"\(other)\" cannot stand together"),
            at: location(of: node))
    }

    private static func freeName(_ wanted: String, taken: inout Set<String>) -> String {
        let plain = plainName(wanted)
        let base = plain.isEmpty ? "comparison" : plain
        var name = base
        var number = 2
        while !taken.insert(name).inserted {
            name = "\(base)-\(number)"
            number += 1
        }
        return name
    }

    private static func plainName(_ text: String) -> String {
        String(
            text.lowercased().prefix(64).map { character in
                character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
            })
    }
}
