import TestSupport
import Testing

@Suite struct TestSupportTests {
    @Test func `SplitMix64 gives the published numbers`() {
        // The test vector for seed 1234567 that implementations of the algorithm share.
        var generator = SplitMix64(seed: 1_234_567)
        let numbers = (0..<5).map { _ in generator.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test func `captures the status, both outputs and the input of a program`() async throws {
        var runner = CommandRunner(program: "/bin/sh")
        runner.environment["GREETING"] = "hej"
        let result = try await runner.run(
            ["-c", "echo $GREETING $HOME; cat; echo oj >&2; exit 3"], input: [0, 255])
        #expect(result.status == 3)
        #expect(result.outputBytes == Array("hej /nonexistent\n".utf8) + [0, 255])
        #expect(result.errors == "oj\n")
    }

    @Test(arguments: [0, 2])
    func `a reader can go away early`(count: Int) async throws {
        let result = try await CommandRunner(program: "/usr/bin/yes")
            .run(["ja"], closingOutputAfter: count)
        // SIGPIPE: 128 + 13.
        #expect(result.status == 141)
        #expect(result.output == String("ja".prefix(count)))
    }

    @Test func `a program believes in the terminal and knows its size`() async throws {
        let result = try await CommandRunner(program: "/bin/sh").run(
            ["-c", "test -t 0 && test -t 2 && stty size"],
            inTerminal: .init(columns: 63, rows: 17))
        #expect(result.status == 0)
        #expect(result.output == "17 63\r\n")
    }

    @Test func `a program that hangs is ended`() async throws {
        var runner = CommandRunner(program: "/bin/sleep")
        runner.patience = .milliseconds(200)
        let hung = runner
        let failure = await #expect(throws: TestFailure.self) { try await hung.run(["600"]) }
        #expect(failure?.description.contains("did not end") == true)
    }

    @Test func `the programs of this build are found`() throws {
        #expect("\(try CommandRunner("riktmarke").program)".hasSuffix("/riktmarke"))
    }

    @Test func `a missing program is a failure with its path`() {
        let failure = #expect(throws: TestFailure.self) { try CommandRunner("no-such-product") }
        #expect(failure?.description.contains("no-such-product") == true)
    }

    @Test func `a golden that differs shows the lines`() throws {
        let failure = #expect(throws: TestFailure.self) {
            try Golden.expect("first\nsecond\n", toMatch: "test-support/two-lines.txt")
        }
        #expect(failure?.description.contains("- 2: \"zweite\"") == true)
        #expect(failure?.description.contains("+ 2: \"second\"") == true)
        try Golden.expect("first\nzweite\n", toMatch: "test-support/two-lines.txt")
    }
}
