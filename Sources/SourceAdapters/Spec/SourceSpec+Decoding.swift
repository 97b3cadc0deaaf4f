public import Diagnostics
import Yams

extension SourceSpec {
    /// The kinds of source, by the word in the specification.
    fileprivate enum Kind: String, CaseIterable {
        case outcomes
        case reference
        case kolada
        case reports
        case cases
    }

    /// Decodes a specification and collects everything that is wrong with it.
    ///
    /// - Parameters:
    ///   - yaml: The text of the specification.
    ///   - path: Its path, for locations.
    ///   - layer: Which folder it lies in.
    /// - Returns: The specification, or `nil` where it has errors, and the diagnostics.
    public static func decode(
        _ yaml: String, path: String, layer: Layer = .shipped
    ) -> (spec: SourceSpec?, diagnostics: [Diagnostic]) {
        let root: Node
        switch SpecText.compose(yaml, path: path) {
        case .success(let node): root = node
        case .failure(let diagnostic): return (nil, [diagnostic])
        }
        var decoder = SpecDecoder(path: path)
        let spec = decoder.source(root, layer: layer)
        return (decoder.problems.isEmpty ? spec : nil, decoder.problems)
    }

    fileprivate static func kind(of root: Node, decoder: inout SpecDecoder) -> Kind? {
        guard let mapping = root.mapping, let node = mapping["kind"] else { return nil }
        return decoder.word(node, name: "kind", as: Kind.self)
    }

    fileprivate static func isName(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first, bytes.count <= 64 else { return false }
        func isPlain(_ byte: UInt8) -> Bool {
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
        }
        return isPlain(first) && bytes.allSatisfy { isPlain($0) || $0 == 0x2D }
    }
}

extension SpecDecoder {
    fileprivate mutating func source(_ root: Node, layer: SourceSpec.Layer) -> SourceSpec? {
        guard root.mapping != nil else {
            wrongType(
                root, name: path, sv: "en tabell av nycklar som börjar med ”source:”",
                en: "a mapping of keys that begins with \"source:\"")
            return nil
        }
        let kind = SourceSpec.kind(of: root, decoder: &self)
        let own =
            switch kind {
            case .outcomes: SpecKeys.outcomes
            case .reference: SpecKeys.reference
            case .kolada: SpecKeys.kolada
            case .reports: SpecKeys.reports
            case .cases: SpecKeys.cases
            case nil:
                SpecKeys.outcomes + SpecKeys.reference + SpecKeys.kolada + SpecKeys.reports
                    + SpecKeys.cases
            }
        let all = SpecKeys.source + own
        guard let section = section(root, name: "source", keys: all) else { return nil }
        if section["kind"] == nil { missingKey("kind", in: section) }
        let name = sourceName(section)
        let title = title(section, fallback: name)
        let inAll = section["in_all"].flatMap { boolean($0, name: "in_all") } ?? true
        let expected = section["expected_every_hours"].flatMap {
            integer($0, name: "expected_every_hours", in: 1...100_000)
        }
        let origin = section["origin"].map { self.origin($0) } ?? SourceSpec.Origin()
        let content: SourceSpec.Content? =
            switch kind {
            case .outcomes: outcomes(section).map { .outcomes($0) }
            case .reference: reference(section).map { .reference($0) }
            case .kolada: kolada(section).map { .kolada($0) }
            case .reports: reports(section).map { .reports($0) }
            case .cases: cases(section).map { .cases($0) }
            case nil: nil
            }
        guard let content else { return nil }
        return SourceSpec(
            name: name, title: title, inAll: inAll, expectedEveryHours: expected, origin: origin,
            content: content, path: path, layer: layer)
    }

    private mutating func sourceName(_ section: SpecSection) -> String {
        guard let node = section["source"] else {
            missingKey("source", in: section)
            return ""
        }
        let name = text(node, name: "source") ?? ""
        if !SourceSpec.isName(name) {
            report(
                "spec.bad-value",
                Text(
                    sv: "”\(name)” duger inte som namn på en källa",
                    en: "\"\(name)\" cannot be the name of a source"),
                at: location(of: node),
                hint: Text(
                    sv: "Använd små bokstäver a–z, siffror och bindestreck, högst 64 tecken.",
                    en: "Use small letters a–z, digits and hyphens, at most 64 characters."))
        }
        return name
    }

    private mutating func title(_ section: SpecSection, fallback: String) -> Text {
        guard let node = section["title"] else { return Text(verbatim: fallback) }
        if let scalar = node.scalar { return Text(verbatim: scalar.string) }
        guard let title = self.section(node, name: "title", keys: SpecKeys.title) else {
            return Text(verbatim: fallback)
        }
        let sv = title["sv"].flatMap { text($0, name: "title.sv") }
        let en = title["en"].flatMap { text($0, name: "title.en") }
        return Text(sv: sv ?? en ?? fallback, en: en ?? sv ?? fallback)
    }

    private mutating func origin(_ node: Node) -> SourceSpec.Origin {
        var origin = SourceSpec.Origin()
        guard let section = section(node, name: "origin", keys: SpecKeys.origin) else {
            return origin
        }
        origin.publisher = section["publisher"].flatMap { text($0, name: "origin.publisher") }
        origin.licence = section["licence"].flatMap { text($0, name: "origin.licence") }
        origin.url = section["url"].flatMap { text($0, name: "origin.url") }
        origin.citation = section["citation"].flatMap { text($0, name: "origin.citation") }
        return origin
    }

    private mutating func reference(_ section: SpecSection) -> ReferenceSpec? {
        guard let node = section["tables"] else {
            missingKey("tables", in: section)
            return nil
        }
        guard let tables = self.section(node, name: "tables", keys: SpecKeys.tables) else {
            return nil
        }
        var spec = ReferenceSpec(tables: [:])
        for table in ReferenceTable.allCases {
            guard let node = tables[table.rawValue] else { continue }
            spec.tables[table] = texts(node, name: "tables.\(table.rawValue)")
        }
        return spec
    }
}
