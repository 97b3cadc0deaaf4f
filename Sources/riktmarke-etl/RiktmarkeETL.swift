internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics

/// The tool that fills the warehouse.
@main
enum Main {
    static func main() {
        ErrorBoundary.main(.etl, RiktmarkeETL.self)
    }
}

/// The root command.
struct RiktmarkeETL: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Tool.etl.name,
            abstract: Text(
                sv: "Fyller riktmärkeslagret: läser källor, håller reda på varje körning.",
                en: "Fills the warehouse: reads sources, keeps account of every run."
            ).helpText,
            discussion: Text(
                sv: """
                    Exempel:
                      riktmarke-etl migrate            lägg upp eller uppgradera databasens schema
                      riktmarke-etl run --all          läs in allt som ändrats
                      riktmarke-etl plan --all         visa vad som skulle hända
                      riktmarke-etl rejects            visa vad som inte kunde läsas
                    """,
                en: """
                    Examples:
                      riktmarke-etl migrate            create or upgrade the database's schema
                      riktmarke-etl run --all          load everything that has changed
                      riktmarke-etl plan --all         show what would happen
                      riktmarke-etl rejects            show what could not be read
                    """
            ).helpText,
            version: Tool.version,
            subcommands: [
                RunCommand.self, PlanCommand.self, StatusCommand.self, RejectsCommand.self,
                SourceCommand.self, ReportCommand.self, ReviewCommand.self, FindingsCommand.self,
                GroupCommand.self, PurgeCommand.self,
                PublishCommand.self, MigrateCommand.self, ServerCommand.self, DoctorCommand.self,
            ])
    }
}
