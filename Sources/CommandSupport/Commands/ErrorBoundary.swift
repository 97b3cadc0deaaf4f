public import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import Reporting

/// The outermost frame of a tool: parses, runs, explains what went wrong and chooses the status.
///
/// ```swift
/// @main enum Main {
///     static func main() { ErrorBoundary.main(.query, Riktmarke.self) }
/// }
/// ```
public struct ErrorBoundary: Sendable {
    let tool: Tool
    let arguments: [String]
    let environment: Environment
    let writeOutput: @Sendable (String) -> Void
    let writeError: @Sendable (String) -> Void

    /// Runs a tool on this process' arguments and ends the process.
    ///
    /// - Parameters:
    ///   - tool: the tool.
    ///   - root: the root command.
    ///   - offline: the commands directly below it that open no database, so that none is connected
    ///     to on their behalf; to find out by asking every command takes longer than to reach the
    ///     server.
    public static func main(
        _ tool: Tool, _ root: any ParsableCommand.Type, offline: [any ParsableCommand.Type] = []
    ) -> Never {
        StandardStreams.prepare()
        if tool == .query { HeapGrowth.prepare() }
        let arguments = Array(CommandLine.arguments.dropFirst())
        let environment = Environment.current()
        let signals = SignalWatch()
        let early = EarlyConnection(
            tool, offline: offline, arguments: arguments, environment: environment,
            interruption: signals.interruption)
        // Not before: to find a host's name can take long, and nobody would hear of a signal meanwhile.
        signals.begin()
        // Who waits for the server on this thread hears of signals there; all else needs somebody to listen.
        if early == nil { signals.listen() }
        let boundary = ErrorBoundary(
            tool: tool, arguments: arguments, environment: environment,
            writeOutput: { text in
                // A reader who has gone needs no help text.
                var sink = OutputSink()
                if (try? sink.write(text)) != nil { try? sink.finish() }
            }, writeError: { StandardError.write($0) })
        let loop = MainLoop()
        let work = Task<Void, Never>(executorPreference: loop) {
            end(await boundary.run(root, early: early, interruption: { signals.received }))
        }
        signals.onSignal { work.cancel() }
        loop.run(idle: signals.listen)
    }

    /// Ends the process without what libraries tidy up at `exit`: the system does that anyway, and
    /// what we write is never held back by C's buffers.
    private static func end(_ status: Int32) -> Never {
        fflush(nil)
        _exit(status)
    }

    /// Runs a tool.
    ///
    /// - Parameters:
    ///   - root: the root command.
    ///   - early: a connection that has been asked for already, if one has.
    ///   - interruption: the status of the signal that came in, if one has.
    /// - Returns: the status that the process should exit with.
    func run(
        _ root: any ParsableCommand.Type, early: EarlyConnection? = nil,
        interruption: @Sendable () -> ExitStatus? = { nil }
    ) async -> Int32 {
        let peek = ArgumentPeek(arguments)
        let settings = try? Settings.load(environment)
        let (entry, rest) = CommandEntry.find(in: root, arguments)
        let beforehand = printer(
            LanguageChoice(
                flag: peek.language, environment: environment, settings: settings ?? Settings()),
            peek, peek.color)
        var command: any ParsableCommand
        do {
            command = try entry.parseAsRoot(rest)
        } catch {
            if let unknown = Self.unknownCommand(root, arguments) {
                beforehand.report(unknown)
                return unknown.exitStatus.rawValue
            }
            return parserStatus(error, entry, beforehand)
        }
        guard var ours = command as? any ContextualCommand else {
            return runForeign(&command, root, beforehand)
        }
        var printer = beforehand
        do {
            let context = try context(for: ours.global, peek, early: early)
            printer = context.printer
            let status = try await ours.run(context)
            printer.epilogue.end(status)
            return status.rawValue
        } catch let error where Self.isParsers(error) {
            return parserStatus(error, type(of: ours), printer)
        } catch {
            var failure = Explanation.failure(of: error, isVerbose: ours.global.verbose)
            if failure.exitStatus != .ok {
                if let status = interruption() { failure = Self.interrupted(status) }
                printer.report(failure)
            }
            printer.epilogue.end(failure.exitStatus)
            return failure.exitStatus.rawValue
        }
    }

    /// What to say when the first word is no command, though only a command can stand there.
    private static func unknownCommand(
        _ root: any ParsableCommand.Type, _ arguments: [String]
    ) -> Failure? {
        let known = root.configuration.subcommands.map(CommandEntry.names(of:))
        guard !known.isEmpty, let word = arguments.first, !word.hasPrefix("-"), word != "help",
            !known.joined().contains(word)
        else { return nil }
        let near = Suggestion.nearest(to: word, among: known.joined())
        let all = known.compactMap(\.first).joined(separator: ", ")
        return Failure(
            .usage, code: "usage.unknown-command",
            Text(sv: "det finns inget kommando \"\(word)\"", en: "there is no command \"\(word)\""),
            hint: near.isEmpty
                ? Text(sv: "kommandona är: \(all)", en: "the commands are: \(all)")
                : Text(
                    sv: "menade du \(near.joined(separator: ", "))?",
                    en: "did you mean \(near.joined(separator: ", "))?"))
    }

    /// Runs what is no command of ours: help, or a group of commands called without one.
    private func runForeign(
        _ command: inout any ParsableCommand, _ root: any ParsableCommand.Type,
        _ printer: DiagnosticPrinter
    ) -> Int32 {
        do {
            try command.run()
            return ExitStatus.ok.rawValue
        } catch {
            return parserStatus(error, root, printer)
        }
    }

    private static func isParsers(_ error: any Error) -> Bool {
        error is ValidationError || error is CleanExit || error is ExitCode
    }

    private static func interrupted(_ status: ExitStatus) -> Failure {
        Failure(
            status, code: "program.interrupted",
            Text(sv: "avbrutet på begäran", en: "interrupted on request"))
    }
}
