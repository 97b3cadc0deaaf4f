internal import ArgumentParser
internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators

/// Whose figures are asked for.
struct MunicipalityOptions: ParsableArguments {
    @Option(
        name: [.customShort("k"), .customLong("kommun"), .customLong("municipality")],
        help: Text(
            sv: "Kommunen i fokus, namn eller kod. Förval: municipality i inställningsfilen.",
            en: "The municipality in focus, name or code. Default: municipality in the settings."
        ).help(valueName: "kommun"))
    var kommun: String?

    /// The word by which it is to be found; none when nobody is named.
    func words(settings: Settings) -> [String] {
        [kommun ?? settings.municipality?.value].compactMap(\.self)
    }

    /// The municipality that the flag or else the settings name.
    /// - Throws: `Failure` with status 64 when neither does, or when nobody is called so.
    func find(
        in directory: MunicipalityDirectory, settings: Settings
    ) throws(Failure) -> Municipality {
        if let kommun { return try directory.find(kommun, argument: "--kommun") }
        if let own = settings.municipality {
            return try directory.find(own.value, argument: own.location.description)
        }
        throw AskedWord.unnamed
    }

    /// The word of the flag, else of the settings, with its place; none when nobody is named.
    func asked(settings: Settings) -> AskedWord? {
        if let kommun { return AskedWord(kommun, argument: "--kommun") }
        return settings.municipality.map {
            AskedWord($0.value, argument: $0.location.description)
        }
    }
}
