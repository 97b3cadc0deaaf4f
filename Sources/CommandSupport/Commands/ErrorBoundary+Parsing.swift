internal import ArgumentParser
internal import Diagnostics
internal import Reporting

extension ErrorBoundary {
    /// The surroundings of a command with its flags.
    func context(
        for flags: GlobalOptions, _ peek: ArgumentPeek, early: EarlySession?
    ) throws(Failure) -> CommandContext {
        let settings = try Settings.load(environment)
        let choice = LanguageChoice(flag: flags.lang, environment: environment, settings: settings)
        if let problem = choice.problem { throw Failure(.configuration, [problem]) }
        return CommandContext(
            tool: tool, environment: environment, settings: settings, languageChoice: choice,
            standardOutput: .standardOutput(environment, color: flags.color),
            standardError: .standardError(environment, color: flags.color),
            isVerbose: flags.verbose, isQuiet: flags.quiet, databaseFlag: flags.database,
            early: early, printer: printer(choice, peek, flags.color))
    }

    /// A printer for the messages of a command.
    func printer(
        _ choice: LanguageChoice, _ peek: ArgumentPeek, _ color: ColorMode
    ) -> DiagnosticPrinter {
        DiagnosticPrinter(
            tool: tool,
            style: Terminal.standardError(environment, color: color).style(choice.language),
            isJSON: peek.wantsJSON, write: writeError)
    }

    /// Shows what the argument parser has to say: help on standard output, errors with usage.
    func parserStatus(
        _ error: any Error, _ command: any ParsableCommand.Type, _ printer: DiagnosticPrinter
    ) -> Int32 {
        if let code = error as? ExitCode { return code.rawValue }
        let status = command.exitCode(for: error)
        let message = withWholeName(of: command, command.fullMessage(for: error))
        if status.isSuccess {
            if !message.isEmpty { writeOutput(message + "\n") }
            return status.rawValue
        }
        if printer.isJSON {
            printer.report(
                Failure(
                    .usage, code: "usage.invalid", Text(verbatim: command.message(for: error))))
        } else {
            // Arguments come from outside: what they hold must not move the terminal.
            let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
            writeError(lines.map { Escaping.visible(String($0)) + "\n" }.joined())
        }
        return ExitStatus.usage.rawValue
    }

    /// Completes the advice that the parser gives: it forgets the tool before a command that was
    /// parsed by itself.
    private func withWholeName(
        of command: any ParsableCommand.Type, _ message: String
    ) -> String {
        guard let tool = command.configuration._superCommandName,
            let name = command.configuration.commandName
        else { return message }
        return message.replacing("See '\(name) ", with: "See '\(tool) \(name) ")
    }
}
