internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Reports

/// Looks into reports, without a database.
struct ReportCommand: AsyncParsableCommand {
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
        help: Text(
            sv: "Rapporten: text, PDF, HTML eller DOCX.",
            en: "The report: text, PDF, HTML or DOCX."
        ).help(valueName: "file"),
        completion: .file())
    var file: String

    @Option(
        help: Text(
            sv: "Manifestet; annars det bredvid filen, eller som känner dess SHA-256.",
            en: "The manifest; else the one beside the file, or that knows its SHA-256."
        ).help(valueName: "file"), completion: .file())
    var manifest: String?

    @Option(
        help: Text(
            sv: "Mappen med källspecifikationer.", en: "The folder of source specifications."
        ).help(valueName: "dir"), completion: .directory)
    var etl: String?

    /// The document; what somebody should know of its file is told.
    func document(_ context: CommandContext) async throws -> ReportDocument {
        let document = try await ReportDocument(
            contentsOf: file, searchPath: context.environment["PATH"])
        context.report(document.notes)
        return document
    }

    /// The manifest of a document; `nil` when none was named and none knows it.
    func manifest(
        of document: ReportDocument, _ context: CommandContext
    ) throws -> ReportManifest? {
        if let manifest { return try ReportManifest.load(manifest) }
        var shipped: [ManifestFolder] = []
        if let folder = try? FolderChoice(
            .specifications, flag: etl, environment: context.environment)
        {
            shipped = ["\(folder.path)/local/reports", "\(folder.path)/reports"].map(
                ManifestFolder.init(path:))
            context.report(shipped.flatMap(\.diagnostics))
        }
        return try ReportFolder.manifest(of: document, shipped)
    }
}
