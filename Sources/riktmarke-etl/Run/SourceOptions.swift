internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import SourceAdapters

/// Where specifications and shipped data lie.
struct FolderOptions: ParsableArguments {
    @Option(
        help: Text(
            sv: "Mappen med källspecifikationer.", en: "The folder of source specifications."
        ).help(valueName: "dir"), completion: .directory)
    var etl: String?

    @Option(
        help: Text(sv: "Mappen med medföljande data.", en: "The folder of shipped data.")
            .help(valueName: "dir"), completion: .directory)
    var seeds: String?

    /// Loads the specifications.
    func folder(_ context: CommandContext) throws -> SpecFolder {
        let etl = try FolderChoice(.specifications, flag: etl, environment: context.environment)
        let seeds = try FolderChoice(.seeds, flag: seeds, environment: context.environment)
        return try SpecFolder(path: etl.path, seeds: seeds.path)
    }
}

/// Which sources a run is about.
struct SourceSelection: ParsableArguments {
    @Argument(
        help: Text(sv: "Källor, vid namn.", en: "Sources, by name.").help(valueName: "source"))
    var sources: [String] = []

    @Flag(
        help: Text(
            sv: "Alla källor som inte kräver att nämnas vid namn.",
            en: "All sources that need not be named."
        ).help())
    var all = false

    func validate() throws {
        guard all == sources.isEmpty else {
            throw ValidationError(
                Text(
                    sv: all
                        ? "ange antingen källor eller --all"
                        : "ange vilka källor, eller --all för alla",
                    en: all
                        ? "name sources or give --all, not both"
                        : "name sources, or give --all for all of them"
                ).helpText)
        }
    }

    /// The sources chosen, in the order of their names.
    func chosen(in folder: SpecFolder) throws -> [SourceSpec] {
        try folder.select(sources)
    }

    /// What was asked for, for the ledger.
    func described(_ command: String) -> String {
        ([command] + (all ? ["--all"] : sources)).joined(separator: " ")
    }
}
