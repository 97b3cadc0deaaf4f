internal import Comparison
package import Diagnostics
internal import Indicators

/// A word that somebody wrote, and the place it stands in, for messages.
package struct AskedWord: Sendable {
    /// The word.
    package var text: String
    /// The option or the line of a file in which it stands.
    package var argument: String

    /// Takes a word from its place.
    package init(_ text: String, argument: String) {
        self.text = text
        self.argument = argument
    }

    /// The municipality that a word means.
    /// - Throws: `Failure` with status 64 when nobody is named, or when nobody is called so.
    static func found(
        _ word: AskedWord?, in directory: MunicipalityDirectory
    ) throws(Failure) -> Municipality {
        guard let word else { throw unnamed }
        return try directory.find(word.text, argument: word.argument)
    }

    /// That no municipality is named: status 64.
    package static var unnamed: Failure {
        Failure(
            .usage, code: "municipality.not-named",
            Text(sv: "ingen kommun är angiven", en: "no municipality is named"),
            at: .argument("--kommun"),
            hint: Text(
                sv: "skriv --kommun Nacka, eller municipality = Nacka i inställningsfilen",
                en: "write --kommun Nacka, or municipality = Nacka in the settings file"))
    }
}
