import CommandSupport
import Diagnostics
import Testing

struct LanguageChoiceTests {
    private let place = SourceLocation.file(path: "settings", line: 2)

    private func choose(
        _ flag: Language?, _ environment: [String: String], file: Language? = nil
    ) -> LanguageChoice {
        var settings = Settings()
        settings.language = file.map { .init($0, at: place) }
        return LanguageChoice(
            flag: flag, environment: Environment(environment), settings: settings)
    }

    @Test func `lets the flag win over the environment, that over the file, that over the locale`()
    {
        let locale = ["LANG": "en_US.UTF-8"]
        let own = locale.merging(["RIKTMARKE_LANG": "sv"]) { $1 }
        #expect(choose(.en, own, file: .sv).origin == .flag("--lang"))
        #expect(choose(nil, own, file: .en).origin == .environment("RIKTMARKE_LANG"))
        #expect(choose(nil, own, file: .en).language == .sv)
        #expect(choose(nil, locale, file: .sv).origin == .settings(place))
        #expect(choose(nil, locale, file: .sv).language == .sv)
        #expect(choose(nil, locale).language == .en)
    }

    @Test(
        arguments: [
            ([:], Language.sv),
            (["LANG": "sv_SE.UTF-8"], .sv),
            (["LANG": "C.UTF-8"], .sv),
            (["LANG": "en_GB"], .en),
            (["LANG": "en_GB", "LC_MESSAGES": "sv_SE"], .sv),
            (["LANG": "sv_SE", "LC_ALL": "en_US.UTF-8", "LC_MESSAGES": "sv_SE"], .en),
            (["LANG": "en_GB", "LC_ALL": ""], .en),
        ] as [([String: String], Language)])
    func `reads the locale as POSIX orders it and speaks Swedish otherwise`(
        environment: [String: String], language: Language
    ) {
        #expect(choose(nil, environment).language == language)
    }

    @Test func `reports a language that does not exist`() {
        let choice = choose(nil, ["RIKTMARKE_LANG": "swedish"])
        #expect(choice.problem?.code == "settings.invalid-value")
        #expect(choose(.en, ["RIKTMARKE_LANG": "swedish"]).problem == nil)
    }
}
