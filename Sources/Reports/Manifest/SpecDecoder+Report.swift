internal import Diagnostics
internal import Indicators
internal import SourceAdapters
internal import Yams

/// Reads the small values of manifests.
extension SpecDecoder {
    mutating func string(_ section: SpecSection, _ key: String) -> String? {
        section[key].flatMap { text($0, name: key) }
    }

    mutating func list(_ node: Node, name: String) -> [Node] {
        guard case .sequence(let sequence) = node else {
            wrongType(node, name: name, sv: "en lista", en: "a list")
            return []
        }
        return Array(sequence)
    }

    mutating func map(_ node: Node, name: String) -> [String: String] {
        var map: [String: String] = [:]
        for (key, value) in pairs(node, name: name) {
            if let key = key.scalar?.string, let text = text(value, name: "\(name).\(key)") {
                map[key] = text
            }
        }
        return map
    }

    mutating func reportPeriod(_ node: Node, name: String) -> ReportPeriod? {
        guard let text = text(node, name: name) else { return nil }
        if let period = ReportPeriod(text) { return period }
        badValue(
            text, at: location(of: node), name: name,
            allowed: ["2017", "2018-T1", "2018-Q1", "2018-04", "2017-12-31", "T1", "none"])
        return nil
    }

    mutating func gender(_ node: Node) -> Gender? {
        guard let text = text(node, name: "gender") else { return nil }
        if let gender = Gender(word: text) { return gender }
        badValue(text, at: location(of: node), name: "gender", allowed: ["T", "K", "M"])
        return nil
    }
}
