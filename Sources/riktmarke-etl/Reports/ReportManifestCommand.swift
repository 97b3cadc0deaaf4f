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
        help: Text(sv: "Rapporten, som text.", en: "The report, as text.").help(valueName: "file"),
        completion: .file())
    var file: String
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        let document = try ReportDocument(contentsOf: file)
        let draft = ManifestDraft.yaml(document, tables: TableSearch(document).tables)
        var sink = try OutputSink(path: destination.output)
        try sink.write(draft)
        try sink.finish()
        return .ok
    }
}
