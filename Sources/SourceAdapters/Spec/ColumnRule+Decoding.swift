import Diagnostics
import Indicators
import Yams

extension SpecDecoder {
    /// Decodes which column or constant fills each field.
    mutating func columns(_ node: Node) -> [OutcomeField: ColumnRule] {
        guard let section = section(node, name: "columns", keys: SpecKeys.columns) else {
            return [:]
        }
        var columns: [OutcomeField: ColumnRule] = [:]
        for field in OutcomeField.allCases {
            guard let node = section[field.rawValue] else { continue }
            columns[field] = column(node, field: field)
        }
        return columns
    }

    private mutating func column(_ node: Node, field: OutcomeField) -> ColumnRule? {
        let name = "columns.\(field.rawValue)"
        // The short form: `value: utfall`, or a list of spellings.
        if node.mapping == nil {
            return ColumnRule(
                origin: .column(headers: texts(node, name: name)), defaultText: nil,
                isOptional: false, words: [:], location: location(of: node))
        }
        guard let section = section(node, name: name, keys: SpecKeys.column) else { return nil }
        let headers = section["column"].map { texts($0, name: "\(name).column") }
        let constant = section["constant"].flatMap { text($0, name: "\(name).constant") }
        let origin: ColumnRule.Origin
        switch (headers, constant) {
        case (let headers?, nil): origin = .column(headers: headers)
        case (nil, let constant?): origin = .constant(constant)
        default:
            report(
                "spec.conflict",
                Text(
                    sv: "”\(name)” ska ha antingen ”column” eller ”constant”",
                    en: "\"\(name)\" must have either \"column\" or \"constant\""),
                at: section.location)
            return nil
        }
        if !field.isWord,
            let key = ["constant", "default", "words"].first(where: { section[$0] != nil })
        {
            report(
                "spec.conflict",
                Text(
                    sv: "”\(key)” är inte tillåtet för ”\(name)”: siffror hittas inte på",
                    en: "\"\(key)\" is not allowed for \"\(name)\": figures are not made up"),
                at: section.location)
        }
        if constant != nil, let key = ["default", "optional"].first(where: { section[$0] != nil }) {
            report(
                "spec.conflict",
                Text(
                    sv: "”\(key)” har ingen mening bredvid ”constant” i ”\(name)”",
                    en: "\"\(key)\" has no meaning beside \"constant\" in \"\(name)\""),
                at: section.location)
        }
        let rule = ColumnRule(
            origin: origin,
            defaultText: section["default"].flatMap { text($0, name: "\(name).default") },
            isOptional: section["optional"].flatMap { boolean($0, name: "\(name).optional") }
                ?? false,
            words: section["words"].map { fieldWords($0, field: field) } ?? [:],
            location: section.location)
        checkConstants(rule, field: field)
        if rule.isOptional, rule.defaultText == nil,
            [.indicator, .municipality, .period].contains(field)
        {
            report(
                "spec.conflict",
                Text(
                    sv: "”\(name)” får bara vara ”optional” med en ”default”",
                    en: "\"\(name)\" may be \"optional\" only with a \"default\""),
                at: section.location)
        }
        return rule
    }

    private mutating func fieldWords(_ node: Node, field: OutcomeField) -> [String: String] {
        var words: [String: String] = [:]
        for (key, value) in pairs(node, name: "columns.\(field.rawValue).words") {
            guard let word = text(key, name: "words"), let meaning = text(value, name: "words")
            else { continue }
            checkWord(meaning, field: field, at: location(of: value))
            words[NameFolding.key(word)] = meaning
        }
        return words
    }

    private mutating func checkConstants(_ rule: ColumnRule, field: OutcomeField) {
        if case .constant(let text) = rule.origin {
            checkWord(text, field: field, at: rule.location)
        }
        if let text = rule.defaultText { checkWord(text, field: field, at: rule.location) }
    }

    /// Checks a text of the specification that stands for a cell, as far as no dimension is needed.
    mutating func checkWord(_ text: String, field: OutcomeField, at location: SourceLocation) {
        let isReadable =
            switch field {
            case .period: Period(text) != nil
            case .gender: Gender(word: text) != nil
            case .status: OutcomeStatus(rawValue: text) != nil
            default: !text.isEmpty
            }
        guard !isReadable else { return }
        report(
            "spec.bad-value",
            Text(
                sv: "”\(text)” är inget värde för fältet ”\(field.rawValue)”",
                en: "\"\(text)\" is no value of the field \"\(field.rawValue)\""),
            at: location)
    }
}
