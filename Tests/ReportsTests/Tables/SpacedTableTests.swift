import Diagnostics
import Indicators
import Testing

@testable import Reports

/// Tables set with blanks, where a blank is thousands mark and separator at once.
@Suite struct SpacedTableTests {
    /// The economy table with its names and headings wrapped at a width, cells on a line of their own
    /// or after the name.
    private static func economy(width: Int, gap: Bool, order: [Int]) -> String {
        let heads = [
            "Utfall intäkter", "Utfall kostnader", "Utfall netto", "Budget netto",
            "Budget- avvikelse",
        ]
        var text = wrap("Verksamhet, tkr", width)
        for head in order.map({ heads[$0] }) { text += (gap ? "\n" : "") + wrap(head, width) }
        for (name, cells) in Sample.economyRows {
            let line = order.map { cells[$0] }.joined(separator: " ")
            let wrapped = wrap(name, width)
            text += "\n"
            text += gap ? "\(wrapped)\n\(line) \n" : "\(wrapped.dropLast(2)) \(line) \n"
        }
        return text
    }

    /// Words on lines of at most a width, each line with one blank at its end.
    private static func wrap(_ text: String, _ width: Int) -> String {
        var lines = [""]
        for word in text.split(separator: " ") {
            if lines[lines.count - 1].count + word.count > width, !lines[lines.count - 1].isEmpty {
                lines.append("")
            }
            lines[lines.count - 1] += word + " "
        }
        return lines.map { $0 + "\n" }.joined()
    }

    @Test(arguments: [8, 14, 22, 80], [true, false])
    func `however names and headings wrap, the figures are the same`(width: Int, gap: Bool) throws {
        let text = Self.economy(width: width, gap: gap, order: [0, 1, 2, 3, 4])
        let reading = try Sample.reading(text, Sample.economyManifest)
        #expect(reading.misfits == [])
        #expect(reading.rejects == [])
        let wanted = Sample.economyRows.flatMap { row in row.cells.map { "\(row.name) \($0)" } }
        #expect(reading.figures.map { "\($0.subject) \($0.printed)" } == wanted)
        #expect(reading.findings == [])
    }

    @Test(arguments: [[4, 3, 2, 1, 0], [1, 0, 2, 4, 3], [2, 0, 1, 4, 3], [3, 4, 0, 1, 2]])
    func `whatever the order of the columns, the figures are the same`(order: [Int]) throws {
        let text = Self.economy(width: 14, gap: true, order: order)
        let reading = try Sample.reading(text, Sample.economyManifest)
        #expect(reading.misfits == [])
        #expect(reading.rejects == [])
        let measures: [FigureMeasure] = [.income, .cost, .net, .budget, .deviation]
        for (name, cells) in Sample.economyRows {
            for (measure, cell) in zip(measures, cells) {
                let found = reading.figures.first { $0.subject == name && $0.measure == measure }
                #expect(found?.printed == cell)
            }
        }
    }

    @Test func `empty cells show as blanks, and follow-up may stand on lines of its own`() throws {
        let manifest = """
            tables:
              - id: indicators
                kind: indicators
                rows: 4
                columns:
                  - { header: Indikatorer, role: name }
                  - { header: Utfall 2030, measure: outcome, period: "2030" }
                  - { header: Utfall 2031, measure: outcome, period: 2031-T1 }
                  - { header: Mål, measure: target, period: none }

            """
        let text = """
             Indikatorer Utfall\u{20}
            2030\u{20}

            Utfall\u{20}
            2031 Mål\u{20}\u{20}

             Andel besökare som\u{20}
            svarat\u{20}

            - 54 % 75 % T1\u{20}
            T2\u{20}

             (N) Antal samtal  1 645  T1\u{20}
            T2\u{20}
            T3\u{20}

             Antal brev 199 232 128 T1\u{20}

             Andel nöjda\u{20}

              60 % T1\u{20}

            Andel besökare som svarat\u{20}

            Under året var det 54 av hundra.\u{20}

            """
        let reading = try Sample.reading(text, manifest)
        #expect(reading.misfits == [])
        #expect(
            Sample.lines(reading) == [
                "10 Andel besökare som svarat outcome 2030 T missing_dash number",
                "10 Andel besökare som svarat outcome 2031-T1 T 54 percent",
                "10 Andel besökare som svarat target - T 75 percent",
                "13 Antal samtal outcome 2030 T missing_blank number",
                "13 Antal samtal outcome 2031-T1 T 1645 number",
                "13 Antal samtal target - T missing_blank number",
                "17 Antal brev outcome 2030 T 199 number",
                "17 Antal brev outcome 2031-T1 T 232 number", "17 Antal brev target - T 128 number",
                "21 Andel nöjda outcome 2030 T missing_blank number",
                "21 Andel nöjda outcome 2031-T1 T missing_blank number",
                "21 Andel nöjda target - T 60 percent",
            ])
    }

    @Test func `a row that can be parted in two ways is refused`() throws {
        // 1 250 | 300 and 1 | 250 300: two cells either way, and no sum tells.
        let manifest = """
            tables:
              - id: t
                kind: indicators
                rows: 2
                columns:
                  - { header: Nyckeltal, role: name }
                  - { header: Utfall 2030, measure: outcome, period: "2030" }
                  - { header: Utfall 2031, measure: outcome, period: "2031" }

            """
        let text = "Nyckeltal Utfall 2030 Utfall 2031 \n\nSamtal 1 250 300 \n\nBrev 12 13 \n"
        let reading = try Sample.reading(text, manifest)
        #expect(reading.rejects.map(\.code) == ["report.ambiguous-row"])
        #expect(reading.figures.map(\.printed) == ["12", "13"])
    }

    @Test func `a year's row gives its tertials, and what is to come is blank`() throws {
        let manifest = """
            tables:
              - id: s
                kind: series
                rows: 3
                cumulative: false
                subject: Stödtimmar
                columns:
                  - { header: Stödtimmar i genomsnitt, role: name }
                  - { header: T1, measure: outcome, period: T1 }
                  - { header: T2, measure: outcome, period: T2 }
                  - { header: T3, measure: outcome, period: T3 }

            """
        let text = """
            Stödtimmar i genomsnitt TI T2 \u{422}3\u{20}

            År 2030 6 805 7 575 9 001\u{20}

            År 2031 10 327 11 418 11 402\u{20}

            År 2032 12 167\u{20}\u{20}\u{20}

            """
        let reading = try Sample.reading(text, manifest)
        #expect(reading.misfits == [])
        #expect(
            reading.figures.map {
                "\($0.period?.description ?? "-") \($0.value?.description ?? "–")"
            }
                == [
                    "2030-T1 6805", "2030-T2 7575", "2030-T3 9001", "2031-T1 10327",
                    "2031-T2 11418", "2031-T3 11402", "2032-T1 12167", "2032-T2 –", "2032-T3 –",
                ])
        #expect(reading.findings == [])
    }

    private static let grants = """
        tables:
          - id: grants
            kind: amounts
            after: Bidrag i år
            rows: 3
            unit: kr
            period: "2031"
            columns: [{ header: "", measure: amount }]

        """

    @Test func `grants are parted from their names by the sum`() throws {
        let text = """
            Bidrag i år

            Medel för tidiga samtal med unga och deras familjer under
            2031 3 499 503 kr

            Medel för fonden 12 240 000 kr

            Summa 3 739 503 kr
            """
        let reading = try Sample.reading(text, Self.grants)
        #expect(reading.misfits == [])
        #expect(reading.figures.map { $0.value?.description } == ["3499503", "240000", "3739503"])
        #expect(reading.figures.dropFirst().first?.subject == "Medel för fonden 12")
    }

    /// The longest amounts give 4 824 658: either row may lend its 2 to the name, and the sum cannot
    /// tell which.
    @Test func `where two ways to part amounts give the sum neither is taken`() throws {
        let text = """
            Bidrag i år

            Medel för fond 2 312 329 kr

            Medel för etapp 2 512 329 kr

            Summa 2 824 658 kr
            """
        let reading = try Sample.reading(text, Self.grants)
        #expect(reading.figures.map(\.printed) == ["2 824 658 kr"])
        #expect(
            reading.rejects.map(\.location)
                == [3, 5].map { .file(path: "rapport.txt", line: $0) })
    }
}
