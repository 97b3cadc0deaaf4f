internal import ArgumentParser
internal import CommandSupport
internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Warehouse

/// `riktmarke indicators`: what can be compared.
struct IndicatorsCommand: ContextualCommand {
    static let configuration = CommandConfiguration.command(
        of: .query, "indicators",
        abstract: Text(
            sv: "Visa eller sök nyckeltal.", en: "Show or search indicators."
        ),
        discussion: Text(
            sv: """
                EXEMPEL:
                  riktmarke indicators sjukfrånvaro
                  riktmarke indicators U334

                Sökningen tål skrivfel och att å, ä och ö skrivs a och o; då står det att \
                träffarna bara liknar det som söktes.
                """,
            en: """
                EXAMPLES:
                  riktmarke indicators sjukfrånvaro
                  riktmarke indicators U334

                The search forgives slips of the finger, and a and o for å, ä and ö; it then \
                says that the hits are only like what was searched for.
                """
        ),
        aliases: ["nyckeltal", "sök", "sok"])

    @OptionGroup var search: SearchOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let search = search.text
        let list = try await context.read { connection in
            let directory = IndicatorDirectory(
                indicators: try IndicatorDimension.all(&connection),
                aliases: search == nil ? [] : try IndicatorDimension.aliases(&connection))
            let hits = directory.search(search ?? "")
            return IndicatorList(
                search: search, hits: hits,
                coverage: try ComparisonReader.coverage(
                    &connection, of: hits.map(\.indicator)))
        }
        if let search, list.hits.isEmpty {
            throw SearchOptions.nothing(
                search, Text(sv: "inget nyckeltal", en: "no indicator"), command: "indicators")
        }
        try context.write(
            Report(pages: [list.page], csv: list.csv, json: { list.write(to: &$0) }), output)
        return .ok
    }
}
