import Diagnostics
import Indicators
import Testing

@testable import Reports

/// Tables whose cells are divided by tabs.
@Suite struct TabbedTableTests {
    private static let indicators = """
        tables:
          - id: indicators
            kind: indicators
            rows: 3
            columns:
              - { header: Indikatorer, role: name }
              - { header: Utfall 2030, measure: outcome, period: "2030" }
              - { header: Utfall 2031, measure: outcome, period: "2031" }
              - { header: Mål 2031, measure: target, period: "2031" }
              - { header: "", role: flags }

        """

    @Test func `outcomes, targets, dashes and blanks are told apart`() throws {
        let text =
            "\tIndikatorer\tUtfall 2030\tUtfall 2031\tMål 2031\t\n"
            + "_\tAndel nöjda besökare\t-\t54 %\t60 %\tT1 T2 T3\n"
            + "•\tAntal samtal\t1 205\t\t\t\u{422}3\n"
            + "\tNya verktyg\t0\t0\tI\tTI T2\n"
        let reading = try Sample.reading(text, Self.indicators)
        #expect(reading.misfits == [])
        #expect(
            Sample.lines(reading) == [
                "2 Andel nöjda besökare outcome 2030 T missing_dash number",
                "2 Andel nöjda besökare outcome 2031 T 54 percent",
                "2 Andel nöjda besökare target 2031 T 60 percent",
                "3 Antal samtal outcome 2030 T 1205 number",
                "3 Antal samtal outcome 2031 T missing_blank number",
                "3 Antal samtal target 2031 T missing_blank number",
                "4 Nya verktyg outcome 2030 T 0 number", "4 Nya verktyg outcome 2031 T 0 number",
                "4 Nya verktyg target 2031 T 1 number",
            ])
        #expect(reading.figures.last?.repairs.map(\.kind) == [.letterForDigit])
        #expect(reading.tables.first?.rows.map(\.flags) == [[1, 2, 3], [3], [1, 2]])
    }

    @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 0, 2], [1, 2, 0], [0, 2, 1], [2, 0, 1]])
    func `columns are found by their headings, in any order`(order: [Int]) throws {
        let heads = ["Utfall 2030", "Utfall 2031", "Mål 2031"]
        let rows = [
            ("Samtal", ["11", "12", "13"]), ("Besök", ["21", "22", "23"]),
            ("Brev", ["31", "32", "33"]),
        ]
        func line(_ name: String, _ cells: [String]) -> String {
            "\t\(name)\t" + order.map { cells[$0] }.joined(separator: "\t") + "\tT3\n"
        }
        let text =
            "\tIndikatorer\t" + order.map { heads[$0] }.joined(separator: "\t") + "\t\n"
            + rows.map(line).joined()
        let reading = try Sample.reading(text, Self.indicators)
        #expect(reading.misfits == [])
        for (name, cells) in rows {
            let own = reading.figures.filter { $0.subject == name }
            let wanted = zip(cells, ["2030 outcome", "2031 outcome", "2031 target"])
            for (cell, what) in wanted {
                #expect(
                    own.contains {
                        "\($0.period?.description ?? "") \($0.measure.rawValue)" == what
                            && $0.printed == cell
                    })
            }
        }
    }

    @Test func `a name that wraps over lines is one name`() throws {
        let text =
            "\tIndikatorer\tUtfall 2030\tUtfall 2031\tMål 2031\t\n"
            + "\tAndel besökare som\när nöjda med be-\nmötandet\t51 %\t52 %\t53 %\tT3\n"
            + "\tSamtal\t1\t2\t3\tT3\n\tBrev\t4\t5\t6\tT3\n"
        let reading = try Sample.reading(text, Self.indicators)
        #expect(reading.misfits == [])
        #expect(reading.figures.first?.subject == "Andel besökare som är nöjda med bemötandet")
        #expect(
            reading.figures.map(\.printed) == [
                "51 %", "52 %", "53 %", "1", "2", "3", "4", "5", "6",
            ])
    }

    @Test func `a cell too many is dropped only where one choice is left`() throws {
        let head = "\tIndikatorer\tUtfall 2030\tUtfall 2031\tMål 2031\t\n"
        let rest = "\tSamtal\t1\t2\t3\tT3\n\tBrev\t4\t5\t6\tT3\n"
        let open = try Sample.reading(head + "\tBesök\t\t7\t\t8\tT3\n" + rest, Self.indicators)
        #expect(open.misfits.map(\.code) == ["report.surplus-cell"])
        #expect(open.figures == [])
        let closed = try Sample.reading(head + "\tBesök\t\t7\t8\t9\tT3\n" + rest, Self.indicators)
        #expect(closed.misfits == [])
        #expect(closed.figures.prefix(3).map(\.printed) == ["7", "8", "9"])
        #expect(closed.figures[0].repairs.map(\.kind) == [.surplusCell])
    }

    @Test func `groups over headings tell equal headings apart, and arithmetic confirms a slip`()
        throws
    {
        let text =
            "Verksamhet, tkr\tAck utfall\t\t\tHelår\t\n"
            + "Kostnader (-)\tUtfall intäkter\tUtfall kostnader\tUtfall netto\tBudget netto\tBudget- avvikelse\n"
            + "Ungdomsstöd\tI 250\t-20 400\t-19 150\t-2I 171\t2 02 I\n"
        let manifest = Sample.economyManifest.replacing("rows: 4", with: "rows: 1")
            .replacing("[\"Kostnader (-)\"]", with: "[\"Kostnader (-)\", Ack utfall, Helår]")
        let reading = try Sample.reading(text, manifest)
        #expect(reading.misfits == [])
        #expect(reading.rejects == [])
        #expect(
            reading.figures.map { $0.value?.description } == [
                "1250", "-20400", "-19150", "-21171", "2021",
            ])
        let wrong = try Sample.reading(text.replacing("2 02 I", with: "2 02 7"), manifest)
        #expect(wrong.misfits.map(\.code) == ["report.unreadable-cell"])
        #expect(wrong.figures == [])
    }

    @Test func `words in a cell of figures stop the document unless they are declared`() throws {
        let text =
            "\tIndikatorer\tUtfall 2030\tUtfall 2031\tMål 2031\t\n"
            + "\tBesök\tej mätt\t12\t13\tT3\n\tSamtal\t1\t2\t3\tT3\n\tBrev\t4\t5\t6\tT3\n"
        let undeclared = try Sample.reading(text, Self.indicators)
        #expect(undeclared.misfits.map(\.code) == ["report.unreadable-cell"])
        #expect(undeclared.misfits.first?.location == .file(path: "rapport.txt", line: 2))
        #expect(undeclared.figures == [])
        let declared = try Sample.reading(
            text,
            Self.indicators.replacing(
                "    rows: 3\n", with: "    rows: 3\n    missing: [Ej mätt]\n"))
        #expect(declared.misfits == [])
        #expect(
            Sample.lines(declared).prefix(2) == [
                "2 Besök outcome 2030 T missing_null number",
                "2 Besök outcome 2031 T 12 number",
            ])
    }

    @Test func `peers are known by the codes that the manifest gives`() throws {
        let manifest = """
            municipalities: { Ekby: "0998", Alby: "0997" }
            tables:
              - id: peers
                kind: peers
                rows: 3
                unit: percent
                columns:
                  - { header: Nyckeltal, role: name }
                  - { header: Kommun, role: municipality }
                  - { header: Resultat, measure: outcome, period: "2031" }

            """
        let text =
            "Nyckeltal\tKommun\tResultat\nAndel svar\tEkby\t81\nAndel svar\tAlby\t82\nAndel svar\tOkänd\t83\n"
        let unknown = try Sample.reading(text, manifest)
        #expect(unknown.misfits.map(\.code) == ["report.municipality-unknown"])
        #expect(unknown.figures == [])
        let reading = try Sample.reading(
            text, manifest.replacing("Alby: \"0997\"", with: "Alby: \"0997\", Okänd: \"0996\""))
        #expect(reading.misfits == [])
        #expect(reading.figures.map(\.municipality) == ["0998", "0997", "0996"])
    }
}
