public import Diagnostics
public import Postgres
internal import Reporting

/// What surrounds a command: the environment, the settings, the streams, the language.
public struct CommandContext: Sendable {
    /// The tool that runs.
    public let tool: Tool
    /// The environment variables.
    public let environment: Environment
    /// The user's settings.
    public let settings: Settings
    /// The language to speak, and who chose it.
    public let languageChoice: LanguageChoice
    /// What standard output can show.
    public let standardOutput: Terminal
    /// What standard error can show.
    public let standardError: Terminal
    /// Whether to tell details.
    public let isVerbose: Bool
    /// Whether to leave out progress and remarks.
    public let isQuiet: Bool
    /// The value of `--database`.
    let databaseFlag: String?
    /// The connection that was asked for before the arguments were parsed, if one was.
    let early: EarlyConnection?
    let printer: DiagnosticPrinter

    /// The language to speak.
    public var language: Language { languageChoice.language }

    /// The database that the user means.
    public var database: DatabaseChoice {
        DatabaseChoice(flag: databaseFlag, environment: environment, settings: settings)
    }

    /// How to connect to the user's database; starts a private cluster where needed.
    public func connectionOptions(
        for purpose: Purpose
    ) async throws(Failure) -> ConnectionOptions {
        try await database.connectionOptions(for: purpose, tool: tool)
    }

    /// Tells warnings and remarks while the command goes on; `--quiet` keeps only errors.
    public func report(_ diagnostics: [Diagnostic]) {
        printer.report(isQuiet ? diagnostics.filter { $0.severity == .error } : diagnostics)
    }

    /// Tells something on standard error that is neither a result nor a problem; not if quiet.
    public func remark(_ text: Text) {
        guard !isQuiet else { return }
        printer.write(Escaping.visible(text[language]) + "\n")
    }

    /// A line that tells how far the work has come.
    public func progressLine() -> ProgressLine {
        ProgressLine(standardError, environment: environment, isQuiet: isQuiet)
    }
}
