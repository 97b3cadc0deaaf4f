internal import Indicators

/// Finds what has a code and a name by words, exactly first and then without å, ä and ö.
enum NamedSearch {
    /// The places of what is meant by a code or a whole name.
    static func named(
        _ text: String, among names: [(code: String, name: String)]
    ) -> [Int] {
        let word = NameFolding.key(text)
        return names.indices.filter { index in
            names[index].code == word || NameFolding.key(names[index].name) == word
        }
    }

    /// The places of what holds all of the words in its code or name.
    static func places(
        of text: String, among names: [(code: String, name: String)]
    ) -> (places: [Int], isApproximate: Bool) {
        let words = NameFolding.key(text).split(separator: " ").map(String.init)
        let folded = names.map { NameFolding.key("\($0.code) \($0.name)") }
        let exact = names.indices.filter { index in words.allSatisfy { folded[index].contains($0) }
        }
        if !exact.isEmpty { return (exact, false) }
        let plain = words.map { NameFolding.withoutDiacritics($0) }
        let loose = names.indices.filter { index in
            let name = NameFolding.withoutDiacritics(folded[index])
            return plain.allSatisfy { name.contains($0) }
        }
        return (loose, true)
    }
}
