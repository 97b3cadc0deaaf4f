public import Diagnostics
internal import SourceAdapters
internal import Yams

extension ReportManifest {
    /// Decodes a manifest and collects everything that is wrong with it.
    ///
    /// - Parameters:
    ///   - yaml: The text of the manifest.
    ///   - path: Its path, for locations.
    /// - Returns: The manifest, or `nil` where it has errors, and the diagnostics.
    public static func decode(
        _ yaml: String, path: String
    ) -> (manifest: ReportManifest?, diagnostics: [Diagnostic]) {
        let root: Node
        switch SpecText.compose(yaml, path: path) {
        case .success(let node): root = node
        case .failure(let diagnostic): return (nil, [diagnostic])
        }
        let open = openPlaces(root, path: path)
        guard open.isEmpty else { return (nil, open) }
        var decoder = SpecDecoder(path: path)
        let manifest = decoder.manifest(root)
        return (decoder.problems.isEmpty ? manifest : nil, decoder.problems)
    }

    /// What a draft leaves to a person to fill in.
    static let fillIn = "FILL-IN"

    /// Where nobody has filled in a draft.
    private static func openPlaces(_ node: Node, path: String) -> [Diagnostic] {
        switch node {
        case .scalar(let scalar):
            guard scalar.string == fillIn else { return [] }
            return [
                Diagnostic(
                    .error, code: "manifest.fill-in",
                    Text(
                        sv: "utkastet är inte ifyllt: här står \(fillIn)",
                        en: "the draft is not filled in: this says \(fillIn)"),
                    at: .file(
                        path: path, line: node.mark?.line, column: node.mark?.column))
            ]
        case .mapping(let mapping):
            return mapping.flatMap { openPlaces($0.value, path: path) }
        case .sequence(let sequence):
            return sequence.flatMap { openPlaces($0, path: path) }
        case .alias: return []
        }
    }
}

extension SpecDecoder {
    fileprivate mutating func manifest(_ root: Node) -> ReportManifest? {
        guard let section = section(root, name: "manifest", keys: ManifestKeys.manifest) else {
            return nil
        }
        for key in ["report", "municipality", "organisation", "report_type", "period"]
        where section[key] == nil {
            missingKey(key, in: section)
        }
        var shared: [String: TableRule] = [:]
        if let node = section["layouts"] { shared = layouts(node) }
        let report = string(section, "report") ?? ""
        var declared: [TableRule] = []
        for node in nodes(section, "tables") {
            if let rule = table(node, layouts: shared) { declared.append(rule) }
        }
        var told: [NarrativeRule] = []
        for node in nodes(section, "narrative") { told += narrative(node) }
        var passed: [(find: String, reason: String)] = []
        for node in nodes(section, "not_figures") {
            if let words = ignored(node) { passed.append(words) }
        }
        var period = ReportPeriod.undeclared
        if let node = section["period"] { period = reportPeriod(node, name: "period") ?? period }
        var codes: [String: String] = [:]
        if let node = section["municipalities"] { codes = map(node, name: "municipalities") }
        var anchors: [String] = []
        if let node = section["anchors"] { anchors = texts(node, name: "anchors") }
        return ReportManifest(
            report: report, sha256: string(section, "sha256"),
            title: title(section) ?? Text(verbatim: report),
            municipality: string(section, "municipality") ?? "",
            organisation: string(section, "organisation") ?? "",
            reportType: string(section, "report_type") ?? "", period: period, tables: declared,
            narrative: told, ignore: passed, municipalities: codes,
            begins: string(section, "begins"), anchors: anchors, path: path)
    }

    private mutating func nodes(_ section: SpecSection, _ key: String) -> [Node] {
        section[key].map { list($0, name: key) } ?? []
    }

    private mutating func title(_ section: SpecSection) -> Text? {
        guard let node = section["title"] else { return nil }
        if let scalar = node.scalar { return Text(verbatim: scalar.string) }
        guard let title = self.section(node, name: "title", keys: ManifestKeys.title) else {
            return nil
        }
        let sv = string(title, "sv") ?? ""
        return Text(sv: sv, en: string(title, "en") ?? sv)
    }

    private mutating func layouts(_ node: Node) -> [String: TableRule] {
        var layouts: [String: TableRule] = [:]
        for (key, value) in pairs(node, name: "layouts") {
            guard let name = key.scalar?.string,
                let section = section(value, name: "layouts.\(name)", keys: ManifestKeys.layout)
            else { continue }
            layouts[name] = rule(section, id: name, base: nil)
        }
        return layouts
    }

    private mutating func ignored(_ node: Node) -> (find: String, reason: String)? {
        guard let section = section(node, name: "not_figures", keys: ManifestKeys.ignored) else {
            return nil
        }
        for key in ManifestKeys.ignored where section[key] == nil { missingKey(key, in: section) }
        guard let find = string(section, "find"), let reason = string(section, "reason") else {
            return nil
        }
        return (find, reason)
    }
}
