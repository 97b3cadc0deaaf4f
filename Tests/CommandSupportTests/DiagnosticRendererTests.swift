import CommandSupport
import Diagnostics
import Reporting
import Testing

/// Screens drawn by hand.
struct DiagnosticRendererTests {
    private let unknownKey = Diagnostic(
        .error, code: "spec.unknown-key",
        Text(sv: "okänd nyckel \"periodd\"", en: "unknown key \"periodd\""),
        at: .file(path: "etl/nacka.yml", line: 14, column: 9),
        hint: Text(sv: "menade du \"period\"?", en: "did you mean \"period\"?"),
        notes: [Text(sv: "nycklar: column, period", en: "keys: column, period")])

    private func render(
        _ diagnostics: [Diagnostic], _ language: Language = .sv, width: Int = 80,
        color: Bool = false
    ) -> String {
        DiagnosticRenderer(
            name: "riktmarke",
            style: TerminalStyle(language: language, width: width, usesColor: color)
        ).render(diagnostics)
    }

    @Test func `says what, where and how to fix it in one layout`() {
        #expect(
            render([unknownKey]) == """
                etl/nacka.yml:14:9: fel: okänd nyckel "periodd" [spec.unknown-key]
                  gör så här: menade du "period"?
                  nycklar: column, period

                """)
        #expect(
            render([unknownKey], .en) == """
                etl/nacka.yml:14:9: error: unknown key "periodd" [spec.unknown-key]
                  hint: did you mean "period"?
                  keys: column, period

                """)
    }

    @Test func `names the program where there is no place`() {
        let warning = Diagnostic(.warning, code: "x.y", Text(verbatim: "text"))
        #expect(render([warning]) == "riktmarke: varning: text [x.y]\n")
        #expect(render([warning], .en) == "riktmarke: warning: text [x.y]\n")
    }

    @Test func `wraps to the width but keeps the place in one piece`() {
        let diagnostic = Diagnostic(
            .error, code: "a.b", Text(verbatim: "en ganska lång mening om något"),
            at: .file(path: "min mapp/fil med mellanslag.csv", line: 3),
            hint: Text(verbatim: "en lång uppmaning som inte får plats"))
        #expect(
            render([diagnostic], width: 40) == """
                min mapp/fil med mellanslag.csv:3: fel:
                  en ganska lång mening om något [a.b]
                  gör så här: en lång uppmaning som inte
                    får plats

                """)
    }

    @Test func `counts what is beyond twenty`() {
        let many = (1...23).map {
            Diagnostic(.error, code: "r", Text(verbatim: "nr \($0)"))
        }
        let lines = render(many).split(separator: "\n")
        #expect(lines.count == 21)
        #expect(lines.last == "… och 3 till")
        #expect(render(many, .en).hasSuffix("… and 3 more\n"))
    }

    @Test func `colours the severity only`() {
        let colored = render([unknownKey], color: true)
        #expect(colored.contains("etl/nacka.yml:14:9: \u{1B}[31mfel:\u{1B}[0m okänd"))
        #expect(colored.count(where: { $0 == "\u{1B}" }) == 2)
    }

    @Test func `lets no part of a message move the terminal`() {
        let evil = "x\u{1B}[2J\r\n\u{202E}\u{1}y"
        let text = Text(verbatim: evil)
        let screen = render([
            Diagnostic(
                .error, code: evil, text, at: .file(path: evil, line: 1), hint: text,
                notes: [text])
        ])
        let acting = screen.unicodeScalars.filter { scalar in
            scalar != "\n" && [.control, .format].contains(scalar.properties.generalCategory)
        }
        #expect(acting.isEmpty)
        #expect(screen.hasPrefix(#"x\x1B[2J\r\n\u{202E}\x01y:1: fel: "#))
    }

    @Test func `keeps the space before a caret`() {
        let diagnostic = Diagnostic(
            .error, code: "c", Text(verbatim: "m"),
            notes: [Text(verbatim: "SELECT fel"), Text(verbatim: "       ^")])
        #expect(render([diagnostic]).hasSuffix("\n  SELECT fel\n         ^\n"))
    }
}
