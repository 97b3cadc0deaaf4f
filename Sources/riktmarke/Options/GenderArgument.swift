internal import Diagnostics
internal import Indicators

/// Reads genders from the command line.
enum GenderArgument {
    /// The gender of a letter or a word.
    /// - Throws: `Failure` with status 64 that names what is accepted.
    static func read(_ text: String) throws(Failure) -> Gender {
        if let gender = Gender(word: text) { return gender }
        throw unreadable(text, alsoAll: false)
    }

    /// The genders of a letter or a word; `nil`, meaning every gender, for `all`.
    /// - Throws: `Failure` with status 64 that names what is accepted.
    static func readSelection(_ text: String) throws(Failure) -> [Gender]? {
        // Here "alla" must mean every gender, not the total.
        if ["all", "alla"].contains(text.lowercased()) { return nil }
        if let gender = Gender(word: text) { return [gender] }
        throw unreadable(text, alsoAll: true)
    }

    private static func unreadable(_ text: String, alsoAll: Bool) -> Failure {
        Failure(
            .usage, code: "gender.unreadable",
            Text(
                sv: "\"\(text)\" kan inte läsas som ett kön",
                en: "\"\(text)\" cannot be read as a gender"),
            at: .argument("--gender"),
            hint: Text(
                sv: "skriv T (totalt), K (kvinnor)\(alsoAll ? ", " : " eller ")M (män)"
                    + (alsoAll ? " eller all (alla tre)" : ""),
                en: "write T (total), K (women)\(alsoAll ? ", " : " or ")M (men)"
                    + (alsoAll ? " or all (all three)" : "")))
    }
}
