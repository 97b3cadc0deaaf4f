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
        var decoder = SpecDecoder(path: path)
        let manifest = decoder.manifest(root)
        return (decoder.problems.isEmpty ? manifest : nil, decoder.problems)
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
        let layouts = section["layouts"].map { layouts($0) } ?? [:]
        let report = string(section, "report") ?? ""
        let title = title(section) ?? Text(verbatim: report)
        let tables = section["tables"].map { node in
            list(node, name: "tables").compactMap { table($0, layouts: layouts) }
        }
        let narrative = section["narrative"].map { node in
            list(node, name: "narrative").flatMap { narrative($0) }
        }
        let ignore = section["not_figures"].map { node in
            list(node, name: "not_figures").compactMap { ignored($0) }
        }
        return ReportManifest(
            report: report, sha256: string(section, "sha256"), title: title,
            municipality: string(section, "municipality") ?? "",
            organisation: string(section, "organisation") ?? "",
            reportType: string(section, "report_type") ?? "",
            period: section["period"].flatMap { reportPeriod($0, name: "period") } ?? .undeclared,
            tables: tables ?? [], narrative: narrative ?? [], ignore: ignore ?? [],
            municipalities: section["municipalities"].map { map($0, name: "municipalities") } ?? [:],
            anchors: section["anchors"].map { texts($0, name: "anchors") } ?? [], path: path)
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
