internal import ArgumentParser
internal import CommandSupport
internal import ComparisonReports
internal import Diagnostics

/// Whom to compare with.
struct PeerOptions: ParsableArguments {
    @Option(
        help: Text(
            sv: "Jämför med dessa kommuner, namn eller koder med komma emellan.",
            en: "Compare with these municipalities, names or codes parted by commas."
        ).help(valueName: "kommun,…"))
    var with: [String] = []

    @Option(
        help: Text(
            sv: "Jämför med en grupp; riktmarke groups visar dem som finns.",
            en: "Compare with a group; riktmarke groups shows those there are."
        ).help(valueName: "group"))
    var group: String?

    /// The choice of the options, else of the settings, else the SKR group.
    /// - Throws: `Failure` with status 64 for both options at once, and for an empty list.
    func choice(settings: Settings) throws(Failure) -> PeerChoice {
        if !with.isEmpty, group != nil { throw UsageConflict.between("--with", "--group") }
        if !with.isEmpty {
            let names = NameList.names(with)
            guard !names.isEmpty else { throw PeerFailure.none(argument: "--with") }
            return .names(names, argument: "--with")
        }
        if let group { return .group(group, argument: "--group") }
        if let own = settings.group {
            return .group(own.value, argument: own.location.description)
        }
        return .skrGroup
    }
}
