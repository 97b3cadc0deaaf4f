internal import ArgumentParser
internal import CommandSupport
internal import ComparisonReports
internal import Diagnostics
internal import Reporting

/// `riktmarke economy`: what the reports of a kommun say of money.
struct EconomyCommand: ContextualCommand {
    static let configuration = CommandConfiguration.command(
        of: .query, "economy",
        abstract: Text(
            sv: "Visar en nämnds ekonomi mot budget, prognos och samma period i fjol.",
            en: "Shows a nämnd's money against budget, forecast and the same period last year."
        ),
        discussion: Text(
            sv: """
                EXEMPEL:
                  riktmarke economy --kommun Nacka --year 2017
                  riktmarke economy -k Nacka --period 2018-T1 --receipts
                  riktmarke economy -k Nacka --year 2017 --with Värmdö

                Beloppen är tusen kronor (tkr) med källans tecken; netto och avvikelse är de \
                tryckta. Utan --year och --period visas den senaste perioden. Kronor per invånare \
                visas när folkmängden (N01951) är inläst, fasta priser när ett prisindex (PKV \
                eller KPIF) är det. Summor av nämnder med olika uppgifter jämförs inte.
                """,
            en: """
                EXAMPLES:
                  riktmarke economy --kommun Nacka --year 2017
                  riktmarke economy -k Nacka --period 2018-T1 --receipts
                  riktmarke economy -k Nacka --year 2017 --with Värmdö

                Amounts are thousands of kronor (tkr) with the signs of the source; net and \
                deviation are those printed. Without --year and --period the newest period is \
                shown. Kronor per inhabitant are shown where the population (N01951) is loaded, \
                fixed prices where a price index (PKV or KPIF) is. Sums of nämnder whose tasks \
                differ are not compared.
                """
        ),
        aliases: ["ekonomi"])

    @OptionGroup var municipality: MunicipalityOptions
    @OptionGroup var period: PeriodOptions

    @Option(
        help: Text(
            sv: "Nämnden, eller en del av dess namn.", en: "The nämnd, or a part of its name."
        ).help(valueName: "organisation"))
    var organisation: String?

    @Option(
        help: Text(
            sv: "Bara verksamheter med denna kod, eller med detta i namnet.",
            en: "Only verksamheter of this code, or with this in their names."
        ).help(valueName: "activity"))
    var activity: String?

    @Option(
        help: Text(
            sv: "Jämför med dessa kommuner, namn eller koder med komma emellan.",
            en: "Compare with these municipalities, names or codes parted by commas."
        ).help(valueName: "kommun,…"))
    var with: [String] = []

    @Flag(
        help: Text(
            sv: "Visa för varje tal dokument, rad och vad som är tryckt.",
            en: "Show the document, the line and what is printed for every figure."
        ).help())
    var receipts = false

    @Option(help: .asOf) var asOf: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let question = EconomyQuestion(
            municipality: municipality, period: try period.chosen(), organisation: organisation,
            activity: activity, others: try others(), asOf: asOf,
            settings: context.settings)
        let answer = try await context.read { try question.answer(&$0) }
        let records = EconomyRecords(answer: answer)
        let withReceipts = receipts
        let report = EconomyReport(answer: answer)
        let language = context.language
        try context.write(
            Report(
                pages: report.pages(withReceipts: withReceipts),
                csv: records.table
            ) { json in
                answer.write(records, language, to: &json)
            }, output)
        return .ok
    }

    private func others() throws(Failure) -> [String] {
        guard !with.isEmpty else { return [] }
        let names = NameList.names(with)
        guard !names.isEmpty else { throw PeerFailure.none(argument: "--with") }
        return names
    }
}
