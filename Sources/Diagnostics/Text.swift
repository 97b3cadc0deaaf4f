/// A language that the tools speak to people.
public enum Language: String, Sendable, CaseIterable, Hashable {
    /// Swedish, the language of the users.
    case sv
    /// English.
    case en
}

/// A message in both languages; which one is shown is decided where it is shown.
public struct Text: Sendable, Hashable {
    /// The Swedish wording.
    public var sv: String
    /// The English wording.
    public var en: String

    /// Creates a text from its two wordings.
    public init(sv: String, en: String) {
        self.sv = sv
        self.en = en
    }

    /// Creates a text that reads the same in both languages, such as a name or a server's message.
    public init(verbatim: String) {
        self.init(sv: verbatim, en: verbatim)
    }

    /// Returns the wording in a language.
    public subscript(language: Language) -> String {
        switch language {
        case .sv: sv
        case .en: en
        }
    }
}
