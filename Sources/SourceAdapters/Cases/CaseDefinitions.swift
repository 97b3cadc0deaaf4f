public import Cases
public import Diagnostics
internal import FoundationEssentials
import Indicators
import Yams

/// The definitions of shares that are computed from case data, as `etl/cases/reopening.yml` declares them.
public struct CaseDefinitions: Sendable, Hashable {
    /// The definitions in the order of the file.
    public var all: [CaseDefinition]
    /// The bytes of the file, as a part of a load's identity.
    public var bytes: [UInt8]

    /// Where the definitions of a folder `etl/` lie.
    public static func path(in folder: String) -> String { "\(folder)/cases/reopening.yml" }

    /// Reads the definitions of a folder.
    /// - Throws: `SourceError` with every fault, each with its line and column.
    public static func read(in folder: String) throws(SourceError) -> CaseDefinitions {
        let path = path(in: folder)
        let bytes = try SpecificationBytes.read(path)
        let decoded = decode(String(decoding: bytes, as: UTF8.self), path: path)
        guard decoded.diagnostics.isEmpty else {
            throw SourceError(.configuration, decoded.diagnostics)
        }
        return CaseDefinitions(all: decoded.definitions, bytes: bytes)
    }

    /// Decodes definitions and collects everything that is wrong with them.
    public static func decode(
        _ yaml: String, path: String
    ) -> (definitions: [CaseDefinition], diagnostics: [Diagnostic]) {
        let root: Node
        switch SpecText.compose(yaml, path: path) {
        case .success(let node): root = node
        case .failure(let diagnostic): return ([], [diagnostic])
        }
        var decoder = SpecDecoder(path: path)
        let definitions = decoder.caseDefinitions(root)
        return (decoder.problems.isEmpty ? definitions : [], decoder.problems)
    }
}

/// The keys of the definitions.
enum CaseDefinitionKeys {
    static let file = ["definitions"]
    static let definition = [
        "indicator", "years", "ages", "area", "unaccompanied_minors", "closed", "followed_years",
        "reference_close", "source", "reason",
    ]
    static let required = [
        "indicator", "years", "ages", "area", "unaccompanied_minors", "closed", "source",
    ]
    static let span = ["from", "to"]
}

private enum UnaccompaniedWord: String, CaseIterable {
    case excluded
    case included
}

extension SpecDecoder {
    fileprivate mutating func caseDefinitions(_ root: Node) -> [CaseDefinition] {
        guard let file = section(root, name: "definitions", keys: CaseDefinitionKeys.file) else {
            return []
        }
        guard case .sequence(let entries) = file["definitions"] else {
            missingKey("definitions", in: file)
            return []
        }
        var result: [CaseDefinition] = []
        for entry in entries {
            guard let definition = caseDefinition(entry) else { continue }
            let overlaps = result.contains {
                $0.indicator == definition.indicator && $0.years.overlaps(definition.years)
            }
            if overlaps {
                report(
                    "spec.conflict",
                    Text(
                        sv: "två definitioner av \(definition.indicator) gäller samma år",
                        en: "two definitions of \(definition.indicator) hold for the same year"),
                    at: location(of: entry))
            }
            result.append(definition)
        }
        return result
    }

    private mutating func caseDefinition(_ node: Node) -> CaseDefinition? {
        guard let section = section(node, name: "definition", keys: CaseDefinitionKeys.definition)
        else { return nil }
        for key in CaseDefinitionKeys.required where section[key] == nil {
            missingKey(key, in: section)
        }
        let code = section["indicator"].flatMap { text($0, name: "indicator") }
        let indicator = code.flatMap { IndicatorCode($0) }
        if indicator == nil, let node = section["indicator"] {
            badValue(code ?? "", at: location(of: node), name: "indicator", allowed: [])
        }
        let years = section["years"].flatMap { span($0, name: "years", in: 1990...2199) }
        let ages = section["ages"].flatMap { span($0, name: "ages", in: 0...130) }
        let area = section["area"].flatMap {
            word($0, name: "area", as: CaseDefinition.Area.self)
        }
        let minors = section["unaccompanied_minors"].flatMap {
            word($0, name: "unaccompanied_minors", as: UnaccompaniedWord.self)
        }
        let window = section["closed"].flatMap { caseWindow($0) }
        let followed = section["followed_years"].flatMap {
            integer($0, name: "followed_years", in: 1...10)
        }
        let close = section["reference_close"].flatMap {
            word($0, name: "reference_close", as: CaseDefinition.ReferenceClose.self)
        }
        guard let indicator, let years, let ages, let area, let minors, let window else {
            return nil
        }
        return CaseDefinition(
            indicator: indicator, years: years, ages: ages, area: area,
            excludesUnaccompaniedMinors: minors == .excluded, window: window,
            followedYears: followed ?? 1, referenceClose: close ?? .first)
    }

    /// Reads two whole numbers; without `to` the span goes on to the end of what is possible.
    private mutating func span(
        _ node: Node, name: String, in range: ClosedRange<Int>
    ) -> ClosedRange<Int>? {
        guard let section = section(node, name: name, keys: CaseDefinitionKeys.span) else {
            return nil
        }
        guard let fromNode = section["from"] else {
            missingKey("from", in: section)
            return nil
        }
        guard let from = integer(fromNode, name: "\(name).from", in: range) else { return nil }
        guard let toNode = section["to"] else { return from...range.upperBound }
        guard let to = integer(toNode, name: "\(name).to", in: range) else { return nil }
        guard from <= to else {
            wrongType(toNode, name: "\(name).to", sv: "minst \(from)", en: "at least \(from)")
            return nil
        }
        return from...to
    }

    /// Reads two days written beside the year of the figure, such as `T-1-01-01`.
    private mutating func caseWindow(_ node: Node) -> CaseDefinition.Window? {
        guard let section = section(node, name: "closed", keys: CaseDefinitionKeys.span) else {
            return nil
        }
        func day(_ key: String) -> (years: Int, day: Int)? {
            guard let text = section[key]?.scalar?.string else { return nil }
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 4, parts[0] == "T", let years = Int(parts[1]),
                parts[2].utf8.count == 2, parts[3].utf8.count == 2, let month = Int(parts[2]),
                let day = Int(parts[3])
            else { return nil }
            return (years, month * 100 + day)
        }
        if let from = day("from"), let to = day("to"), from.years == to.years,
            let window = CaseDefinition.Window(
                yearsBefore: from.years, first: from.day, last: to.day)
        {
            return window
        }
        wrongType(
            node, name: "closed",
            sv: "två dagar i samma år, som { from: T-1-01-01, to: T-1-06-30 }",
            en: "two days of one year, such as { from: T-1-01-01, to: T-1-06-30 }")
        return nil
    }
}
