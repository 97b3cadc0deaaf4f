import Diagnostics
import Yams

extension SpecDecoder {
    /// Decodes which columns are cells of their own.
    mutating func wide(_ node: Node) -> WideRule? {
        guard let section = section(node, name: "wide", keys: SpecKeys.wide) else { return nil }
        guard let by = section["by"] else {
            missingKey("by", in: section)
            return nil
        }
        guard let axis = word(by, name: "wide.by", as: WideRule.Axis.self) else { return nil }
        let columns = section["columns"].map { wideColumns($0, axis: axis) } ?? []
        let acceptsAny =
            section["any_header"].flatMap { boolean($0, name: "wide.any_header") } ?? false
        if columns.isEmpty, !acceptsAny { missingKey("columns", in: section) }
        return WideRule(
            axis: axis, columns: columns, acceptsAnyHeader: acceptsAny, location: section.location)
    }

    private mutating func wideColumns(_ node: Node, axis: WideRule.Axis) -> [WideColumn] {
        // The short form: a list of headers that are themselves codes of the axis.
        if case .sequence(let headers) = node {
            return headers.compactMap { header in
                guard let text = text(header, name: "wide.columns") else { return nil }
                let column = wideColumn(header: text, axis: axis, at: location(of: header))
                checkFields(of: column)
                return column
            }
        }
        return pairs(node, name: "wide.columns").compactMap { key, value in
            guard let header = text(key, name: "wide.columns") else { return nil }
            return wideColumn(header: header, node: value, axis: axis)
        }
    }

    private mutating func wideColumn(
        header: String, node: Node, axis: WideRule.Axis
    ) -> WideColumn? {
        let name = "wide.columns.\(header)"
        if let scalar = node.scalar {
            var column = wideColumn(header: header, axis: axis, at: location(of: node))
            if !scalar.string.isEmpty { column.fields[axis.field] = scalar.string }
            checkFields(of: column)
            return column
        }
        guard let section = section(node, name: name, keys: SpecKeys.wideColumn) else {
            return nil
        }
        var column = wideColumn(header: header, axis: axis, at: section.location)
        for field in [OutcomeField.indicator, .municipality, .period, .gender] {
            guard let node = section[field.rawValue] else { continue }
            column.fields[field] = text(node, name: "\(name).\(field.rawValue)")
        }
        if let node = section["measure"] {
            column.measure = word(node, name: "\(name).measure", as: Measure.self) ?? .outcome
        }
        if let node = section["period_declared"] {
            column.periodIsDeclared = boolean(node, name: "\(name).period_declared") ?? true
        }
        checkFields(of: column)
        return column
    }

    private func wideColumn(
        header: String, axis: WideRule.Axis, at location: SourceLocation
    ) -> WideColumn {
        WideColumn(
            header: header, fields: [axis.field: header], measure: .outcome,
            periodIsDeclared: true, location: location)
    }

    private mutating func checkFields(of column: WideColumn) {
        for (field, text) in column.fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            checkWord(text, field: field, at: column.location)
        }
    }
}
