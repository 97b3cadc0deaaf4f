internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Reporting

/// `riktmarke profile`: every indicator of a municipality at its latest value.
struct ProfileCommand: ContextualCommand {
    static let configuration = CommandConfiguration.command(
        of: .query, "profile",
        abstract: Text(
            sv: "Visar en kommuns alla nyckeltal: plats, färg, omdöme och förändring.",
            en: "Shows all indicators of a municipality: place, colour, verdict and change."
        ),
        discussion: Text(
            sv: """
                EXEMPEL:
                  riktmarke profile --kommun Nacka
                  riktmarke profile -k Nacka --area omsorg --group skr-a2
                  riktmarke profile -k Nacka --indicators U33461,N00090 --format json
                  riktmarke profile -k Nacka --list nyckeltal.csv --format csv
                  riktmarke profile -k Nacka --year 2022

                Varje nyckeltal visas med sitt senaste slutliga värde, eller det angivna årets. Utan --with och --group är \
                platserna bland alla kommuner. Först kommer det som är sämre och blir sämre. \
                Kvartilsfärgen säger var värdet ligger, omdömet om skillnaden är mer än slump.
                """,
            en: """
                EXAMPLES:
                  riktmarke profile --kommun Nacka
                  riktmarke profile -k Nacka --area omsorg --group skr-a2
                  riktmarke profile -k Nacka --indicators U33461,N00090 --format json
                  riktmarke profile -k Nacka --list nyckeltal.csv --format csv
                  riktmarke profile -k Nacka --year 2022

                Every indicator is shown with its latest final value, or that of the year named. Without --with and --group \
                places are among all municipalities. What is worse and getting worse comes first. \
                The quartile colour says where a value lies, the verdict whether the difference is \
                more than chance.
                """
        ),
        aliases: ["profil"])

    @OptionGroup var municipality: MunicipalityOptions
    @OptionGroup var selection: IndicatorSelectionOptions
    @OptionGroup var peers: PeerOptions
    @OptionGroup var period: PeriodOptions

    @Option(name: .shortAndLong, help: .gender, completion: .genders) var gender = "T"

    @Option(help: .asOf) var asOf: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let question = ProfileQuestion(
            municipality: municipality, indicators: try selection.chosen(),
            peers: try peers.standingChoice(settings: context.settings),
            gender: try GenderArgument.read(gender), period: try period.chosen(),
            asOf: asOf, settings: context.settings)
        let answer = try await context.read { try question.answer(&$0) }
        if output.format == .csv { answer.choices.forEach(context.remark) }
        let programs = ProfileJSON(answer: answer, language: context.language)
        try context.write(
            Report(
                pages: [ProfileReport(answer: answer).page],
                csv: ProfileRecords(answer: answer).table,
                json: { programs.write(to: &$0) }), output)
        return .ok
    }
}
