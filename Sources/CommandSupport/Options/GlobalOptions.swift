public import ArgumentParser
public import Diagnostics

/// The flags that every command has.
///
/// None has a default here, because the environment and the settings file come after them.
public struct GlobalOptions: ParsableArguments {
    /// The database, as a URL or a libpq connection string.
    @Option(
        help: Text(
            sv: "Databasen, som postgresql://användare@värd/databas. Förval: den privata.",
            en: "The database, as postgresql://user@host/database. Default: the private one."
        ).help(valueName: "url"))
    public var database: String?

    /// The language of messages and tables.
    @Option(help: Text(sv: "Språk: sv eller en.", en: "Language: sv or en.").help())
    public var lang: Language?

    /// When colour is used.
    @Option(
        help: Text(sv: "Färg: auto, always eller never.", en: "Colour: auto, always or never.")
            .help(valueName: "when"))
    public var color: ColorMode = .auto

    /// Whether to tell details.
    @Flag(
        name: .shortAndLong,
        help: Text(sv: "Berätta mer, även om fel.", en: "Tell more, also about errors.").help())
    public var verbose = false

    /// Whether to leave out progress and remarks.
    @Flag(
        name: .shortAndLong,
        help: Text(sv: "Visa bara resultat och fel.", en: "Show only results and errors.").help())
    public var quiet = false

    /// Creates the options for parsing.
    public init() {}
}
