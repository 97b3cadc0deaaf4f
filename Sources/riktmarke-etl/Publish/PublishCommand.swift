internal import ArgumentParser
internal import CommandSupport
internal import ComparisonReports
internal import Diagnostics
internal import SourceAdapters

/// `riktmarke-etl publish`: a whole report of several comparisons, from one declared file.
struct PublishCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "publish",
            abstract: Text(
                sv: "Skriv en rapport av flera jämförelser till en mapp.",
                en: "Write a report of several comparisons to a folder."
            ).helpText,
            discussion: Text(
                sv: """
                    EXEMPEL:
                      riktmarke-etl publish etl/publications/nacka-2017.yml --to rapport
                      riktmarke-etl publish nämnden.yml --to /srv/rapporter/nämnden --as-of 2026-03-31

                    Mappen får index.html, en HTML-sida och ett PNG-diagram för varje jämförelse, \
                    report.xlsx och report.md. Varje fil blir hel eller ändras inte alls, och går \
                    en jämförelse inte att göra skrivs ingenting. Läser som riktmarke_read.
                    """,
                en: """
                    EXAMPLES:
                      riktmarke-etl publish etl/publications/nacka-2017.yml --to report
                      riktmarke-etl publish committee.yml --to /srv/reports/committee --as-of 2026-03-31

                    The folder gets index.html, an HTML page and a PNG chart for every comparison, \
                    report.xlsx and report.md. Each file appears whole or is not touched, and where \
                    one comparison cannot be made nothing is written. Reads as riktmarke_read.
                    """
            ).helpText, aliases: ["publicera"])
    }

    @Argument(
        help: Text(
            sv: "Filen som beskriver rapporten.", en: "The file that describes the report."
        ).help(valueName: "file"), completion: .file(extensions: ["yml", "yaml"]))
    var profile: String

    @Option(
        help: Text(
            sv: "Mappen som rapporten skrivs till; den skapas om den saknas.",
            en: "The folder that the report is written to; it is made if it is missing."
        ).help(valueName: "dir"), completion: .directory)
    var to: String

    @Option(
        help: Text(
            sv:
                "Som det var känt: en dag (dess slut i Stockholm) eller en tidpunkt enligt RFC 3339.",
            en: "As it was known: a day (its end in Stockholm) or a point in time after RFC 3339."
        ).help(valueName: "when"))
    var asOf: String?

    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let spec = try PublicationSpec.read(profile)
        let reading = PublicationReading(spec: spec, settings: context.settings, asOf: asOf)
        let parts = try await context.read { try reading.parts(&$0) }
        let language = spec.language ?? context.language
        let drawn = try await PublicationDrawing(parts: parts)
            .drawn(by: context.chartDrawer(language))
        let files = try PublicationFiles(spec: spec, parts: drawn, language: language).all
        let folder = try PublicationFolder(path: to)
        for file in files { try folder.write(file) }
        context.remark(
            Text(
                sv: "\(parts.count) jämförelser, \(files.count) filer i \(to)",
                en: "\(parts.count) comparisons, \(files.count) files in \(to)"))
        return .ok
    }
}
