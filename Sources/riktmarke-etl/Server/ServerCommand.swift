internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import LocalServer

/// Looks after the private database.
struct ServerCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "server",
            abstract: Text(
                sv: "Den privata databasen: starta, stoppa, säkerhetskopiera.",
                en: "The private database: start, stop, back up."
            ).helpText,
            subcommands: [
                ServerStartCommand.self, ServerStopCommand.self, ServerStatusCommand.self,
                ServerBackupCommand.self, ServerRestoreCommand.self,
            ])
    }

    /// The private cluster of this user.
    static func cluster(_ context: CommandContext) throws(LocalServerError) -> PrivateCluster {
        PrivateCluster(
            folder: try .standard(environment: context.environment.values),
            environment: context.environment.values)
    }
}
