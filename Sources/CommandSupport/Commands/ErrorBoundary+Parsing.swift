internal import ArgumentParser
internal import Diagnostics
internal import Reporting

extension ErrorBoundary {
    /// The surroundings of a command with its flags.
    func context(
        for flags: GlobalOptions, _ peek: ArgumentPeek, early: EarlyConnection?
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

    /// Shows what the argument parser has to say: help on standard output, or what is wrong with the
    /// arguments, in the layout of every other error.
    func parserStatus(
        _ error: any Error, _ command: any ParsableCommand.Type, _ printer: DiagnosticPrinter
    ) -> Int32 {
        if let code = error as? ExitCode { return code.rawValue }
        let status = command.exitCode(for: error)
        guard status.isSuccess else {
            let complaint = command.message(for: error)
            let name = Self.wholeName(of: error, command)
            printer.report(
                Failure(
                    .usage, code: "usage.invalid",
                    Text(sv: ParserWords.swedish(complaint: complaint), en: complaint),
                    hint: Text(
                        sv: "\(name) --help beskriver flaggor och argument",
                        en: "\(name) --help describes options and arguments")))
            return ExitStatus.usage.rawValue
        }
        let message = command.fullMessage(for: error)
        if !message.isEmpty {
            let isHelp = message.contains("USAGE: ")
            let isSwedish = isHelp && printer.style.language == .sv
            writeOutput((isSwedish ? ParserWords.swedish(help: message) : message) + "\n")
        }
        return status.rawValue
    }

    /// The name of the command that the arguments belong to, with that of the tool: the parser knows it
    /// in its advice only, and forgets the tool when a command was parsed by itself.
    private static func wholeName(
        of error: any Error, _ command: any ParsableCommand.Type
    ) -> String {
        let tool = command.configuration._superCommandName
        let name = command.configuration.commandName
        let whole = [tool, name].compactMap(\.self).joined(separator: " ")
        let message = command.fullMessage(for: error)
        guard let start = message.firstRange(of: "See '"),
            let end = message[start.upperBound...].firstRange(of: " --help'")
        else { return whole }
        let advised = String(message[start.upperBound..<end.lowerBound])
        guard let tool, let name, advised == name || advised.hasPrefix(name + " ") else {
            return advised
        }
        return "\(tool) \(advised)"
    }
}
