internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Pipeline
internal import Reporting
internal import Reports
internal import SourceAdapters

/// Looks at the sources that are declared.
struct SourceCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "source",
            abstract: Text(
                sv: "Visa eller granska källbeskrivningar.",
                en: "List or check source specifications."
            ).helpText,
            subcommands: [SourceListCommand.self, SourceCheckCommand.self], aliases: ["källa"])
    }
}

/// Lists the sources.
struct SourceListCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: Text(sv: "Visa källorna.", en: "List the sources.").helpText)
    }

    @OptionGroup var folders: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        let folder = try folders.folder(context)
        context.report(folder.diagnostics)
        let table = ReportTable(
            title: Text(sv: "Källor", en: "Sources"),
            columns: [
                .init("source", Text(sv: "Källa", en: "Source")),
                .init("kind", Text(sv: "Slag", en: "Kind")),
                .init("in_all", Text(sv: "Med i --all", en: "In --all")),
                .init("title", Text(sv: "Titel", en: "Title")),
                .init("specification", Text(sv: "Beskrivning", en: "Specification")),
            ],
            rows: folder.sources.map { source in
                ReportTable.Row([
                    .text(source.name),
                    .label(
                        source.outcomes != nil
                            ? Text(sv: "utfall", en: "outcomes")
                            : source.kolada != nil
                                ? Text(verbatim: "kolada")
                                : source.reports != nil
                                    ? Text(sv: "rapporter", en: "reports")
                                    : source.cases != nil
                                        ? Text(sv: "ärenden", en: "cases")
                                        : Text(sv: "referens", en: "reference")),
                    .label(source.inAll ? Text(sv: "ja", en: "yes") : Text(sv: "nej", en: "no")),
                    .label(source.title), .text(source.path),
                ])
            })
        try context.write(table, output)
        return folder.diagnostics.contains { $0.severity == .error } ? .configuration : .ok
    }
}

/// Checks specifications and the files they name, without a database.
struct SourceCheckCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: Text(
                sv: "Granska källor och deras filer, utan databas.",
                en: "Check sources and their files, without a database."
            ).helpText,
            discussion: Text(
                sv: "Säger vad som upptäcktes i varje fil och varför. Status 1 när något är fel.",
                en: "Says what was detected in each file and why. Status 1 when something is wrong."
            ).helpText)
    }

    @Argument(
        help: Text(sv: "Källor; utan namn alla.", en: "Sources; without names, all of them.")
            .help(valueName: "source"))
    var sources: [String] = []
    @OptionGroup var folders: FolderOptions
    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        let folder = try folders.folder(context)
        var found = folder.diagnostics
        let chosen = sources.isEmpty ? folder.sources : try folder.select(sources)
        // Reference files refer to each other, so they are checked together.
        if chosen.contains(where: { $0.reference != nil }) { found += ReferenceCheck.run(folder) }
        if chosen.contains(where: { $0.reports != nil }) {
            for reports in ["local/reports", "reports"] {
                found += ManifestFolder(path: "\(folder.path)/\(reports)").diagnostics
            }
        }
        if chosen.contains(where: { $0.cases != nil }) {
            do throws(SourceError) {
                _ = try CaseDefinitions.read(in: folder.path)
            } catch {
                found += error.diagnostics
            }
        }
        for source in chosen {
            do throws(SourceError) {
                if let cases = source.cases {
                    for file in try folder.files(of: source) {
                        found += try CaseCheck.diagnostics(of: file, cases)
                    }
                }
                guard let outcomes = source.outcomes else { continue }
                for file in try folder.files(of: source) {
                    found += try SourceFile(path: file, spec: outcomes).inspection.diagnostics
                }
            } catch {
                found += error.diagnostics
            }
        }
        context.report(found)
        let faults = found.count { $0.severity == .error }
        context.remark(
            faults == 0
                ? Text(
                    sv: "\(chosen.count) källor granskade, inga fel",
                    en: "\(chosen.count) sources checked, no errors")
                : Text(
                    sv: "\(chosen.count) källor granskade, \(faults) fel",
                    en: "\(chosen.count) sources checked, \(faults) errors"))
        return faults == 0 ? .ok : .negative
    }
}
