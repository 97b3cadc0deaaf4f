public import Diagnostics
public import Reporting

/// What a user has written in the settings file, each value with its line.
///
/// A flag and an environment variable win over it; see ``Origin``.
public struct Settings: Sendable, Hashable {
    /// A value and where it stands.
    public struct Entry<Value: Sendable & Hashable>: Sendable, Hashable {
        /// The value.
        public var value: Value
        /// The line of the file.
        public var location: SourceLocation

        /// Pairs a value with its place.
        public init(_ value: Value, at location: SourceLocation) {
            self.value = value
            self.location = location
        }
    }

    /// The user's own municipality: a code or a name (`municipality`).
    public var municipality: Entry<String>?
    /// The user's own comparison group (`group`).
    public var group: Entry<String>?
    /// The language to speak (`language`).
    public var language: Entry<Language>?
    /// How CSV is written (`csv_dialect`).
    public var csvDialect: Entry<CSVDialect>?
    /// The database to use (`database`).
    public var database: Entry<String>?

    /// Creates settings without any value.
    public init() {}

    /// Reads the user's settings file, if there is one.
    ///
    /// `RIKTMARKE_SETTINGS` names it; else it is `$XDG_CONFIG_HOME/riktmarke/settings`, or
    /// `~/.config/riktmarke/settings`. Only a file that was named must exist.
    ///
    /// - Throws: `Failure` with every fault of the file.
    public static func load(_ environment: Environment) throws(Failure) -> Settings {
        guard let path = path(environment) else { return Settings() }
        let isNamed = environment["RIKTMARKE_SETTINGS"] != nil
        let bytes: [UInt8]
        do {
            bytes = try SmallFile.read(path)
        } catch {
            if error == .missing, !isNamed { return Settings() }
            throw Failure(
                error == .missing ? .noInput : .inputOutput, code: "settings.unreadable",
                Text(
                    sv: "inställningsfilen kan inte läsas: \(error.reason)",
                    en: "the settings file cannot be read: \(error.reason)"),
                at: .file(path: path),
                hint: isNamed
                    ? Text(
                        sv: "rätta eller ta bort RIKTMARKE_SETTINGS",
                        en: "correct or unset RIKTMARKE_SETTINGS")
                    : Text(
                        sv: "gör filen läsbar: chmod u+r '\(path)'",
                        en: "make the file readable: chmod u+r '\(path)'"))
        }
        return try SettingsFile.parse(bytes, path: path)
    }

    /// The path of the settings file; `nil` where no folder for it is known.
    public static func path(_ environment: Environment) -> String? {
        if let named = environment["RIKTMARKE_SETTINGS"] { return named }
        // The XDG specification says to ignore relative paths.
        if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
            return folder + "/riktmarke/settings"
        }
        return environment["HOME"].map { $0 + "/.config/riktmarke/settings" }
    }
}
