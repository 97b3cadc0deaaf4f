internal import Diagnostics
internal import Indicators
internal import SourceAdapters
internal import Yams

/// Reads what manifests say about running text.
extension SpecDecoder {
    /// Reads a figure, or a group of figures that share what is said once.
    mutating func narrative(_ node: Node) -> [NarrativeRule] {
        guard node.mapping?["figures"] != nil else {
            let rule = narrative(node, defaults: NarrativeRule(find: "", subject: ""))
            return rule.map { [$0] } ?? []
        }
        guard
            let section = section(node, name: "narrative", keys: ManifestKeys.narrativeGroup)
        else { return [] }
        var defaults = NarrativeRule(find: "", subject: "")
        told(section, &defaults)
        return section["figures"].map { node in
            list(node, name: "figures").compactMap { narrative($0, defaults: defaults) }
        } ?? []
    }

    private mutating func narrative(_ node: Node, defaults: NarrativeRule) -> NarrativeRule? {
        guard let section = section(node, name: "narrative", keys: ManifestKeys.narrative) else {
            return nil
        }
        guard let find = string(section, "find") else {
            missingKey("find", in: section)
            return nil
        }
        var rule = defaults
        rule.find = find
        rule.location = section.location
        told(section, &rule)
        if rule.subject.isEmpty { missingKey("subject", in: section) }
        if find.firstRange(of: "{}") == nil {
            report(
                "manifest.no-figure",
                Text(
                    sv: "”\(find)” säger inte var talet står",
                    en: "\"\(find)\" does not say where the figure stands"),
                at: section.location,
                hint: Text(
                    sv: "Skriv {} där talet står: \"ökat med {} procent\".",
                    en: "Write {} where the figure stands: \"has grown by {} per cent\"."))
        }
        rule.line = section["line"].flatMap { integer($0, name: "line", in: 1...10_000_000) }
        rule.times = section["times"].flatMap { integer($0, name: "times", in: 1...100) } ?? 1
        return rule
    }

    private mutating func told(_ section: SpecSection, _ rule: inout NarrativeRule) {
        if let subject = string(section, "subject") { rule.subject = subject }
        if let node = section["measure"] {
            rule.measure = word(node, name: "measure", as: FigureMeasure.self) ?? .outcome
        }
        if let node = section["period"] {
            rule.period = reportPeriod(node, name: "period") ?? .undeclared
        }
        if let node = section["unit"] {
            rule.unit = word(node, name: "unit", as: FigureUnit.self) ?? .number
            rule.isUnitDeclared = true
        }
        if let node = section["gender"] { rule.gender = gender(node) ?? .total }
        if let municipality = string(section, "municipality") { rule.municipality = municipality }
        if let indicator = string(section, "indicator") { rule.indicator = indicator }
        if let node = section["subject_kind"] {
            rule.subjectKind = word(node, name: "subject_kind", as: EconomyStatement.Kind.self)
        }
        if let definition = string(section, "definition") { rule.definition = definition }
        if let reason = string(section, "not_loaded") { rule.notLoaded = reason }
        if let node = section["sign"] {
            rule.isNegative = word(node, name: "sign", as: PrintedSign.self) == .negative
        }
    }
}

/// Whether words make a figure negative that is printed without a sign.
private enum PrintedSign: String, CaseIterable {
    case asPrinted = "as_printed"
    case negative
}
