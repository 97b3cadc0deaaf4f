internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Indicators

/// What to export.
struct ExportOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: Text(
            sv: "Bara dessa nyckeltal, koder med komma emellan eller ett namn.",
            en: "Only these indicators, codes parted by commas or one name."
        ).help(valueName: "indicator,…"))
    var indicator: [String] = []

    @Option(
        name: [.customShort("k"), .customLong("kommun"), .customLong("municipality")],
        help: Text(
            sv: "Bara dessa kommuner, namn eller koder med komma emellan.",
            en: "Only these municipalities, names or codes parted by commas."
        ).help(valueName: "kommun,…"))
    var kommun: [String] = []

    @Option(
        help: Text(sv: "Bara kommunerna i en grupp.", en: "Only the municipalities of a group.")
            .help(valueName: "group"))
    var group: String?

    @Option(
        help: Text(
            sv: "Första perioden: \(PeriodArgument.forms(.sv)).",
            en: "The first period: \(PeriodArgument.forms(.en))."
        ).help(valueName: "period"))
    var from: String?

    @Option(
        help: Text(sv: "Sista perioden.", en: "The last period.").help(valueName: "period"))
    var to: String?

    @Option(
        name: .shortAndLong,
        help: Text(
            sv: "Kön: T (totalt), K (kvinnor), M (män) eller all.",
            en: "Gender: T (total), K (women), M (men) or all."
        ).help(valueName: "gender"), completion: .list(["T", "K", "M", "all"]))
    var gender = "all"

    @Option(help: .asOf) var asOf: String?

    @Flag(
        help: Text(
            sv: "Ta med vad varje dokument uppger, inte bara det som gäller.",
            en: "Include what every document states, not only the one that speaks."
        ).help())
    var allSources = false

    @Flag(
        help: Text(sv: "Mål i stället för utfall.", en: "Targets instead of outcomes.").help())
    var targets = false

    /// The selection in words, as far as it can be checked without the warehouse.
    /// - Throws: `Failure` with status 64.
    func words() throws(Failure) -> ExportWords {
        if !kommun.isEmpty, group != nil { throw UsageConflict.between("--kommun", "--group") }
        var words = ExportWords(
            indicators: indicator, municipalities: NameList.names(kommun), group: group,
            genders: try GenderArgument.readSelection(gender), asOf: asOf,
            allSources: allSources, targets: targets)
        for (values, name) in [(indicator, "--indicator"), (kommun, "--kommun")]
        where !values.isEmpty && NameList.names(values).isEmpty {
            throw Self.empty(name)
        }
        if let from { words.from = try PeriodArgument.read(from, argument: "--from") }
        if let to { words.to = try PeriodArgument.read(to, argument: "--to") }
        if let from = words.from, let to = words.to, to < from {
            throw Failure(
                .usage, code: "period.reversed",
                Text(
                    sv: "\(to) slutar före \(from)", en: "\(to) ends before \(from)"),
                at: .argument("--to"),
                hint: Text(
                    sv: "byt plats på --from och --to", en: "exchange --from and --to"))
        }
        return words
    }

    /// An empty list must not mean all: a script's variable may have been empty by mistake.
    private static func empty(_ name: String) -> Failure {
        Failure(
            .usage, code: "usage.empty-list",
            Text(sv: "\(name) är tom", en: "\(name) is empty"), at: .argument(name),
            hint: Text(
                sv: "skriv minst ett namn, eller ta bort \(name) för att få alla",
                en: "write at least one name, or leave out \(name) to get all"))
    }
}
