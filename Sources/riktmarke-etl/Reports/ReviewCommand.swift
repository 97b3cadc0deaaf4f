internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Reporting
internal import Reports
internal import Warehouse

/// Reviews a report or a draft of one; nothing is written to the warehouse.
struct ReviewCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "review",
            abstract: Text(
                sv: "Granska ett utkast: summor, rader, text mot tabell, datum, lagrets siffror.",
                en:
                    "Review a draft: sums, rows, text against table, dates, the warehouse's figures."
            ).helpText,
            discussion: Text(
                sv: """
                    Inget manifest behövs och ingenting sparas. Med --kommun, eller ett manifest som \
                    säger den, jämförs tabellernas utfall med lagrets; nås inget lager sägs det. \
                    Status 1 när något motsäger sig.

                    Exempel:
                      riktmarke-etl review utkast.txt --kommun 0182
                    """,
                en: """
                    No manifest is needed and nothing is kept. With --kommun, or a manifest that says \
                    which, the outcomes of tables are held against the warehouse; where none is \
                    reached, that is said. Status 1 when something contradicts.

                    Example:
                      riktmarke-etl review draft.txt --kommun 0182
                    """
            ).helpText, aliases: ["granska"])
    }

    @OptionGroup var report: ReportOptions
    @Option(
        help: Text(
            sv: "Kommunens kod: utkastets utfall jämförs med lagrets.",
            en: "The kommun's code: the draft's outcomes are held against the warehouse."
        ).help(valueName: "code"))
    var kommun: String?
    @Flag(
        help: Text(
            sv: "Visa även skillnader som avrundning förklarar.",
            en: "Show differences that rounding explains, too."
        ).help())
    var rounding = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        let document = try await report.document(context)
        let manifest = try report.manifest(of: document, context)
        if let kommun, let manifest, manifest.municipality != kommun {
            throw Failure(
                .usage, code: "report.other-municipality",
                Text(
                    sv: "manifestet gäller kommun \(manifest.municipality), inte \(kommun)",
                    en: "the manifest is of kommun \(manifest.municipality), not \(kommun)"),
                at: .file(path: manifest.path))
        }
        let reading = manifest.map { ReportReading(document, manifest: $0) }
        var findings: [Finding]
        let figures: [Figure]
        if let reading, reading.fits {
            context.report(reading.rejects + reading.findingDiagnostics)
            findings = reading.findings
            figures = reading.figures
        } else {
            // A draft that does not fit its manifest yet is reviewed like one without.
            let review = DraftReview(
                document, municipality: manifest?.municipality ?? kommun ?? "")
            context.report((reading?.misfits ?? []) + review.diagnostics)
            findings = review.findings
            figures = review.figures
        }
        if let code = manifest?.municipality ?? kommun {
            findings += try await differences(figures, of: code, document.path, context)
        }
        let shown = findings.filter { rounding || $0.severity > .note }
        try context.write(
            FindingTable.table(
                shown.map { ShownFinding($0, of: document) }, showsFile: false), output)
        if findings.contains(where: { $0.severity > .note }) { return .negative }
        return reading?.fits == false ? .data : .ok
    }

    /// The outcomes that the warehouse states otherwise; none, and told so, where it is not reached.
    private func differences(
        _ figures: [Figure], of code: String, _ path: String, _ context: CommandContext
    ) async throws -> [Finding] {
        let review = WarehouseReview(figures, of: code, in: path)
        let names = review.names
        guard !names.isEmpty else { return [] }
        let known: [KnownFigure]
        do {
            known = try await context.read { connection in
                try connection.rows(ReadStatement.listOutcomesByName, code, names).compactMap {
                    row -> KnownFigure? in
                    guard let period = Period(row.2), let gender = Gender(rawValue: row.3) else {
                        return nil
                    }
                    return KnownFigure(
                        name: row.0, indicator: row.1, period: period, gender: gender,
                        value: row.4, source: row.5)
                }
            }
        } catch let error as Failure {
            context.report([Self.notReached(error.diagnostics.first?.message)])
            return []
        } catch let error as PostgresError {
            guard [.connectionFailed, .connectionLost].contains(error.code) else { throw error }
            context.report([Self.notReached(nil)])
            return []
        }
        let (compared, found) = review.compared(with: known)
        context.remark(
            Text(
                sv: "\(compared) av utkastets utfall finns i lagret; \(found.count) skiljer sig.",
                en:
                    "\(compared) of the draft's outcomes are in the warehouse; \(found.count) differ."
            ))
        return found
    }

    private static func notReached(_ reason: Text?) -> Diagnostic {
        Diagnostic(
            .warning, code: "report.no-warehouse",
            Text(
                sv: "siffrorna är inte jämförda med lagret: ingen databas nås",
                en: "the figures are not held against the warehouse: no database is reached"),
            notes: reason.map { [$0] } ?? [])
    }
}
