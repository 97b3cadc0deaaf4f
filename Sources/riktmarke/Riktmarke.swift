internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics

/// Starts the query tool.
@main enum Main {
    static func main() { ErrorBoundary.main(.query, Riktmarke.self, offline: [StatsCommand.self]) }
}

/// The query tool: compares a municipality with others, and only reads.
struct Riktmarke: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: Tool.query.name,
        abstract: Text(
            sv: "Jämför en kommun med dess jämförelsekommuner.",
            en: "Compares a municipality with its comparison municipalities."
        ).helpText,
        discussion: Text(
            sv: """
                EXEMPEL:
                  riktmarke compare U33461 -k Nacka --with Danderyd,Solna,Täby,Värmdö
                  riktmarke indicators återaktualiserade
                  riktmarke explain U33461 --kommun Nacka --period 2017
                  riktmarke export --kommun Nacka --output nacka.csv
                """,
            en: """
                EXAMPLES:
                  riktmarke compare U33461 -k Nacka --with Danderyd,Solna,Täby,Värmdö
                  riktmarke indicators återaktualiserade
                  riktmarke explain U33461 --kommun Nacka --period 2017
                  riktmarke export --kommun Nacka --output nacka.csv
                """
        ).helpText,
        version: Tool.version,
        subcommands: [
            CompareCommand.self, RankCommand.self, TrendCommand.self, ProfileCommand.self,
            TargetsCommand.self, DifferencesCommand.self, EconomyCommand.self,
            AbsenceCommand.self, SimilarCommand.self,
            IndicatorsCommand.self, MunicipalitiesCommand.self, GroupsCommand.self,
            ExplainCommand.self, ExportCommand.self, ChangesCommand.self,
            FactsheetCommand.self,
        ],
        groupedSubcommands: [
            CommandGroup(
                name: Text(sv: "Avancerade", en: "Advanced").helpText,
                subcommands: [StatsCommand.self])
        ])
}
