import Testing

@testable import DocumentText

/// Tables of pages, their cells by hand: a sign of a sample is 4 points wide and 10 high, a line 12.
@Suite struct LayoutTests {
    private static func lines(_ text: String) throws -> [PrintedLine] {
        try LayoutText.lines(Array(boxes(text).utf8), DocumentLimits())
    }

    /// The words of a sample as `pdftotext -bbox` writes them.
    private static func boxes(_ text: String) -> String {
        var boxes = "<doc>\n"
        for page in text.split(separator: "\u{0C}", omittingEmptySubsequences: false) {
            boxes += "  <page width=\"842.000000\" height=\"595.000000\">\n"
            for (row, line) in page.split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated()
            {
                var column = 0
                for word in line.split(separator: " ", omittingEmptySubsequences: false) {
                    let end = column + word.count
                    if !word.isEmpty {
                        let text = word.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                        boxes +=
                            "    <word xMin=\"\(4 * column).000000\" yMin=\"\(12 * row).25\" "
                            + "xMax=\"\(4 * end).000000\" yMax=\"\(12 * row + 10).25\">"
                            + "\(text)</word>\n"
                    }
                    column = end + 1
                }
            }
            boxes += "  </page>\n"
        }
        return boxes + "</doc>\n"
    }

    private static func texts(_ text: String) throws -> [String] { try lines(text).map(\.text) }

    @Test func `a row of a table is a line of cells, and prose is a line`() throws {
        let text = """
            Ekonomin i siffror

            Verksamhet, tkr            Utfall      Budget     Avvikelse
            Barn och unga             -30 400     -31 000           600
            Vuxna                      -7 310      -7 500           190

            Texten  under tabellen.

            """
        #expect(
            try Self.texts(text) == [
                "Ekonomin i siffror", "", "Verksamhet, tkr\tUtfall\tBudget\tAvvikelse",
                "Barn och unga\t-30 400\t-31 000\t600", "Vuxna\t-7 310\t-7 500\t190", "",
                "Texten under tabellen.",
            ])
    }

    @Test func `an empty cell stays where it is`() throws {
        let text = """
            Indikator             Utfall 2016   Utfall 2017   Mål 2017
            Andel nöjda                  51 %          55 %       59 %
            Antal samtal                  146                      150
            Antal brev                                    12
            """
        #expect(
            try Self.texts(text).suffix(2) == ["Antal samtal\t146\t\t150", "Antal brev\t\t12\t"])
    }

    @Test func `names that wrap are joined, whichever line has the cells`() throws {
        let text = """
            Indikator                  2016   2017
            Andel unga som inte
            dricker alkohol              51     55
            Antal bostad med
                                        146    151
            särskild service
            Antal samtal                  3      4
            """
        let lines = try Self.lines(text)
        #expect(
            lines.filter { !$0.isJoined }.map(\.text) == [
                "Indikator\t2016\t2017", "Andel unga som inte dricker alkohol\t51\t55",
                "Antal bostad med särskild service\t146\t151", "Antal samtal\t3\t4",
            ])
        #expect(lines[2].text.hasPrefix("Andel"))
        #expect(lines[1].isJoined && lines[3].isJoined && lines[5].isJoined)
    }

    @Test func `numbers below each other are never joined into one`() throws {
        let head =
            "Indikator                  2016   2017\nAntal samtal                 12     13\n"
        let blanks = String(repeating: " ", count: 29)
        #expect(try Self.texts(head + blanks + "14     15").last == "\t14\t15")
        #expect(
            try Self.texts(head + blanks + "       15") == [
                "Indikator\t2016\t2017", "Antal samtal\t12\t13", "\t\t15",
            ])
    }

    @Test func `headings wrap, and stand over several columns`() throws {
        let text = """
                                        Ack utfall 2018           Helår 2018
            Verksamhet, tkr           Intäkter    Kostnader     Budget-    Prognos
                                                              avvikelse
            Barn och unga                   10         -30            5        -20
            Vuxna                            5         -25           -1        -21
            """
        #expect(
            try Self.lines(text).filter { !$0.isJoined }.map(\.text) == [
                "\tAck utfall 2018\t\tHelår 2018\t",
                "Verksamhet, tkr\tIntäkter\tKostnader\tBudget- avvikelse\tPrognos",
                "Barn och unga\t10\t-30\t5\t-20", "Vuxna\t5\t-25\t-1\t-21",
            ])
    }

    @Test func `a column without cells and one without a heading are two`() throws {
        let text = """
            Indikator               Utfall 2016   Utfall 2017   Mål 2017
            Andel nöjda             -             55 %                     T1 T2
            Antal samtal            146           150                      T3
            Andel som minns                                                T3
            """
        #expect(
            try Self.texts(text) == [
                "Indikator\tUtfall 2016\tUtfall 2017\tMål 2017\t",
                "Andel nöjda\t-\t55 %\t\tT1 T2", "Antal samtal\t146\t150\t\tT3",
                "Andel som minns\t\t\t\tT3",
            ])
        // Figures that may belong to the heading beside them are left with it.
        let doubtful = """
            Indikator               Utfall 2016   Utfall 2017   Mål
            Andel nöjda             49 %          55 %              59 %
            Antal samtal            146           150                160
            """
        #expect(try Self.texts(doubtful)[1] == "Andel nöjda\t49 %\t55 %\t59 %")
    }

    @Test func `a figure of letters is not taken for a sign beside its column`() throws {
        let text = """
            Indikator               Utfall 2016   Utfall 2017   Mål 2017
            Antal tekniker          0             0           I            T1 T2
            Antal samtal            146           150                      T3
            """
        #expect(
            try Self.texts(text) == [
                "Indikator\tUtfall 2016\tUtfall 2017\tMål 2017\t",
                "Antal tekniker\t0\t0\tI\tT1 T2", "Antal samtal\t146\t150\t\tT3",
            ])
    }

    @Test func `a number that wraps in its cell is none`() throws {
        let text = """
            Verksamhet, tkr            Utfall     Budget
            Personer med              -34 661       -419
            funktionsnedsättning                     434
            Vuxna                      -7 310     -7 500
            varav boende               -7 000        120
            """
        #expect(
            try Self.lines(text).filter { !$0.isJoined }.map(\.text) == [
                "Verksamhet, tkr\tUtfall\tBudget",
                "Personer med funktionsnedsättning\t-34 661\t-419↵434",
                "Vuxna\t-7 310\t-7 500", "varav boende\t-7 000\t120",
            ])
    }

    @Test func `rows without figures belong to a table whose rows all have gaps`() throws {
        let text = """
            Indikator             Utfall   Mål

            Andel nöjda             51 %   59 %

            Antal brev                12     13

            Andel som minns          nej     T3

            Antal kort                14     15
            """
        #expect(
            try Self.lines(text).filter { !$0.isJoined }.map(\.text) == [
                "Indikator\tUtfall\tMål", "Andel nöjda\t51 %\t59 %",
                "Antal brev\t12\t13", "Andel som minns\tnej\tT3", "Antal kort\t14\t15",
            ])
    }

    @Test func `blank lines between rows do not end the table`() throws {
        let text = """
            Indikator             Utfall   Mål

            Andel nöjda             51 %   59 %

            Antal bostad med         146    150
            särskild service

            Antal brev                12     13

            Nästa stycke.
            """
        let lines = try Self.lines(text)
        #expect(lines[1].isJoined && lines[3].isJoined && lines[5].isJoined && lines[6].isJoined)
        #expect(lines[4].text == "Antal bostad med särskild service\t146\t150")
        #expect(!lines[8].isJoined)
        #expect(lines[9].text == "Nästa stycke.")
    }

    @Test func `a table goes on over the page under its heading`() throws {
        let text = """
            Indikator             Utfall   Mål
            Andel nöjda             51 %   59 %

            Sida 1
            \u{0C}Indikator             Utfall   Mål
            Antal brev                12     13
            \u{0C}Antal kort                14     15
            """
        let lines = try Self.lines(text)
        #expect(lines.map(\.page) == [1, 1, 1, 1, 2, 2, 3])
        #expect(lines.map(\.isJoined) == [false, false, true, false, true, false, false])
        #expect(lines[5].text == "Antal brev\t12\t13")
        #expect(lines[6].text == "Antal kort\t14\t15")
    }

    @Test func `lists without a heading are no tables`() throws {
        let text = """
            Stöd till föreningar

            Föreningen Ett             120 000 kr
            Föreningen Två              80 000 kr
            Summa                      200 000 kr

            Nacka kommun                         3 (45)
            """
        #expect(
            try Self.texts(text) == [
                "Stöd till föreningar", "", "Föreningen Ett 120 000 kr",
                "Föreningen Två 80 000 kr", "Summa 200 000 kr", "", "Nacka kommun 3 (45)",
            ])
    }

    @Test func `two tables with a gap between are two`() throws {
        let text = """
            Indikator             Utfall   Mål
            Andel nöjda             51 %   59 %

            Kommun        Resultat
            Ekby                81
            Alby                82
            """
        #expect(
            try Self.texts(text) == [
                "Indikator\tUtfall\tMål", "Andel nöjda\t51 %\t59 %", "", "Kommun\tResultat",
                "Ekby\t81", "Alby\t82",
            ])
    }

    @Test func `numbers with signs are parted however near they stand`() throws {
        let text = """
            Verksamhet  Intäkter  Kostnader  Netto
            Barn          1 250 -20 400 -19 150
            Vuxna             0    -7 310    -7 310
            """
        #expect(try Self.texts(text)[1] == "Barn\t1 250\t-20 400\t-19 150")
    }

    @Test(arguments: [
        // A line of more cells than any table has, over and under figures.
        String(repeating: "a    ", count: 600) + "\n" + String(repeating: "1    ", count: 600),
        // A heading that never ends.
        String(repeating: String(repeating: "ord    ", count: 150) + "\n", count: 60) + "a    1",
        // A row that everything below goes on from.
        "Namn                          2031\nett                              1\n"
            + String(repeating: "och mer än så\n", count: 3_000),
        // Wide and long at once.
        String(repeating: "1    ", count: 199) + "\n"
            + String(repeating: "a    1\n", count: 3_000),
    ])
    func `pages that no report has are read soon, and no word is lost`(text: String) throws {
        var count = 0
        let took = try ContinuousClock().measure {
            count = try Self.lines(text).reduce(0) {
                $0 + $1.text.split(whereSeparator: \.isWhitespace).count
            }
        }
        #expect(count == text.split(whereSeparator: \.isWhitespace).count)
        #expect(took < .seconds(30))
    }

    @Test func `every prefix of a page is read, and no word is lost`() throws {
        let text =
            "Namn   A  2017\n\n  Ett  1  2 & <\n  ett   \n\u{0C}\n        3\nx  -  –\n\u{0C}1  2  3  4  5\n"
        for length in 1...text.unicodeScalars.count {
            let prefix = String(String.UnicodeScalarView(text.unicodeScalars.prefix(length)))
            let words = try Self.lines(prefix).flatMap {
                $0.text.split(whereSeparator: \.isWhitespace)
            }
            #expect(words.sorted() == prefix.split(whereSeparator: \.isWhitespace).sorted())
        }
    }
}
