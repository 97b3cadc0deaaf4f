public import Diagnostics
public import Indicators

/// Finds indicators by code, by name or by words.
public struct IndicatorDirectory: Sendable {
    /// An indicator that a search found.
    public struct Hit: Sendable, Hashable {
        /// The indicator.
        public var indicator: Indicator
        /// Whether it was found only after folding å to a, or by a likeness of words.
        public var isApproximate: Bool
    }

    /// Every indicator, by code.
    public let indicators: [Indicator]
    private let names: [Int32: [String]]

    /// Builds a directory.
    public init(indicators: [Indicator], aliases: [(key: Int32, alias: String)] = []) {
        self.indicators = indicators
        var names: [Int32: [String]] = [:]
        for indicator in indicators { names[indicator.key] = [NameFolding.key(indicator.title)] }
        for (key, alias) in aliases { names[key, default: []].append(NameFolding.key(alias)) }
        self.names = names
    }

    /// Finds indicators by words that their code, title or another name holds, all of them.
    ///
    /// The first chance is exact apart from case, the second folds å, ä and ö, the third allows a
    /// slip of the finger in each word. Whole names come before parts of names, then by code.
    public func search(_ text: String) -> [Hit] {
        let words = NameFolding.key(text).split(separator: " ").map(String.init)
        guard !words.isEmpty else {
            return indicators.map { Hit(indicator: $0, isApproximate: false) }
        }
        let exact = matches { names in words.allSatisfy { word in names.contains(word) } }
        if !exact.isEmpty { return ordered(exact, by: NameFolding.key(text), approximate: false) }
        let plain = words.map { NameFolding.withoutDiacritics($0) }
        let loose = matches { names in
            let names = NameFolding.withoutDiacritics(names)
            return plain.allSatisfy { names.contains($0) }
        }
        if !loose.isEmpty { return ordered(loose, by: NameFolding.key(text), approximate: true) }
        let like = matches { names in
            let known = NameFolding.withoutDiacritics(names)
                .split { !$0.isLetter && !$0.isNumber }.map(String.init)
            return plain.allSatisfy { word in
                known.contains { $0.contains(word) }
                    || !Suggestion.nearest(to: word, among: known, limit: 1).isEmpty
            }
        }
        return ordered(like, by: NameFolding.key(text), approximate: true)
    }

    /// Finds the one indicator that a code or words mean.
    ///
    /// - Parameters:
    ///   - text: a code, a full name, or words.
    ///   - withOutcomes: keys of indicators that have outcomes; when several are found and only one
    ///     of them has any, that one is meant.
    ///   - argument: the argument it stands in, for the message.
    /// - Returns: the indicator, and whether that should be said aloud because it was found by words.
    /// - Throws: `Failure` with status 64 that lists what was found, or what was probably meant.
    public func find(
        _ text: String, withOutcomes: Set<Int32> = [], argument: String = "INDICATOR"
    ) throws(Failure) -> (indicator: Indicator, isSearchResult: Bool) {
        if let code = IndicatorCode(text.filter { !$0.isWhitespace }),
            let indicator = indicators.first(where: { $0.code == code })
        {
            return (indicator, false)
        }
        let folded = NameFolding.key(text)
        let named = indicators.filter { names[$0.key]?.contains(folded) == true }
        if named.count == 1 { return (named[0], true) }
        // Part of a code, or a code with a slip in it, must never become another indicator.
        guard !Self.looksLikeCode(text) else { throw unknown(text, [], argument) }
        let hits = search(text)
        let clear = hits.filter { !$0.isApproximate }
        if clear.count == 1 { return (clear[0].indicator, true) }
        let living = clear.filter { withOutcomes.contains($0.indicator.key) }
        if living.count == 1 { return (living[0].indicator, true) }
        guard clear.isEmpty else {
            throw several(text, living.isEmpty ? clear : living, argument)
        }
        throw unknown(text, hits.map(\.indicator), argument)
    }

    private static func looksLikeCode(_ text: String) -> Bool {
        IndicatorCode(text) != nil && text.contains { $0.isASCII && $0.isNumber }
    }

    private func matches(_ test: (String) -> Bool) -> [Indicator] {
        indicators.filter { indicator in
            let code = NameFolding.key(indicator.code.description)
            return test(([code] + (names[indicator.key] ?? [])).joined(separator: " | "))
        }
    }

    private func ordered(_ found: [Indicator], by text: String, approximate: Bool) -> [Hit] {
        found.sorted { left, right in
            let ranks = [left, right].map { indicator in
                (names[indicator.key] ?? []).contains { $0.hasPrefix(text) } ? 0 : 1
            }
            return (ranks[0], left.code) < (ranks[1], right.code)
        }
        .map { Hit(indicator: $0, isApproximate: approximate) }
    }

    private func several(_ text: String, _ hits: [Hit], _ argument: String) -> Failure {
        let shown = hits.prefix(10)
        let more = hits.count - shown.count
        return Failure(
            .usage, code: "indicator.several",
            Text(
                sv: "\"\(text)\" passar \(hits.count) nyckeltal",
                en: "\"\(text)\" fits \(hits.count) indicators"),
            at: .argument(argument),
            hint: Text(
                sv: "skriv koden för det du menar", en: "write the code of the one you mean"),
            notes: shown.map {
                Text(verbatim: "\($0.indicator.code)  \($0.indicator.title)")
            }
                + (more > 0
                    ? [
                        Text(
                            sv: "… och \(more) till: riktmarke indicators \"\(text)\"",
                            en: "… and \(more) more: riktmarke indicators \"\(text)\"")
                    ] : []))
    }

    private func unknown(
        _ text: String, _ alike: [Indicator], _ argument: String
    ) -> Failure {
        let code = text.uppercased()
        let near = Suggestion.nearest(to: code, among: indicators.map(\.code.description))
        let meant =
            alike
            + indicators.filter { indicator in
                near.contains(indicator.code.description)
                    || Self.looksLikeCode(text) && indicator.code.description.hasPrefix(code)
            }
        return Failure(
            .usage, code: "indicator.unknown",
            Text(
                sv: "inget nyckeltal passar \"\(text)\"", en: "no indicator fits \"\(text)\""),
            at: .argument(argument),
            hint: meant.isEmpty
                ? Text(
                    sv: "sök med \"riktmarke indicators ORD\"",
                    en: "search with \"riktmarke indicators WORD\"")
                : Text(sv: "menade du något av dessa?", en: "did you mean one of these?"),
            notes: meant.prefix(5).map { Text(verbatim: "\($0.code)  \($0.title)") })
    }
}
