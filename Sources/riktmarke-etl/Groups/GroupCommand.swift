internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics

/// Keeps the user's own peer groups.
struct GroupCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "group",
            abstract: Text(
                sv: "Egna jämförelsegrupper: skapa, ändra, ta bort.",
                en: "Own peer groups: create, change, remove."
            ).helpText,
            discussion: Text(
                sv: """
                    Exempel:
                      riktmarke-etl group add granne Danderyd Solna Täby
                      riktmarke-etl group save lika < grannar.csv
                      riktmarke-etl group remove granne Solna
                    """,
                en: """
                    Examples:
                      riktmarke-etl group add near Danderyd Solna Täby
                      riktmarke-etl group save alike < neighbours.csv
                      riktmarke-etl group remove near Solna
                    """
            ).helpText,
            subcommands: [
                GroupAddCommand.self, GroupSaveCommand.self, GroupRemoveCommand.self,
            ], aliases: ["grupp"])
    }
}
