import Diagnostics
import Indicators
import Reporting
import Testing

struct MarkdownRendererTests {
    @Test func `writes a table with numbers to the right and the focus in bold`() {
        #expect(
            MarkdownRenderer(language: .sv).render(SampleTable.comparison)
                == """
                ### Ej återaktualiserade barn

                Andel (%), 2017, totalt

                | Kommun | Värde (%) | Plats | Skillnad | Utslag |
                | --- | ---: | ---: | ---: | --- |
                | Danderyd | 89,5 | 1 | +3,5 | bättre |
                | **Nacka** | **86,0 p** | **2** |  |  |
                | Värmdö | – |  |  |  |
                | Medelvärde | 87,8 |  |  |  |

                - Källa: Kolada.
                - p = preliminärt värde
                - – = källan har ett streck

                """.replacing("86,0 p", with: "86,0\u{A0}p"))
    }

    @Test(arguments: [
        ("a|b", #"a\|b"#),
        ("<script>", #"\<script\>"#),
        ("*bold* _it_ `c` [x](y)", #"\*bold\* \_it\_ \`c\` \[x\](y)"#),
        ("back\\slash", #"back\\slash"#),
        ("&lt;", #"\&lt;"#),
        ("two\nlines", #"two\\nlines"#),
        ("\u{1B}[2J", #"\\x1B\[2J"#),
    ])
    func `lets no text from data become markup`(text: String, cell: String) {
        let table = ReportTable(
            columns: [.init("a", Text(verbatim: "A"))], rows: [.init([.text(text)])])
        let lines = MarkdownRenderer(language: .en).render(table).split(separator: "\n")
        #expect(lines.last.map(String.init) == "| \(cell) |")
    }

    @Test func `lets no note begin a heading or a list`() {
        let table = ReportTable(
            columns: [.init("a", Text(verbatim: "A"))], notes: [Text(verbatim: "# not a heading")])
        #expect(
            MarkdownRenderer(language: .en).render(table).hasSuffix("- \\# not a heading\n"))
    }
}
