public import Diagnostics

/// Which language the tools speak, and who chose it.
///
/// `--lang` > `RIKTMARKE_LANG` > the settings file > the locale (`LC_ALL`, `LC_MESSAGES`, `LANG`:
/// English if it begins with `en`) > Swedish.
public struct LanguageChoice: Sendable, Hashable {
    /// The language.
    public let language: Language
    /// Who chose it.
    public let origin: Origin
    /// What is wrong with `RIKTMARKE_LANG`, if it names no language and nothing overrides it.
    public let problem: Diagnostic?

    /// Chooses a language.
    public init(flag: Language?, environment: Environment, settings: Settings) {
        if let flag {
            self.init(flag, .flag("--lang"))
        } else if let word = environment["RIKTMARKE_LANG"] {
            guard let language = Language(rawValue: word) else {
                self.init(.sv, .standard, problem: Self.unknown(word))
                return
            }
            self.init(language, .environment("RIKTMARKE_LANG"))
        } else if let entry = settings.language {
            self.init(entry.value, .settings(entry.location))
        } else {
            // As in POSIX, the first that is set decides, whatever it says.
            let name = ["LC_ALL", "LC_MESSAGES", "LANG"].first { environment[$0] != nil }
            if let name, environment[name]?.lowercased().hasPrefix("en") == true {
                self.init(.en, .environment(name))
            } else {
                self.init(.sv, .standard)
            }
        }
    }

    private init(_ language: Language, _ origin: Origin, problem: Diagnostic? = nil) {
        self.language = language
        self.origin = origin
        self.problem = problem
    }

    private static func unknown(_ word: String) -> Diagnostic {
        Diagnostic(
            .error, code: "settings.invalid-value",
            Text(
                sv: "RIKTMARKE_LANG är \"\(word)\", som inte är ett språk",
                en: "RIKTMARKE_LANG is \"\(word)\", which is no language"),
            at: .argument("RIKTMARKE_LANG"),
            hint: Text(sv: "välj sv eller en", en: "choose sv or en"))
    }
}
