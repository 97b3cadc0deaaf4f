internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Reporting
internal import Reports

/// Reviews a report or a draft of one; nothing is written to the warehouse.
struct ReviewCommand: ContextualCommand, OfflineCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "review",
            abstract: Text(
                sv: "Granska ett utkast: summor, rader, text mot tabell, datum.",
                en: "Review a draft: sums, rows, text against table, dates."
            ).helpText,
            discussion: Text(
                sv: "Inget manifest behövs och ingenting sparas. Status 1 när något motsäger sig.",
                en:
                    "No manifest is needed and nothing is kept. Status 1 when something contradicts."
            ).helpText, aliases: ["granska"])
    }

    @OptionGroup var report: ReportOptions
    @Option(
        help: Text(
            sv: "Kommunens kod, när manifestet ska gälla den.",
            en: "The kommun's code, if the manifest must be of it."
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
        let document = try report.document()
        let manifest = try report.manifest(of: document, context)
        if let kommun, let manifest, manifest.municipality != kommun {
            throw Failure(
                .usage, code: "report.other-municipality",
                Text(
                    sv: "manifestet gäller kommun \(manifest.municipality), inte \(kommun)",
                    en: "the manifest is of kommun \(manifest.municipality), not \(kommun)"),
                at: .file(path: manifest.path))
        }
        let findings: [Finding]
        if let manifest {
            let reading = ReportReading(document, manifest: manifest)
            context.report(reading.misfits + reading.rejects)
            findings = reading.findings
        } else {
            findings = DraftReview.findings(in: document)
        }
        let shown = findings.filter { rounding || $0.severity > .note }
        try context.write(Self.table(shown), output)
        return findings.contains { $0.severity > .note } ? .negative : .ok
    }

    private static func table(_ findings: [Finding]) -> ReportTable {
        ReportTable(
            columns: [
                .init("line", Text(sv: "Rad", en: "Line"), .right),
                .init("severity", Text(sv: "Vikt", en: "Severity")),
                .init("rule", Text(sv: "Regel", en: "Rule")),
                .init("printed", Text(sv: "Tryckt", en: "Printed")),
                .init("expected", Text(sv: "Väntat", en: "Expected")),
                .init("message", Text(sv: "Vad", en: "What")),
                .init("document", Text(sv: "Dokument", en: "Document")),
            ],
            rows: findings.map { finding in
                .init([
                    .integer(finding.line), .text(finding.severity.rawValue),
                    .text(finding.rule.rawValue), .text(finding.printed),
                    .text(finding.expected), .label(finding.message), .text(finding.document),
                ])
            })
    }
}
