internal import ArgumentParser
internal import CommandSupport
internal import Comparison
internal import Diagnostics
internal import Warehouse

/// `riktmarke municipalities`: names and codes.
struct MunicipalitiesCommand: ContextualCommand {
    static let configuration = CommandConfiguration.command(
        of: .query, "municipalities",
        abstract: Text(
            sv: "Visa eller sök kommuner och regioner med koder och grupper.",
            en: "Show or search municipalities and regions with codes and groups."
        ),
        discussion: Text(
            sv: """
                EXEMPEL:
                  riktmarke municipalities nack
                  riktmarke municipalities 01
                """,
            en: """
                EXAMPLES:
                  riktmarke municipalities nack
                  riktmarke municipalities 01
                """
        ),
        aliases: ["kommuner"])

    @OptionGroup var search: SearchOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let search = search.text
        let list = try await context.read { connection in
            let directory = MunicipalityDirectory(
                municipalities: try MunicipalityDimension.all(&connection),
                aliases: try MunicipalityDimension.aliases(&connection))
            let found = directory.search(search ?? "")
            return MunicipalityList(
                search: search, municipalities: found.hits, isApproximate: found.isApproximate)
        }
        if let search, list.municipalities.isEmpty {
            throw SearchOptions.nothing(
                search, Text(sv: "ingen kommun eller region", en: "no municipality or region"),
                command: "municipalities")
        }
        try context.write(
            Report(pages: [list.page], csv: list.csv, json: { list.write(to: &$0) }), output)
        return .ok
    }
}
