import Diagnostics
import Indicators
import Testing

@testable import Reports

/// Figures told in running text.
@Suite struct NarrativeTests {
    private static let text = """
        Under året har 1 344 personer svarat, varav 95 procent är nöjda.

        Utfallet för perioden är \u{2212}245,3 miljoner kronor. Ungdomsstöd - 9,8 mnkr. Underskottet är
        cirka 8,1 miljo-
        ner kronor. Det fanns tio personer i kö och elva lediga rum. I 2031 års plan står +6,I miljoner
        kronor och 0,8 % av tjänsterna.
        """

    private static func figure(_ entry: String) throws -> Figure {
        let reading = try Sample.reading(text, "narrative:\n  - { \(entry), subject: Prov }\n")
        #expect(reading.misfits == [])
        return try #require(reading.figures.first)
    }

    @Test(arguments: [
        ("find: \"året har {} personer\"", "1344", 1),
        ("find: \"varav {}\", unit: percent", "95", 1),
        ("find: \"perioden är {}\", unit: mnkr", "-245.3", 3),
        ("find: \"Ungdomsstöd {}\", unit: mnkr", "-9.8", 3),
        ("find: \"fanns {} personer\"", "10", 5), ("find: \"och {} lediga\"", "11", 5),
        ("find: \"står {}\", unit: mnkr", "6.1", 5),
        ("find: \"och {} av tjänsterna\", unit: percent", "0.8", 6),
        ("find: \"i {} års plan\"", "2031", 5),
    ])
    func `the figure among the words is read`(entry: String, value: String, line: Int) throws {
        let figure = try Self.figure(entry)
        #expect(figure.value?.description == value)
        #expect(figure.line == line)
        #expect(figure.origin == .narrative)
    }

    @Test func `words may wrap, hedges and worded signs are kept`() throws {
        let figure = try Self.figure(
            "find: \"Underskottet är cirka {} miljoner\", sign: negative, unit: mnkr")
        #expect(figure.value?.description == "-8.1")
        #expect(figure.isApproximate)
        #expect(figure.line == 4)
    }

    @Test(arguments: [
        ("find: \"hösten {} personer\"", "report.words-missing"),
        ("find: \"och {}\"", "report.words-ambiguous"),
        ("find: \"året har {}\", unit: tkr", "report.unit-missing"),
        ("find: \"varav {}\", unit: percentage_points", "report.unit-other"),
    ])
    func `where the words do not stand as said, nothing is loaded`(
        entry: String, code: String
    ) throws {
        let manifest = """
            narrative:
              - { \(entry), subject: Prov }
              - { find: "varav {}", subject: Nöjda, unit: percent }

            """
        let reading = try Sample.reading(Self.text, manifest)
        #expect(reading.misfits.map(\.code) == [code])
        #expect(reading.figures == [])
    }

    @Test(arguments: [
        ("1.138.", "report.number-unclear"), ("361-380.", "report.number-unclear"),
        ("361\u{2013}380", "report.number-unclear"), ("1:3", "report.number-unclear"),
        ("12/5 2031", "report.number-unclear"), ("12a", "report.number-unclear"),
        ("36l", "report.number-unclear"), ("2 tusen", "report.number-unclear"),
        ("två hundra", "report.number-unclear"), ("tre fjärdedelar", "report.number-unclear"),
        ("två och en halv", "report.number-unclear"), ("ett antal", "report.number-unclear"),
        ("36 %", "report.unit-other"), ("36 procent", "report.unit-other"),
        ("36 kronor", "report.unit-other"), ("36 miljoner kronor", "report.number-unclear"),
    ])
    func `a number that goes on is not read to its first digits`(
        printed: String, code: String
    ) throws {
        let reading = try Sample.reading(
            "Antalet besök var \(printed)\n",
            "narrative:\n  - { find: \"besök var {}\", subject: Besök, unit: number }\n")
        #expect(reading.figures == [])
        #expect(reading.misfits.map(\.code) == [code])
    }

    @Test(arguments: [
        ("2 416.", "2416"), ("36, varav", "36"), ("36 - och", "36"), ("36.", "36"),
        ("36 (2030: 31)", "36"), ("12 i snitt", "12"), ("36 personer", "36"),
    ])
    func `a number that ends is read`(printed: String, value: String) throws {
        let reading = try Sample.reading(
            "Antalet besök var \(printed)\n",
            "narrative:\n  - { find: \"besök var {}\", subject: Besök, unit: number }\n")
        #expect(reading.misfits == [])
        #expect(reading.figures.map { $0.value?.description } == [value])
    }

    @Test(arguments: [("2 4I6", "2416"), ("12 O43", "12043"), ("1 0l2", "1012")])
    func `letters for digits among thousands are read and noted`(
        printed: String, value: String
    ) throws {
        let reading = try Sample.reading(
            "Det kostade \(printed) tkr.\n",
            "narrative:\n  - { find: \"kostade {}\", subject: Besök, unit: tkr }\n")
        #expect(reading.misfits == [])
        #expect(reading.figures.map { $0.value?.description } == [value])
        #expect(reading.figures.first?.repairs.isEmpty == false)
    }

    @Test func `nothing is read before the document's own text`() throws {
        let text = "Plan 2031 med 12 mål\nTranskript:\nPlan 2031 med 13 mål\n"
        let manifest = "narrative:\n  - { find: \"med {} mål\", subject: Mål }\n"
        #expect(
            try Sample.reading(text, manifest).misfits.map(\.code) == ["report.words-ambiguous"])
        let reading = try Sample.reading(text, "begins: \"Transkript:\"\n" + manifest)
        #expect(reading.figures.map(\.printed) == ["13"])
    }
}
