import Diagnostics
import Indicators
import Yams

extension SpecDecoder {
    /// Decodes the part of a specification that describes outcomes.
    mutating func outcomes(_ section: SpecSection) -> OutcomesSpec? {
        let precedence = section["precedence"].flatMap {
            integer($0, name: "precedence", in: 1...999)
        }
        let files = section["files"].map { texts($0, name: "files") } ?? []
        if section["files"] == nil {
            missingKey("files", in: section)
        } else if files.isEmpty, let node = section["files"] {
            wrongType(node, name: "files", sv: "minst en fil", en: "at least one file")
        }
        let format = section["format"].map { self.format($0) } ?? FormatSpec()
        let columns = section["columns"].map { self.columns($0) } ?? [:]
        let wide = section["wide"].flatMap { self.wide($0) }
        let spec = OutcomesSpec(
            precedence: Int16(precedence ?? 50),
            document: document(section, columns: columns),
            files: files,
            format: format,
            missing: section["missing"].map { missing($0) } ?? [:],
            words: section["words"].map { words($0) } ?? [:],
            columns: columns,
            wide: wide,
            ignored: section["ignore"].map { texts($0, name: "ignore") } ?? [],
            municipalityPreference: section["municipality_kind"].flatMap {
                word($0, name: "municipality_kind", as: OutcomesSpec.MunicipalityPreference.self)
            } ?? .municipality,
            maxRejectShare: section["max_reject_share"].flatMap {
                share($0, name: "max_reject_share")
            } ?? 0.05,
            maxWithdrawnShare: section["max_withdrawn_share"].flatMap {
                share($0, name: "max_withdrawn_share")
            } ?? 0.5,
            minRows: section["checks"].flatMap { minRows($0) } ?? 1)
        checkLayout(spec, in: section)
        return spec
    }

    private mutating func document(
        _ section: SpecSection, columns: [OutcomeField: ColumnRule]
    ) -> OutcomesSpec.DocumentRule {
        let hasColumn = columns[.document] != nil
        guard let node = section["document"] else { return hasColumn ? .column : .source }
        if hasColumn {
            report(
                "spec.conflict",
                Text(
                    sv: "”document” anges både för källan och under ”columns”",
                    en: "\"document\" is given for the source and under \"columns\" as well"),
                at: location(of: node))
        }
        return text(node, name: "document").map { .code($0, location: location(of: node)) }
            ?? .source
    }

    private mutating func missing(_ node: Node) -> [String: OutcomesSpec.MissingMeaning] {
        let statuses = OutcomeStatus.allCases.filter { !$0.hasValue && $0 != .withdrawn }
        let allowed = statuses.map(\.rawValue) + ["skip"]
        var missing: [String: OutcomesSpec.MissingMeaning] = [:]
        for (key, value) in pairs(node, name: "missing") {
            guard let code = text(key, name: "missing"), let word = text(value, name: "missing")
            else { continue }
            if word == "skip" {
                missing[code] = .skip
            } else if let status = statuses.first(where: { $0.rawValue == word }) {
                missing[code] = .status(status)
            } else {
                badValue(word, at: location(of: value), name: "missing", allowed: allowed)
            }
        }
        return missing
    }

    private mutating func words(_ node: Node) -> [String: ScaledDecimal] {
        var words: [String: ScaledDecimal] = [:]
        for (key, value) in pairs(node, name: "words") {
            guard let word = text(key, name: "words") else { continue }
            if let number = value.scalar.flatMap({ ScaledDecimal($0.string) }) {
                words[NameFolding.key(word)] = number
            } else {
                wrongType(value, name: "words", sv: "tal, till exempel 1", en: "numbers such as 1")
            }
        }
        return words
    }

    private mutating func minRows(_ node: Node) -> Int? {
        guard let section = section(node, name: "checks", keys: SpecKeys.checks) else {
            return nil
        }
        return section["min_rows"].flatMap {
            integer($0, name: "checks.min_rows", in: 0...1_000_000_000)
        }
    }
}
