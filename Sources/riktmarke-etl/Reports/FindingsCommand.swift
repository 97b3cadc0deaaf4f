internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Pipeline
internal import Postgres
internal import Reporting
internal import Reports
internal import Warehouse

/// Shows where reports contradict themselves, each other, and other sources.
struct FindingsCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "findings",
            abstract: Text(
                sv: "Visa var rapporter motsäger sig själva, varandra och andra källor.",
                en: "Show where reports contradict themselves, each other and other sources."
            ).helpText,
            discussion: Text(
                sv: """
                    Summor, netto, avvikelser, delar mot helhet, text mot tabell, datum; samma \
                    siffra i två dokument eller i Kolada; antal som krymper inom året. Siffrorna \
                    läses in som de är tryckta; här står vad som följer av resten. Med --from läses \
                    rapporterna själva, utan databas.

                    Exempel:
                      riktmarke-etl findings
                      riktmarke-etl findings --document nacka-socialnamnden-arsredovisning-2017
                      riktmarke-etl findings --from rapporter --severity note --format csv
                    """,
                en: """
                    Sums, nets, deviations, parts against wholes, text against table, dates; the \
                    same figure in two documents or in Kolada; counts that shrink within a year. \
                    Figures are loaded as printed; this says what follows from the rest. With \
                    --from the reports themselves are read, without a database.

                    Examples:
                      riktmarke-etl findings
                      riktmarke-etl findings --document nacka-socialnamnden-arsredovisning-2017
                      riktmarke-etl findings --from reports --severity note --format csv
                    """
            ).helpText, aliases: ["fynd"])
    }

    @Option(
        help: Text(
            sv: "Mappen med rapporter (text, PDF, HTML, DOCX), eller en; annars det som är inläst.",
            en: "The folder of reports (text, PDF, HTML, DOCX), or one; else what is loaded."
        ).help(valueName: "dir"), completion: .directory)
    var from: String?
    @Option(
        help: Text(
            sv: "Manifestet för den enda rapporten.", en: "The manifest of the only report."
        ).help(valueName: "file"), completion: .file())
    var manifest: String?
    @Option(
        help: Text(
            sv: "Bara dokumentet med denna kod.", en: "Only the document of this code."
        ).help(valueName: "code"))
    var document: String?
    @Option(
        help: Text(
            sv: "Minsta vikt: note (även avrundning), warning eller error.",
            en: "The least severity: note (rounding, too), warning or error."
        ).help(valueName: "severity"))
    var severity: FindingSeverity = .warning
    @Option(
        help: Text(
            sv: "Mappen med källspecifikationer.", en: "The folder of source specifications."
        ).help(valueName: "dir"), completion: .directory)
    var etl: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard manifest != nil, from == nil else { return }
        throw ValidationError(
            Text(
                sv: "--manifest hör till en rapport: ange den med --from",
                en: "--manifest belongs to a report: name it by --from"
            ).helpText)
    }

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        guard let from else { return try await showLoaded(context) }
        let folder = try await ReportFolder(
            path: from, shipped: shipped(context), manifest: manifest,
            searchPath: context.environment["PATH"])
        context.report(folder.diagnostics)
        var status: ExitStatus =
            folder.diagnostics.contains { $0.severity == .error } ? .data : .ok
        var shown: [ShownFinding] = []
        let chosen = folder.entries.filter { document == nil || $0.manifest.report == document }
        if let document, chosen.isEmpty {
            let codes = folder.entries.map(\.manifest.report).joined(separator: ", ")
            throw Failure(
                .usage, code: "report.unknown-document",
                Text(
                    sv: "inget dokument i ”\(from)” har koden ”\(document)”",
                    en: "no document in \"\(from)\" has the code \"\(document)\""),
                at: .argument(document),
                hint: Text(
                    sv: "Där finns \(codes).", en: "It has \(codes)."))
        }
        for entry in chosen {
            let reading = ReportReading(entry.document, manifest: entry.manifest)
            context.report(reading.misfits + reading.rejects + reading.findingDiagnostics)
            if !reading.fits { status = .data }
            shown += reading.findings.filter { $0.severity >= severity.value }.map {
                ShownFinding($0, of: entry.document, code: entry.manifest.report)
            }
        }
        try context.write(FindingTable.table(shown), output)
        return status
    }

    /// Shows what is known of the documents that are loaded.
    private func showLoaded(_ context: CommandContext) async throws -> ExitStatus {
        let wanted = document
        let session = try await Session(context.connectionOptions(for: .load))
        let found = try await session.withConnection { connection in
            try SchemaCheck.run(&connection)
            return try KeptFinding.all(&connection, document: wanted)
        }
        await session.close()
        let shown = found.map(ShownFinding.init).filter { $0.severity >= severity.value }
        try context.write(FindingTable.table(shown), output)
        return .ok
    }

    private func shipped(_ context: CommandContext) -> [ManifestFolder] {
        guard
            let folder = try? FolderChoice(
                .specifications, flag: etl, environment: context.environment)
        else { return [] }
        return ["\(folder.path)/local/reports", "\(folder.path)/reports"].map(
            ManifestFolder.init(path:))
    }
}

/// The least severity that is shown.
enum FindingSeverity: String, CaseIterable, ExpressibleByArgument {
    case note
    case warning
    case error

    var value: Diagnostic.Severity {
        switch self {
        case .note: .note
        case .warning: .warning
        case .error: .error
        }
    }
}
