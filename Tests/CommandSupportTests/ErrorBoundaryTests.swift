import ArgumentParser
import Diagnostics
import Synchronization
import Testing

import enum Diagnostics.ExitStatus

@testable import CommandSupport

struct ErrorBoundaryTests {
    struct Root: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "riktmarke", version: "9.9.9", subcommands: [Try.self])
    }

    struct Try: ContextualCommand {
        static let configuration = CommandConfiguration(commandName: "try", aliases: ["prova"])
        @OptionGroup var global: GlobalOptions
        @OptionGroup var output: OutputOptions
        @Argument var what: String

        func run(_ context: CommandContext) async throws -> ExitStatus {
            struct Odd: Error {}
            switch what {
            case "fail":
                throw Failure(.data, code: "t.bad", Text(sv: "illa", en: "bad"))
            case "odd": throw Odd()
            case "closed": throw OutputError.readerGone
            case "invalid": throw ValidationError("not so")
            case "exit": throw ExitCode(3)
            case "cancel": throw CancellationError()
            case "warn":
                context.report([Diagnostic(.warning, code: "t.w", Text(sv: "akta", en: "mind"))])
                context.remark(Text(sv: "klart", en: "done"))
                return .negative
            default: return .ok
            }
        }
    }

    struct Outcome: Equatable {
        var status: Int32
        var output = ""
        var error = ""
    }

    private func run(
        _ arguments: String..., environment: [String: String] = [:],
        interruption: ExitStatus? = nil
    ) async -> Outcome {
        await run(arguments, environment: environment, interruption: interruption)
    }

    private func run(
        _ arguments: [String], environment: [String: String] = [:],
        interruption: ExitStatus? = nil
    ) async -> Outcome {
        let texts = Streams()
        let boundary = ErrorBoundary(
            tool: .query, arguments: arguments,
            environment: Environment(["TERM": "dumb"].merging(environment) { $1 }),
            writeOutput: { text in texts.output.withLock { $0 += text } },
            writeError: { text in texts.error.withLock { $0 += text } })
        let status = await boundary.run(Root.self, interruption: { interruption })
        return Outcome(
            status: status, output: texts.output.withLock { $0 }, error: texts.error.withLock { $0 }
        )
    }

    final class Streams: Sendable {
        let output = Mutex("")
        let error = Mutex("")
    }

    @Test func `returns the status of the command, also by its alias`() async {
        #expect(await run("try", "ok") == Outcome(status: 0))
        #expect(await run("prova", "ok") == Outcome(status: 0))
        #expect(await run("try", "exit") == Outcome(status: 3))
    }

    @Test func `shows a failure in the language asked for`() async {
        #expect(
            await run("try", "fail")
                == Outcome(status: 65, error: "riktmarke: fel: illa [t.bad]\n"))
        #expect(
            await run("try", "fail", "--lang", "en")
                == Outcome(status: 65, error: "riktmarke: error: bad [t.bad]\n"))
        #expect(
            await run("try", "fail", environment: ["LANG": "en_US.UTF-8"]).error
                == "riktmarke: error: bad [t.bad]\n")
    }

    @Test func `shows a failure as JSON when the result is JSON`() async {
        let outcome = await run("try", "fail", "--format", "json", "--lang=en")
        #expect(outcome.status == 65)
        #expect(
            outcome.error
                == #"{"diagnostics":[{"severity":"error","code":"t.bad","message":"bad","#
                + #""location":null,"hint":null,"notes":[]}],"exit_status":65}"# + "\n")
    }

    @Test func `asks to report what nobody has explained`() async {
        let outcome = await run("try", "odd")
        #expect(outcome.status == 70)
        #expect(outcome.error.contains("oväntat fel: Odd() [program.fault]"))
        #expect(outcome.error.contains("rapportera det"))
    }

    @Test func `ends quietly when the reader has gone`() async {
        #expect(await run("try", "closed") == Outcome(status: 0))
    }

    @Test func `ends with the status of the signal`() async {
        let outcome = await run("try", "cancel", interruption: .terminated)
        #expect(outcome.status == 143)
        #expect(outcome.error == "riktmarke: fel: avbrutet på begäran [program.interrupted]\n")
        #expect(await run("try", "ok", interruption: .interrupted).status == 0)
    }

    @Test func `shows usage for wrong arguments with status 64`() async {
        let outcome = await run("try", "ok", "--colour", "auto")
        #expect(outcome.status == 64)
        #expect(
            outcome.error == """
                riktmarke: fel: okänd flagga '--colour'; menade du '--color'? [usage.invalid]
                  gör så här: riktmarke try --help beskriver flaggor och argument

                """)
        #expect(outcome.output.isEmpty)
        #expect(await run("try", "invalid").status == 64)
        #expect(await run("nothing").status == 64)
        let json = await run("try", "--format", "json")
        #expect(json.status == 64)
        #expect(
            json.error.hasPrefix(#"{"diagnostics":[{"severity":"error","code":"usage.invalid""#))
    }

    @Test(arguments: [
        (["try"], "argumentet '<what>' saknas"),
        (["try", "ok", "--what"], "okänd flagga '--what'"),
        (["try", "ok", "--lang"], "värde saknas till '--lang <lang>'"),
        (["try", "ok", "--quiet=yes"], "flaggan '--quiet' tar inget värde, men fick 'yes'"),
        (["try", "ok", "one"], "oväntat argument 'one'"),
        (["try", "ok", "one", "two"], "2 oväntade argument: 'one', 'two'"),
        (
            ["try", "ok", "--lang", "no"],
            "värdet 'no' går inte för '--lang <lang>'; välj ett av 'sv' och 'en'"
        ),
        (["try", "ok", "--format", "odt"], "värdet 'odt' går inte för '--format <format>'; välj"),
    ])
    func `says in Swedish what the parser finds`(arguments: [String], words: String) async {
        let outcome = await run(arguments)
        #expect(outcome.status == 64)
        let line = outcome.error.replacing("\n  ", with: " ")
        #expect(line.hasPrefix("riktmarke: fel: \(words)"), "\(outcome.error)")
        #expect(outcome.error.contains("[usage.invalid]"))
    }

    @Test func `leaves the parser's English to readers of English`() async {
        let outcome = await run("try", "ok", "one", environment: ["RIKTMARKE_LANG": "en"])
        #expect(
            outcome.error == """
                riktmarke: error: Unexpected argument 'one' [usage.invalid]
                  hint: riktmarke try --help describes options and arguments

                """)
        let help = await run("try", "--help", environment: ["RIKTMARKE_LANG": "en"])
        #expect(help.output.contains("USAGE: riktmarke try ["))
    }

    @Test func `refuses a CSV dialect that would have no effect`() async {
        let outcome = await run("try", "ok", "--csv-dialect", "excel-sv")
        #expect(outcome.status == 64)
        #expect(outcome.error.contains("--format csv"))
        #expect(
            await run("try", "ok", "--csv-dialect", "excel-sv", "--format", "csv").status == 0)
    }

    @Test func `lets no argument move the terminal`() async {
        let outcome = await run("try", "--\u{1B}[2J\u{202E}x")
        #expect(outcome.status == 64)
        #expect(!outcome.error.contains("\u{1B}"))
        #expect(!outcome.error.unicodeScalars.contains("\u{202E}"))
    }

    @Test func `shows help and version on standard output`() async {
        let help = await run("try", "--help")
        #expect(help.status == 0)
        #expect(help.output.contains("ANVÄNDNING: riktmarke try ["))
        #expect(help.error.isEmpty)
        #expect(await run("--version") == Outcome(status: 0, output: "9.9.9\n"))
        #expect(await run("help", "try").output.contains("ANVÄNDNING: riktmarke try"))
        #expect(await run().output.contains("KOMMANDON:"))
    }

    @Test func `tells warnings on standard error and leaves them out when quiet`() async {
        #expect(
            await run("try", "warn")
                == Outcome(status: 1, error: "riktmarke: varning: akta [t.w]\nklart\n"))
        #expect(await run("try", "warn", "--quiet") == Outcome(status: 1))
    }

    @Test func `reports a broken settings file before running, but helps without one`() async throws
    {
        let folder = try TemporaryFolder()
        let path = try folder.write("settings", "lang = sv\n")
        let environment = ["RIKTMARKE_SETTINGS": path]
        let outcome = await run("try", "ok", environment: environment)
        #expect(outcome.status == 78)
        #expect(outcome.error.hasPrefix("\(path):1: fel: okänd nyckel \"lang\""))
        #expect(await run("--help", environment: environment).status == 0)
        #expect(await run("try", "ok", environment: ["RIKTMARKE_LANG": "xx"]).status == 78)
    }
}
