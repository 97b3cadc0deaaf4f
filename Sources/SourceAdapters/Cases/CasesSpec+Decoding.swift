import Cases
import Diagnostics
import Indicators
import Yams

extension SpecDecoder {
    /// Decodes the part of a specification that describes case data.
    mutating func cases(_ section: SpecSection) -> CasesSpec? {
        if section["in_all"]?.scalar?.string != "false" {
            report(
                "spec.conflict",
                Text(
                    sv: "en källa med ärendedata ska ha ”in_all: false”: den läses in för hand",
                    en: "a source of case data must have \"in_all: false\": it is loaded by name"),
                at: section["in_all"].map { location(of: $0) } ?? section.location)
        }
        let municipality = caseMunicipality(section)
        let observation = caseObservation(section)
        let files = section["files"].map { texts($0, name: "files") } ?? []
        if files.isEmpty { missingKey("files", in: section) }
        let format = section["format"].map { self.format($0) } ?? FormatSpec()
        if format.kind != .csv, let node = section["format"] {
            report(
                "spec.conflict",
                Text(sv: "ärendedata läses bara ur CSV", en: "case data are read from CSV only"),
                at: location(of: node))
        }
        let columns = caseColumns(section)
        let indicators = caseIndicators(section)
        guard let municipality, let observation else { return nil }
        return CasesSpec(
            precedence: Int16(
                section["precedence"].flatMap {
                    integer($0, name: "precedence", in: 1...999)
                } ?? 900),
            municipality: municipality, files: files, format: format, observation: observation,
            columns: columns, indicators: indicators,
            maxRejectShare: section["max_reject_share"].flatMap {
                share($0, name: "max_reject_share")
            } ?? 0,
            maxWithdrawnShare: section["max_withdrawn_share"].flatMap {
                share($0, name: "max_withdrawn_share")
            } ?? 0.5,
            minRows: section["checks"].flatMap { checks in
                self.section(checks, name: "checks", keys: SpecKeys.checks)?["min_rows"].flatMap {
                    integer($0, name: "checks.min_rows", in: 0...1_000_000_000)
                }
            } ?? 1)
    }

    private mutating func caseMunicipality(_ section: SpecSection) -> MunicipalityCode? {
        guard let node = section["municipality"] else {
            missingKey("municipality", in: section)
            return nil
        }
        if let text = node.scalar?.string, let code = try? MunicipalityCode(text) { return code }
        wrongType(
            node, name: "municipality", sv: "en kommunkod inom citattecken, som \"0180\"",
            en: "the code of a municipality in quotes, such as \"0180\"")
        return nil
    }

    private mutating func caseObservation(_ section: SpecSection) -> CaseObservation? {
        guard let node = section["observed"] else {
            missingKey("observed", in: section)
            return nil
        }
        guard let span = self.section(node, name: "observed", keys: SpecKeys.observed) else {
            return nil
        }
        func day(_ key: String, _ decoder: inout SpecDecoder) -> CalendarDay? {
            guard let node = span[key] else {
                decoder.missingKey(key, in: span)
                return nil
            }
            if let day = node.scalar.flatMap({ CalendarDay($0.string) }) { return day }
            decoder.wrongType(
                node, name: "observed.\(key)", sv: "en dag som 2016-01-01",
                en: "a day such as 2016-01-01")
            return nil
        }
        let (from, until) = (day("from", &self), day("until", &self))
        guard let from, let until else { return nil }
        if let observation = CaseObservation(from: from, until: until) { return observation }
        report(
            "spec.bad-value",
            Text(
                sv: "”observed” slutar före sin början", en: "\"observed\" ends before it begins"),
            at: span.location)
        return nil
    }

    private mutating func caseIndicators(_ section: SpecSection) -> [IndicatorCode] {
        guard let node = section["indicators"] else { return [] }
        return texts(node, name: "indicators").compactMap { text in
            if let code = IndicatorCode(text) { return code }
            badValue(text, at: location(of: node), name: "indicators", allowed: [])
            return nil
        }
    }

    private mutating func caseColumns(_ section: SpecSection) -> [CaseField: CasesSpec.Column] {
        guard let node = section["columns"] else {
            missingKey("columns", in: section)
            return [:]
        }
        guard let columns = self.section(node, name: "columns", keys: SpecKeys.caseColumns) else {
            return [:]
        }
        var result: [CaseField: CasesSpec.Column] = [:]
        var seen: [String: String] = [:]
        for field in CaseField.allCases {
            guard let node = columns[field.rawValue] else {
                if !field.isOptional { missingKey(field.rawValue, in: columns) }
                continue
            }
            guard let column = caseColumn(node, field) else { continue }
            for header in column.headers {
                if let owner = seen.updateValue(field.rawValue, forKey: HeaderName.key(header)) {
                    report(
                        "spec.conflict",
                        Text(
                            sv:
                                "kolumnen ”\(header)” används två gånger: \(owner), \(field.rawValue)",
                            en:
                                "the column \"\(header)\" is used twice: \(owner), \(field.rawValue)"
                        ), at: column.location)
                }
            }
            result[field] = column
        }
        return result
    }

    private mutating func caseColumn(_ node: Node, _ field: CaseField) -> CasesSpec.Column? {
        let name = "columns.\(field.rawValue)"
        if node.mapping == nil {
            return CasesSpec.Column(
                headers: texts(node, name: name), constant: nil, words: [:],
                location: location(of: node))
        }
        guard let section = section(node, name: name, keys: SpecKeys.caseColumn) else { return nil }
        let headers = section["column"].map { texts($0, name: "\(name).column") } ?? []
        let constant = section["constant"].flatMap { text($0, name: "\(name).constant") }
        guard headers.isEmpty != (constant == nil), constant == nil || field.isFlag else {
            report(
                "spec.conflict",
                Text(
                    sv: "”\(name)” ska ha en ”column”, eller för ja och nej en ”constant”",
                    en: "\"\(name)\" must have a \"column\", or for yes and no a \"constant\""),
                at: section.location)
            return nil
        }
        var words: [String: String] = [:]
        if let node = section["words"] {
            for (key, value) in pairs(node, name: "\(name).words") {
                guard let word = text(key, name: "words"), let meaning = text(value, name: "words")
                else { continue }
                checkCaseWord(meaning, field, at: location(of: value))
                words[CaseWords.key(word)] = meaning
            }
        }
        if let constant { checkCaseWord(constant, field, at: section.location) }
        return CasesSpec.Column(
            headers: headers, constant: constant, words: words, location: section.location)
    }

    private mutating func checkCaseWord(
        _ word: String, _ field: CaseField, at location: SourceLocation
    ) {
        let isReadable =
            switch field {
            case .kind: CaseWords.kind(word) != nil
            case .gender: word.isEmpty || CaseWords.gender(word) != nil
            case .addiction, .economicAssistance, .unaccompaniedMinor: CaseWords.flag(word) != nil
            default: true
            }
        guard !isReadable else { return }
        report(
            "spec.bad-value",
            Text(
                sv: "”\(word)” är inget värde för fältet ”\(field.rawValue)”",
                en: "\"\(word)\" is no value of the field \"\(field.rawValue)\""), at: location)
    }
}
