internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Reports

/// Looks into reports, without a database.
struct ReportCommand: AsyncParsableCommand, OfflineCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report",
            abstract: Text(
                sv: "Läs rapporter: tabeller, siffror, manifest.",
                en: "Read reports: tables, figures, manifests."
            ).helpText,
            subcommands: [
                ReportInspectCommand.self, ReportManifestCommand.self, ReportFiguresCommand.self,
            ], aliases: ["rapport"])
    }
}

/// Which document a command reads, and by which manifest.
struct ReportOptions: ParsableArguments {
    @Argument(
        help: Text(sv: "Rapporten, som text.", en: "The report, as text.").help(valueName: "file"),
        completion: .file())
    var file: String

    @Option(
        help: Text(
            sv: "Manifestet; annars det som känner filens SHA-256.",
            en: "The manifest; else the one that knows the file's SHA-256."
        ).help(valueName: "file"), completion: .file())
    var manifest: String?

    @Option(
        help: Text(
            sv: "Mappen med källspecifikationer.", en: "The folder of source specifications."
        ).help(valueName: "dir"), completion: .directory)
    var etl: String?

    /// The document.
    func document() throws -> ReportDocument { try ReportDocument(contentsOf: file) }

    /// The manifest of a document; `nil` when none was named and none knows it.
    func manifest(
        of document: ReportDocument, _ context: CommandContext
    ) throws -> ReportManifest? {
        if let manifest { return try ReportManifest.load(manifest) }
        guard
            let folder = try? FolderChoice(
                .specifications, flag: etl, environment: context.environment)
        else { return nil }
        let manifests = ManifestFolder(path: "\(folder.path)/reports")
        context.report(manifests.diagnostics)
        return manifests.manifest(of: document)
    }
}
