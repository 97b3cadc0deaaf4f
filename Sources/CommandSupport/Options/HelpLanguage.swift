public import ArgumentParser
public import Diagnostics

/// The language of help texts, which are made before any flag is read.
public enum HelpLanguage {
    /// Chosen once for the process, as for every other message.
    public static let current: Language = {
        let environment = Environment.current()
        let settings = (try? Settings.load(environment)) ?? Settings()
        return LanguageChoice(
            flag: ArgumentPeek(CommandLine.arguments.dropFirst()).language,
            environment: environment, settings: settings
        ).language
    }()
}

extension Text {
    /// The text as help for an option or argument, in the language of the process.
    public func help(valueName: String? = nil) -> ArgumentHelp {
        ArgumentHelp(stringLiteral: self[HelpLanguage.current]).named(valueName)
    }

    /// The text in the language of help texts: for abstracts and discussions of commands.
    public var helpText: String { self[HelpLanguage.current] }
}

extension ArgumentHelp {
    fileprivate func named(_ valueName: String?) -> ArgumentHelp {
        var help = self
        help.valueName = valueName
        return help
    }
}
