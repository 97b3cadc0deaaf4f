internal import Diagnostics
internal import Indicators
internal import SourceAdapters
internal import Yams

/// Reads the tables of manifests.
extension SpecDecoder {
    mutating func table(_ node: Node, layouts: [String: TableRule]) -> TableRule? {
        guard let section = section(node, name: "tables", keys: ManifestKeys.table) else {
            return nil
        }
        guard let id = string(section, "id") else {
            missingKey("id", in: section)
            return nil
        }
        var base: TableRule?
        if let node = section["layout"], let name = text(node, name: "layout") {
            base = layouts[name]
            if base == nil {
                badValue(
                    name, at: location(of: node), name: "layout", allowed: layouts.keys.sorted())
            }
        }
        guard var rule = rule(section, id: id, base: base) else { return nil }
        rule.after = string(section, "after")
        rule.rows = section["rows"].flatMap { integer($0, name: "rows", in: 1...100_000) }
        rule.subject = string(section, "subject")
        if let node = section["surplus"] {
            for (key, value) in map(node, name: "surplus") {
                if let place = Int(value), place > 0 {
                    rule.surplus[key] = place
                } else {
                    wrongType(
                        node, name: "surplus", sv: "cellens nummer, från 1",
                        en: "the number of the cell, from 1")
                }
            }
        }
        if let node = section["subjects"] { rule.subjects = map(node, name: "subjects") }
        if let node = section["periods"] {
            for (key, value) in pairs(node, name: "periods") {
                rule.periods[key.scalar?.string ?? ""] = reportPeriod(value, name: "periods")
            }
        }
        if let node = section["units"] {
            for (key, value) in pairs(node, name: "units") {
                rule.units[key.scalar?.string ?? ""] = word(
                    value, name: "units", as: FigureUnit.self)
            }
        }
        return rule
    }

    /// Reads what layouts and tables share.
    mutating func rule(_ section: SpecSection, id: String, base: TableRule?) -> TableRule? {
        let kind = section["kind"].flatMap { word($0, name: "kind", as: TableRule.Kind.self) }
        guard let kind = kind ?? base?.kind else {
            if section["kind"] == nil { missingKey("kind", in: section) }
            return nil
        }
        var rule = base ?? TableRule(id: id, kind: kind, columns: [])
        rule.id = id
        rule.kind = kind
        if let node = section["columns"] {
            rule.columns = list(node, name: "columns").compactMap { column($0) }
        }
        if rule.columns.isEmpty { missingKey("columns", in: section) }
        if let node = section["spanning"] { rule.spanning = texts(node, name: "spanning") }
        if let node = section["missing"] { rule.missing = texts(node, name: "missing") }
        if let node = section["unit"] { rule.unit = word(node, name: "unit", as: FigureUnit.self) }
        if let node = section["period"] { rule.period = reportPeriod(node, name: "period") }
        if let sum = string(section, "sum") { rule.sum = sum }
        if let node = section["cumulative"] {
            rule.isCumulative = boolean(node, name: "cumulative") ?? true
        }
        return rule
    }

    private mutating func column(_ node: Node) -> ColumnRule? {
        guard let section = section(node, name: "columns", keys: ManifestKeys.column) else {
            return nil
        }
        var rule = ColumnRule(header: string(section, "header") ?? "")
        rule.group = string(section, "group")
        if let node = section["role"] {
            rule.role = word(node, name: "role", as: ColumnRule.Role.self) ?? .text
        }
        if let node = section["measure"] {
            rule.measure = word(node, name: "measure", as: FigureMeasure.self)
        }
        if rule.role == .figure, section["measure"] == nil { missingKey("measure", in: section) }
        if let node = section["period"] { rule.period = reportPeriod(node, name: "period") }
        if let node = section["unit"] { rule.unit = word(node, name: "unit", as: FigureUnit.self) }
        if let node = section["gender"] { rule.gender = gender(node) ?? .total }
        rule.definition = string(section, "definition")
        return rule
    }
}
