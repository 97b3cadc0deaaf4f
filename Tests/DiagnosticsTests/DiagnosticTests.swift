import Diagnostics
import Testing

@Suite struct DiagnosticTests {
    @Test(arguments: [
        (Diagnostics.SourceLocation.file(path: "a.csv"), "a.csv"),
        (.file(path: "a.csv", line: 3), "a.csv:3"),
        (.file(path: "a.csv", line: 3, column: 7), "a.csv:3:7"),
        (.table(name: "dw.fact_outcome"), "dw.fact_outcome"),
        (.table(name: "dw.fact_outcome", column: "value"), "dw.fact_outcome.value"),
        (.statement(name: "read/x", position: 12), "read/x:12"),
        (.statement(name: "read/x", position: nil), "read/x"),
        (.url("https://example.org"), "https://example.org"), (.argument("--kommun"), "--kommun"),
    ])
    func `a place reads as editors and people write it`(
        place: Diagnostics.SourceLocation, text: String
    ) {
        #expect(place.description == text)
    }

    @Test func `severities are ordered from note to error`() {
        #expect(Diagnostic.Severity.allCases.sorted() == [.note, .warning, .error])
    }

    @Test func `a text reads in the language asked for`() {
        let text = Text(sv: "kommun", en: "municipality")
        #expect(text[.sv] == "kommun")
        #expect(text[.en] == "municipality")
        #expect(Text(verbatim: "0182") == Text(sv: "0182", en: "0182"))
    }

    @Test func `a failure of one message is an error with its hint`() {
        let failure = Failure(
            .noInput, code: "folder.missing", Text(verbatim: "m"), hint: Text(verbatim: "h"))
        #expect(failure.exitStatus == .noInput)
        #expect(
            failure.diagnostics == [
                Diagnostic(
                    .error, code: "folder.missing", Text(verbatim: "m"), hint: Text(verbatim: "h"))
            ])
    }

    /// The numbers of BSD's sysexits.h and, for signals, of the shell: 128 + the signal.
    @Test(arguments: [
        (Diagnostics.ExitStatus.ok, 0), (.negative, 1), (.usage, 64), (.data, 65), (.noInput, 66),
        (.unavailable, 69), (.software, 70), (.cannotCreate, 73), (.inputOutput, 74),
        (.tryAgain, 75), (.permission, 77), (.configuration, 78), (.interrupted, 128 + 2),
        (.terminated, 128 + 15),
    ])
    func `exit statuses are those that scripts rely on`(status: Diagnostics.ExitStatus, number: Int)
    {
        #expect(status.rawValue == Int32(number))
        #expect(!status.meaning.sv.isEmpty && status.meaning.sv != status.meaning.en)
    }

    @Test func `every exit status is in the list above`() {
        #expect(Diagnostics.ExitStatus.allCases.count == 14)
    }
}
