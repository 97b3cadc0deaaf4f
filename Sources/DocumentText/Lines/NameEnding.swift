/// Tells whether a name is whole by its last word: `Antal unga som får hjälp från` is not.
package enum NameEnding {
    /// Words that want something after them.
    private static let openWords: Set<String> = [
        "att", "av", "de", "den", "det", "där", "eller", "en", "ett", "från", "för", "i", "med",
        "minst", "och", "om", "per", "på", "samt", "sin", "sina", "sitt", "som", "till", "under",
        "vid", "vilka", "vilken", "är", "än", "över",
    ]

    /// Whether a name ends with a word that wants something after it; `65 år och över` does not.
    package static func isOpen(_ name: some StringProtocol) -> Bool {
        let words = name.split(whereSeparator: \.isWhitespace).suffix(2).map { $0.lowercased() }
        guard words.count == 2, let last = words.last, openWords.contains(last) else {
            return false
        }
        return !(["över", "under"].contains(last) && ["och", "eller"].contains(words[0]))
    }
}
