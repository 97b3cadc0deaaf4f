import Diagnostics
import Reporting
import Testing

@Suite struct `What closes a table` {
    private let table = ReportTable(
        columns: [.init("v", Text(verbatim: "V"))], rows: [.init([.text("a")])],
        notes: [Text(verbatim: "Källa: A.")],
        closing: [Text(verbatim: "En mening om a."), Text(verbatim: "# Och en till.")])

    @Test func `is one paragraph after the notes at a terminal`() {
        let screen = TerminalRenderer(
            style: TerminalStyle(language: .sv, width: 20)
        ).render(table)
        #expect(
            screen == """
                V
                ─
                a

                Källa: A.

                En mening om a. #
                Och en till.

                """)
    }

    @Test func `is paragraphs in Markdown, and no markup`() {
        #expect(
            MarkdownRenderer(language: .sv).render(table)
                == """
                | V |
                | --- |
                | a |

                - Källa: A.

                En mening om a.

                \\# Och en till.

                """)
    }
}
