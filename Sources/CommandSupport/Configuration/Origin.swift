public import Diagnostics

/// Where a choice came from: what stands first here wins over what follows.
public enum Origin: Sendable, Hashable {
    /// A flag on the command line.
    case flag(String)
    /// An environment variable.
    case environment(String)
    /// A line of the settings file.
    case settings(SourceLocation)
    /// Nobody chose; the program's own default.
    case standard

    /// The origin in words, to stand in parentheses after the value.
    public var text: Text {
        switch self {
        case .flag(let name): Text(sv: "flaggan \(name)", en: "flag \(name)")
        case .environment(let name):
            Text(sv: "miljövariabeln \(name)", en: "environment variable \(name)")
        case .settings(let location):
            Text(sv: "inställningsfilen \(location)", en: "settings file \(location)")
        case .standard: Text(sv: "förval", en: "default")
        }
    }
}
