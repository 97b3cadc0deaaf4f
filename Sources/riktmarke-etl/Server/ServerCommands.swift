internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import LocalServer
internal import Postgres
internal import Reporting
internal import SystemPackage
internal import Warehouse

/// Starts the private database, and makes it when there is none.
struct ServerStartCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "start",
            abstract: Text(
                sv: "Starta databasen; den skapas om den inte finns.",
                en: "Start the database; it is made when there is none."
            ).helpText)
    }

    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        let cluster = try ServerCommand.cluster(context)
        try await cluster.start()
        context.remark(
            Text(
                sv: "den privata databasen är igång i \(cluster.folder.path)",
                en: "the private database runs in \(cluster.folder.path)"))
        return .ok
    }
}

/// Stops the private database.
struct ServerStopCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "stop",
            abstract: Text(sv: "Stoppa databasen.", en: "Stop the database.").helpText)
    }

    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        let didStop = try await ServerCommand.cluster(context).stop()
        context.remark(
            didStop
                ? Text(sv: "databasen är stoppad", en: "the database is stopped")
                : Text(sv: "databasen var inte igång", en: "the database was not running"))
        return .ok
    }
}

/// Says how the private database is.
struct ServerStatusCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "status",
            abstract: Text(
                sv: "Visa hur databasen mår. Status 1 när den inte är igång.",
                en: "Show how the database is. Status 1 when it does not run."
            ).helpText)
    }

    @Flag(
        help: Text(
            sv: "Visa bara anslutningssträngen, för psql och andra.",
            en: "Print only the connection string, for psql and others."
        ).help())
    var conninfo = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        let status = try await ServerCommand.cluster(context).status()
        if conninfo {
            var sink = OutputSink()
            try sink.write(status.address.conninfo() + "\n")
            try sink.finish()
        } else {
            try context.write(Self.table(status), output)
        }
        switch status.state {
        case .running: return .ok
        case .unusable(let error): throw error
        case .absent, .stopped, .starting: return .negative
        }
    }

    private static func table(_ status: ClusterStatus) -> ReportTable {
        let megabytes = (status.bytes + 1_048_575) / 1_048_576
        let rows: [(String, Text, Cell)] = [
            ("state", Text(sv: "läge", en: "state"), .label(state(status.state))),
            ("folder", Text(sv: "mapp", en: "folder"), .text("\(status.folder.path)")),
            ("size_mib", Text(sv: "storlek (MiB)", en: "size (MiB)"), .integer(megabytes)),
            (
                "major_version", Text(sv: "databasens huvudversion", en: "its major version"),
                status.clusterMajor.map { .integer($0) } ?? .empty
            ),
            (
                "programs", Text(sv: "serverprogram", en: "server programs"),
                status.programs.map { .text("\($0.folder) (\($0.major))") } ?? .empty
            ),
            (
                "connection", Text(sv: "anslut med psql", en: "connect by psql"),
                .text(status.address.conninfo())
            ),
        ]
        return ReportTable(
            title: Text(sv: "Den privata databasen", en: "The private database"),
            columns: [
                .init("property", Text(sv: "Egenskap", en: "Property")),
                .init("value", Text(sv: "Värde", en: "Value")),
            ], showsHeader: false,
            rows: rows.map { ReportTable.Row([.label($0.1), $0.2]) })
    }

    private static func state(_ state: ClusterStatus.State) -> Text {
        switch state {
        case .absent: Text(sv: "finns inte än", en: "not made yet")
        case .stopped: Text(sv: "stoppad", en: "stopped")
        case .starting(let process):
            Text(sv: "startar (process \(process))", en: "starting (process \(process))")
        case .running(let process):
            Text(sv: "igång (process \(process))", en: "running (process \(process))")
        case .unusable: Text(sv: "kan inte startas", en: "cannot be started")
        }
    }
}

/// Writes the private database to a file.
struct ServerBackupCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "backup",
            abstract: Text(
                sv: "Säkerhetskopiera databasen till en fil, som blir hel eller inte alls.",
                en: "Back the database up to a file, which appears whole or not at all."
            ).helpText)
    }

    @Argument(
        help: Text(sv: "Filen.", en: "The file.").help(valueName: "file"), completion: .file())
    var file: String
    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        try await ServerCommand.cluster(context).backup(to: FilePath(file))
        context.remark(
            Text(
                sv: "säkerhetskopian är skriven till \(file)",
                en: "the backup is written to \(file)"
            ))
        return .ok
    }
}

/// Replaces the private database by a backup.
struct ServerRestoreCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "restore",
            abstract: Text(
                sv:
                    "Ersätt databasen med en säkerhetskopia; den gamla finns kvar tills den nya är hel.",
                en:
                    "Replace the database by a backup; the old one stays until the new one is whole."
            ).helpText)
    }

    @Argument(
        help: Text(sv: "Filen.", en: "The file.").help(valueName: "file"), completion: .file())
    var file: String
    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        try await ServerCommand.cluster(context).restore(from: FilePath(file)) { address in
            let keywords = Dictionary(
                address.keywords.map { ($0.keyword, $0.value) },
                uniquingKeysWith: { first, _ in first })
            let session = try await Session(
                ConnectionOptions(target: .keywords(keywords), applicationName: Tool.etl.name))
            try await session.withConnection { try SchemaCheck.run(&$0) }
            await session.close()
        }
        context.remark(
            Text(
                sv: "databasen är återställd från \(file)",
                en: "the database is restored from \(file)"
            ))
        return .ok
    }
}
