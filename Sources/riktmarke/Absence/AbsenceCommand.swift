internal import ArgumentParser
internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Reporting

/// `riktmarke absence`: absence for sickness by unit, as reports state it.
struct AbsenceCommand: ContextualCommand {
    static let configuration = CommandConfiguration.command(
        of: .query, "absence",
        abstract: Text(
            sv: "Visar sjukfrånvaro per enhet, där enheterna är stora nog.",
            en: "Shows absence for sickness by unit, where units are large enough."
        ),
        discussion: Text(
            sv: """
                EXEMPEL:
                  riktmarke absence --kommun Nacka
                  riktmarke absence -k Nacka --period 2018-T1 --internal

                En enhets sjukfrånvaro visas bara där källan anger att fler än tio är anställda \
                (SFS 2002:1065). --internal visar alla enheter, för den som får ta rollen \
                riktmarke_etl; sprid inte det.
                """,
            en: """
                EXAMPLES:
                  riktmarke absence --kommun Nacka
                  riktmarke absence -k Nacka --period 2018-T1 --internal

                A unit's absence is shown only where the source states more than ten employees \
                (SFS 2002:1065). --internal shows all units, to whoever may take the role \
                riktmarke_etl; do not pass that on.
                """
        ),
        aliases: ["sjukfrånvaro", "sjukfranvaro"])

    @OptionGroup var municipality: MunicipalityOptions
    @OptionGroup var period: PeriodOptions

    @Option(
        help: Text(
            sv: "Nämnden, eller en del av dess namn.", en: "The nämnd, or a part of its name."
        ).help(valueName: "organisation"))
    var organisation: String?

    @Flag(
        name: .customLong("internal"),
        help: Text(
            sv:
                "Visa också små enheter och dem vars storlek är okänd; kräver rollen riktmarke_etl.",
            en: "Show small units too, and those of unknown size; needs the role riktmarke_etl."
        ).help())
    var isInternal = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let question = AbsenceQuestion(
            municipality: municipality, period: try period.chosen(), organisation: organisation,
            isInternal: isInternal, settings: context.settings)
        let answer =
            isInternal
            ? try await context.readInternally { try question.answer(&$0) }
            : try await context.read { try question.answer(&$0) }
        let records = AbsenceRecords(answer: answer)
        let language = context.language
        try context.write(
            Report(pages: AbsenceReport(answer: answer).pages, csv: records.table) { json in
                answer.write(records.table, language, to: &json)
            }, output)
        return .ok
    }
}
