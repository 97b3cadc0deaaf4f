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
                  riktmarke indicators --groups kvalitet i korthet
                  riktmarke indicators --group "Kommunens kvalitet i korthet"

                Sökningen tål skrivfel och att å, ä och ö skrivs a och o; då står det att \
                träffarna bara liknar det som söktes.
                """,
            en: """
                EXAMPLES:
                  riktmarke indicators sjukfrånvaro
                  riktmarke indicators U334
                  riktmarke indicators --groups kvalitet i korthet
                  riktmarke indicators --group "Kommunens kvalitet i korthet"

                The search forgives slips of the finger, and a and o for å, ä and ö; it then \
                says that the hits are only like what was searched for.
                """
        ),
        aliases: ["nyckeltal", "sök", "sok"])

    @OptionGroup var search: SearchOptions

    @Option(
        help: Text(
            sv: "Bara nyckeltalen i en nyckeltalsgrupp, i dess ordning: kod, namn eller sökord.",
            en: "Only the indicators of a group, in the group's order: its code, title or words."
        ).help(valueName: "group"))
    var group: String?

    @Flag(
        help: Text(
            sv: "Visa nyckeltalsgrupper i stället för nyckeltal.",
            en: "Show groups of indicators instead of indicators."
        ).help())
    var groups = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        if groups, group != nil { throw UsageConflict.between("--group", "--groups") }
        let search = search.text
        if groups { return try await listGroups(search, context) }
        let group = group
        let list = try await context.read { connection in
            var indicators = try IndicatorDimension.all(&connection)
            if let group {
                let known = try IndicatorGroupDirectory(&connection)
                let members = try IndicatorGroupDirectory.members(
                    &connection, of: try known.find(group, argument: "--group"))
                let byKey = Dictionary(indicators.map { ($0.key, $0) }) { first, _ in first }
                indicators = members.compactMap { byKey[$0] }
            }
            let directory = IndicatorDirectory(
                indicators: indicators,
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

    private func listGroups(
        _ search: String?, _ context: CommandContext
    ) async throws -> ExitStatus {
        let directory = try await context.read { try IndicatorGroupDirectory(&$0) }
        let found =
            search.map { directory.search($0) } ?? (
                groups: directory.groups, isApproximate: false
            )
        if let search, found.groups.isEmpty {
            throw SearchOptions.nothing(
                search, Text(sv: "ingen nyckeltalsgrupp", en: "no group of indicators"),
                command: "indicators --groups")
        }
        let list = IndicatorGroupList(
            groups: found.groups, search: search, isApproximate: found.isApproximate)
        try context.write(
            Report(page: list.page, json: { list.write(to: &$0) }), output)
        return .ok
    }
}
