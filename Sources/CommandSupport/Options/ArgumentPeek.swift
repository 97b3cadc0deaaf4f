internal import Diagnostics

/// What messages need to know of the command line, even when it cannot be parsed.
struct ArgumentPeek {
    /// The value of `--lang`, if it is one.
    let language: Language?
    /// The value of `--color`; `auto` if it is none.
    let color: ColorMode
    /// Whether the result is JSON, so that messages are too.
    let wantsJSON: Bool
    /// The value of `--database`, if there is one.
    let database: String?
    /// Whether a file or standard input is read before any question is asked.
    let readsInput: Bool
    /// Whether help or the version is asked for.
    let asksForHelp: Bool

    /// Looks through arguments; those after `--` are not flags.
    init(_ arguments: some Sequence<String>) {
        let flags = Array(arguments.prefix { $0 != "--" })
        func value(_ name: String) -> String? {
            for (index, argument) in flags.enumerated() {
                if argument == name, index + 1 < flags.count { return flags[index + 1] }
                if argument.hasPrefix(name + "=") {
                    return String(argument.dropFirst(name.count + 1))
                }
            }
            return nil
        }
        language = value("--lang").flatMap(Language.init(rawValue:))
        color = value("--color").flatMap(ColorMode.init(rawValue:)) ?? .auto
        wantsJSON = ["json", "jsonl"].contains(value("--format"))
        database = value("--database")
        readsInput = value("--list") != nil || value("--watch") != nil
        asksForHelp = flags.contains { ["-h", "--help", "--version"].contains($0) }
    }
}
