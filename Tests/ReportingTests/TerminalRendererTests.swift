import Diagnostics
import Indicators
import Reporting
import Testing

/// Screens drawn by hand.
///
/// `~` stands for a no-break space.
struct TerminalRendererTests {
    @Test func `draws a comparison aligned on the decimal comma with the focus marked`() {
        let screen = render(SampleTable.comparison, width: 80)
        #expect(
            screen == """
                Ej återaktualiserade barn
                Andel (%), 2017, totalt

                  Kommun      Värde (%)  Plats  Skillnad  Utslag
                ────────────────────────────────────────────────
                  Danderyd       89,5        1      +3,5  bättre
                ▶ Nacka          86,0~p      2
                  Värmdö          –
                ────────────────────────────────────────────────
                  Medelvärde     87,8

                Källa: Kolada.
                p = preliminärt värde; – = källan har ett streck

                """)
    }

    @Test func `speaks English when asked`() {
        let screen = render(SampleTable.comparison, width: 80, language: .en)
        #expect(screen.contains("▶ Nacka"))
        #expect(screen.contains("Danderyd         89.5       1        +3.5  better"))
        #expect(screen.contains("p = preliminary value; – = the source has a dash"))
    }

    @Test func `aligns numbers of unequal decimals and signs`() {
        let table = ReportTable(
            columns: [.init("v", Text(verbatim: "V"), .number)],
            rows: ["1234.5", "-20", "0.125", "7"].map {
                .init([ScaledDecimal($0).map { .decimal($0) } ?? .empty])
            })
        #expect(
            render(table, width: 80) == """
                        V
                ─────────
                1~234,5
                  −20
                    0,125
                    7

                """)
    }

    @Test func `breaks headers before it shortens text and never shortens a number`() {
        let table = ReportTable(
            columns: [
                .init("n", Text(verbatim: "Namn")),
                .init("v", Text(verbatim: "Ett långt rubrikord"), .number),
            ],
            rows: [.init([.text("Upplands Väsby kommun"), .integer(1_234_567)])])
        #expect(
            render(table, width: 34) == """
                                         Ett långt
                Namn                     rubrikord
                ──────────────────────────────────
                Upplands Väsby kommun    1~234~567

                """)
        #expect(
            render(table, width: 22) == """
                             Ett långt
                Namn         rubrikord
                ──────────────────────
                Upplands V…  1~234~567

                """)
    }

    @Test func `lists rows cell by cell where no columns fit`() {
        let screen = render(SampleTable.comparison, width: 24)
        #expect(
            screen.contains(
                """
                  Kommun: Danderyd
                  Värde (%): 89,5
                  Plats: 1
                  Skillnad: +3,5
                  Utslag: bättre

                ▶ Kommun: Nacka
                  Värde (%): 86,0~p
                  Plats: 2

                """))
        for line in screen.split(separator: "\n") {
            #expect(DisplayWidth.of(String(line)) <= 24, "\(line)")
        }
    }

    @Test(arguments: [40, 60, 80, 120])
    func `fits every line into the width`(width: Int) {
        var table = SampleTable.comparison
        table.rows.append(
            .init([
                .text(String(repeating: "Mycket lång kommun ", count: 9)), .integer(-1_234_567),
            ]))
        table.notes.append(Text(verbatim: String(repeating: "en anmärkning ", count: 20)))
        for line in render(table, width: width).split(separator: "\n") {
            #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
        }
    }

    @Test func `shortens nothing when it is not shown on a terminal`() {
        let name = String(repeating: "Mycket lång kommun ", count: 9) + "slut"
        let table = ReportTable(
            columns: [.init("n", Text(verbatim: "Namn"))], rows: [.init([.text(name)])])
        #expect(render(table, width: nil).contains(name))
        let style = TerminalStyle(language: .sv, width: 40, shortensText: false)
        let lines = TerminalRenderer(style: style).render(table).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 40 })
        #expect(lines.dropFirst(2).joined(separator: " ") == name)
    }

    @Test func `breaks text into lines where nothing may be left out`() throws {
        let value = try #require(ScaledDecimal("4.8"))
        let table = ReportTable(
            columns: [
                .init("code", Text(verbatim: "Kod"), .right),
                .init("name", Text(verbatim: "Nyckeltal")),
                .init("value", Text(verbatim: "Värde"), .number),
            ],
            rows: [
                .init(
                    [
                        .text("N1"), .text("Andel nöjda kunder i kommunen"),
                        .decimal(value, decimals: 1),
                    ], emphasis: .focus),
                .init([.text("N2"), .text("Kort"), .decimal(ScaledDecimal(12), decimals: 1)]),
            ])
        let style = TerminalStyle(language: .sv, width: 30, shortensText: false)
        #expect(
            TerminalRenderer(style: style).render(table) == """
                  Kod  Nyckeltal         Värde
                ──────────────────────────────
                ▶  N1  Andel nöjda         4,8
                       kunder i
                       kommunen
                   N2  Kort               12,0

                """)
        // A word is never broken: the table is wider instead.
        let narrow = TerminalRenderer(
            style: TerminalStyle(language: .sv, width: 20, shortensText: false)
        ).render(table)
        #expect(narrow.contains("kommunen"))
    }

    @Test func `aligns wide and combining characters`() {
        let table = ReportTable(
            columns: [
                .init("n", Text(verbatim: "Namn")), .init("v", Text(verbatim: "V"), .right),
            ],
            rows: [
                .init([.text("漢字"), .integer(1)]), .init([.text("A\u{30A}re"), .integer(2)]),
                .init([.text("😀"), .integer(3)]),
            ])
        #expect(
            render(table, width: 80) == """
                Namn  V
                ───────
                漢字  1
                A\u{30A}re   2
                😀    3

                """)
    }

    @Test func `lets no cell, header, title or note move the terminal`() {
        let evil = "x\u{1B}[2J\r\n\u{9B}\u{202E}\u{200B}y"
        let text = Text(verbatim: evil)
        let table = ReportTable(
            title: text, lead: [text],
            columns: [.init("a", text), .init("b", Text(verbatim: "b"), .number, unit: text)],
            rows: [.init([.text(evil), .label(text)], emphasis: .focus)], notes: [text])
        for width in [20, 80, nil] {
            let screen = render(table, width: width)
            let acting = screen.unicodeScalars.filter { scalar in
                scalar != "\n"
                    && [.control, .format].contains(scalar.properties.generalCategory)
            }
            #expect(acting.isEmpty)
            #expect(!screen.contains("\u{1B}"))
        }
        #expect(render(table, width: nil).contains(#"x\x1B[2J\r\n\u{9B}\u{202E}\u{200B}y"#))
    }

    @Test func `uses colour only when allowed and says the same without it`() {
        let style = TerminalStyle(language: .sv, width: 80, usesColor: true)
        let colored = TerminalRenderer(style: style).render(SampleTable.comparison)
        #expect(colored.contains("\u{1B}[32mbättre\u{1B}[0m"))
        let plain = colored.replacing(/\u{1B}\[[0-9]*m/, with: "")
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
            .joined(separator: "\n")
        #expect(plain.replacing("\u{A0}", with: "~") == render(SampleTable.comparison, width: 80))
    }

    @Test func `leaves out the header of a list of facts`() {
        let table = ReportTable(
            columns: [.init("k", Text(verbatim: "K")), .init("v", Text(verbatim: "V"))],
            showsHeader: false, rows: [.init([.text("Källa"), .text("Kolada")])])
        #expect(render(table, width: 80) == "Källa  Kolada\n")
    }

    @Test func `draws a table without rows as its header`() {
        let table = ReportTable(columns: [.init("n", Text(verbatim: "Namn"))])
        #expect(render(table, width: 80) == "Namn\n────\n")
    }

    private func render(
        _ table: ReportTable, width: Int?, language: Language = .sv
    ) -> String {
        let style = TerminalStyle(language: language, width: width)
        return TerminalRenderer(style: style).render(table).replacing("\u{A0}", with: "~")
    }
}
