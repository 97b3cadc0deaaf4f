package import Diagnostics
package import Yams

/// Reads values out of a YAML node tree and collects what is wrong with them.
///
/// Scalars are read as they are written: `0182` is never octal and `no` never a boolean.
package struct SpecDecoder {
    /// The path of the specification, for locations.
    package let path: String
    /// What was found wrong so far.
    package var problems: [Diagnostic] = []

    /// Creates a decoder of one specification.
    package init(path: String) {
        self.path = path
    }

    /// Where a node stands.
    package func location(of node: Node) -> SourceLocation {
        .file(path: path, line: node.mark?.line, column: node.mark?.column)
    }

    /// Notes an error at a place.
    package mutating func report(
        _ code: String, _ message: Text, at location: SourceLocation, hint: Text? = nil
    ) {
        problems.append(Diagnostic(.error, code: code, message, at: location, hint: hint))
    }

    /// Reads a mapping whose keys are known, and reports the others with suggestions.
    package mutating func section(_ node: Node, name: String, keys: [String]) -> SpecSection? {
        guard case .mapping(let mapping) = node else {
            wrongType(node, name: name, sv: "en tabell av nycklar", en: "a mapping of keys")
            return nil
        }
        var section = SpecSection(name: name, location: location(of: node))
        for (key, value) in mapping {
            guard let text = key.scalar?.string else { continue }
            if keys.contains(text) {
                section.nodes[text] = value
            } else {
                unknownKey(text, at: location(of: key), section: name, keys: keys)
            }
        }
        return section
    }

    /// Reads a mapping whose keys are data, in the order of the file.
    package mutating func pairs(_ node: Node, name: String) -> [(key: Node, value: Node)] {
        guard case .mapping(let mapping) = node else {
            wrongType(node, name: name, sv: "en tabell av nycklar", en: "a mapping of keys")
            return []
        }
        return mapping.map { ($0.key, $0.value) }
    }

    /// Reads a text.
    package mutating func text(_ node: Node, name: String) -> String? {
        guard let scalar = node.scalar else {
            wrongType(node, name: name, sv: "en text", en: "a text")
            return nil
        }
        return scalar.string
    }

    /// Reads one text or a list of texts.
    package mutating func texts(_ node: Node, name: String) -> [String] {
        guard case .sequence(let sequence) = node else {
            return text(node, name: name).map { [$0] } ?? []
        }
        return sequence.compactMap { text($0, name: name) }
    }

    /// Reads `true` or `false`.
    package mutating func boolean(_ node: Node, name: String) -> Bool? {
        switch node.scalar?.string {
        case "true": return true
        case "false": return false
        default:
            wrongType(node, name: name, sv: "true eller false", en: "true or false")
            return nil
        }
    }

    /// Reads a whole number in a range.
    package mutating func integer(_ node: Node, name: String, in range: ClosedRange<Int>) -> Int? {
        if let number = node.scalar.flatMap({ Int($0.string) }), range.contains(number) {
            return number
        }
        let span = "\(range.lowerBound)–\(range.upperBound)"
        wrongType(node, name: name, sv: "ett heltal \(span)", en: "a whole number \(span)")
        return nil
    }

    /// Reads a share from 0 to 1.
    package mutating func share(_ node: Node, name: String) -> Double? {
        if let number = node.scalar.flatMap({ Double($0.string) }), (0...1).contains(number) {
            return number
        }
        wrongType(
            node, name: name, sv: "en andel mellan 0 och 1", en: "a share between 0 and 1")
        return nil
    }

    /// Reads one of the words of an enumeration.
    package mutating func word<Word: RawRepresentable & CaseIterable>(
        _ node: Node, name: String, as type: Word.Type
    ) -> Word? where Word.RawValue == String {
        guard let text = text(node, name: name) else { return nil }
        if let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue)
        badValue(text, at: location(of: node), name: name, allowed: words)
        return nil
    }

    /// Reports a value that is none of the allowed words.
    package mutating func badValue(
        _ text: String, at location: SourceLocation, name: String, allowed: [String]
    ) {
        let list = allowed.joined(separator: ", ")
        report(
            "spec.bad-value",
            Text(
                sv: "”\(text)” är inget värde för ”\(name)”",
                en: "\"\(text)\" is no value of \"\(name)\""),
            at: location,
            hint: Self.suggestion(
                for: text, among: allowed,
                otherwise: Text(sv: "Skriv något av: \(list).", en: "Write one of: \(list).")))
    }

    /// Reports a node of the wrong kind.
    package mutating func wrongType(_ node: Node, name: String, sv: String, en: String) {
        report(
            "spec.wrong-type",
            Text(sv: "”\(name)” ska vara \(sv)", en: "\"\(name)\" must be \(en)"),
            at: location(of: node))
    }

    /// Reports a key that must be there and is not.
    package mutating func missingKey(_ key: String, in section: SpecSection) {
        report(
            "spec.missing-key",
            Text(
                sv: "nyckeln ”\(key)” saknas i \(section.name)",
                en: "the key \"\(key)\" is missing in \(section.name)"),
            at: section.location)
    }

    private mutating func unknownKey(
        _ key: String, at location: SourceLocation, section: String, keys: [String]
    ) {
        let list = keys.joined(separator: ", ")
        report(
            "spec.unknown-key",
            Text(
                sv: "okänd nyckel ”\(key)” i \(section)",
                en: "unknown key \"\(key)\" in \(section)"),
            at: location,
            hint: Self.suggestion(
                for: key, among: keys,
                otherwise: Text(
                    sv: "Nycklar som får stå här: \(list).", en: "Keys allowed here: \(list).")))
    }

    private static func suggestion(
        for text: String, among words: [String], otherwise: Text
    ) -> Text {
        let nearest = Suggestion.nearest(to: text, among: words)
        guard !nearest.isEmpty else { return otherwise }
        return Text(
            sv: "Menade du \(nearest.map { "”\($0)”" }.joined(separator: " eller "))?",
            en: "Did you mean \(nearest.map { "\"\($0)\"" }.joined(separator: " or "))?")
    }
}

/// A mapping of known keys, after the unknown ones were reported.
package struct SpecSection {
    /// What the section is called in messages.
    package let name: String
    /// Where the section begins.
    package let location: SourceLocation
    /// The values by key.
    package var nodes: [String: Node] = [:]

    package subscript(key: String) -> Node? { nodes[key] }
}
