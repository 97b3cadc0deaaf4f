import Diagnostics

extension SpecDecoder {
    /// Checks that each figure gets a key and a value, and gets them once.
    mutating func checkLayout(_ spec: OutcomesSpec, in section: SpecSection) {
        for field in [OutcomeField.indicator, .municipality, .period] where !isGiven(field, spec) {
            report(
                "spec.field-not-given",
                Text(
                    sv: "inget säger varifrån fältet ”\(field.rawValue)” kommer",
                    en: "nothing says where the field \"\(field.rawValue)\" comes from"),
                at: section.location,
                hint: Text(
                    sv:
                        "Skriv ”\(field.rawValue): {column: …}” eller ”{constant: …}” under ”columns”.",
                    en:
                        "Write \"\(field.rawValue): {column: …}\" or \"{constant: …}\" under \"columns\"."
                ))
        }
        if let wide = spec.wide {
            checkWide(wide, columns: spec.columns)
        } else if spec.columns[.value] == nil, spec.columns[.target] == nil {
            report(
                "spec.field-not-given",
                Text(
                    sv: "ingen kolumn är angiven för ”value” eller ”target”, och ”wide” saknas",
                    en: "no column is given for \"value\" or \"target\", and there is no \"wide\""),
                at: section.location)
        }
        checkHeaders(spec)
    }

    private func isGiven(_ field: OutcomeField, _ spec: OutcomesSpec) -> Bool {
        if spec.columns[field] != nil || spec.wide?.axis.field == field { return true }
        guard let wide = spec.wide, !wide.columns.isEmpty, !wide.acceptsAnyHeader else {
            return false
        }
        return wide.columns.allSatisfy { $0.fields[field] != nil }
    }

    private mutating func checkWide(_ wide: WideRule, columns: [OutcomeField: ColumnRule]) {
        // A row of a wide table has many figures, so what belongs to one has no column.
        let single: [OutcomeField] = [
            .value, .target, .numerator, .denominator, .respondents, .status, wide.axis.field,
        ]
        for field in single {
            guard let rule = columns[field] else { continue }
            report(
                "spec.conflict",
                Text(
                    sv: "fältet ”\(field.rawValue)” kan inte ha en egen kolumn i en bred tabell",
                    en: "the field \"\(field.rawValue)\" cannot have a column in a wide layout"),
                at: rule.location,
                hint: Text(
                    sv: "Beskriv kolumnen under ”wide.columns” i stället.",
                    en: "Describe the column under \"wide.columns\" instead."))
        }
    }

    private mutating func checkHeaders(_ spec: OutcomesSpec) {
        var seen: [String: String] = [:]
        var claims: [(header: String, owner: String, location: SourceLocation)] = []
        for field in OutcomeField.allCases {
            guard let rule = spec.columns[field], case .column(let headers) = rule.origin else {
                continue
            }
            claims += headers.map { ($0, field.rawValue, rule.location) }
        }
        claims += (spec.wide?.columns ?? []).map { ($0.header, "wide.columns", $0.location) }
        for claim in claims {
            let key = HeaderName.key(claim.header)
            guard let owner = seen.updateValue(claim.owner, forKey: key) else { continue }
            report(
                "spec.conflict",
                Text(
                    sv: "kolumnen ”\(claim.header)” används två gånger: \(owner), \(claim.owner)",
                    en: "the column \"\(claim.header)\" is used twice: \(owner), \(claim.owner)"),
                at: claim.location)
        }
    }
}
