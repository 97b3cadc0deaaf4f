internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Reports

/// Drafts a manifest.
struct ReportManifestCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "manifest",
            abstract: Text(
                sv: "Gör ett utkast till manifest för en rapport.",
                en: "Draft a manifest for a report."
            ).helpText)
    }

    @Argument(
        help: Text(
            sv: "Rapporten: text, PDF, HTML eller DOCX.",
            en: "The report: text, PDF, HTML or DOCX."
        ).help(valueName: "file"),
        completion: .file())
    var file: String
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        let document = try await ReportDocument(
            contentsOf: file, searchPath: context.environment["PATH"])
        context.report(document.notes)
        let draft = ManifestDraft.yaml(document, tables: TableSearch(document).tables)
        var sink = try OutputSink(path: destination.file)
        try sink.write(draft)
        try sink.finish()
        return .ok
    }
}
