import Diagnostics
import Indicators
import Testing

@testable import Reports

/// What a report says against itself.
@Suite struct FindingTests {
    private static func economy(_ change: (String, String)? = nil) -> String {
        var text =
            "Verksamhet, tkr\tUtfall intäkter\tUtfall kostnader\tUtfall netto\tBudget netto\tBudget-avvikelse\n"
        for (name, cells) in Sample.economyRows {
            text += "\(name)\t" + cells.joined(separator: "\t") + "\n"
        }
        return change.map { text.replacing($0.0, with: $0.1) } ?? text
    }

    private static func found(_ text: String, _ more: String = "") throws -> [String] {
        try Sample.reading(text, Sample.economyManifest + more).findings.map {
            "\($0.severity.rawValue) \($0.rule.rawValue) \($0.line) \($0.printed) \($0.expected)"
        }
    }

    @Test func `a sound table has no findings`() throws {
        #expect(try Self.found(Self.economy()) == [])
    }

    @Test func `a row and the sum row below that do not add up are told, with what was expected`()
        throws
    {
        let found = try Self.found(Self.economy(("-7 310\t-7 310", "-7 310\t-7 289")))
        #expect(
            found == [
                "warning deviation 3 190 211", "warning net 3 -7 289 -7 310",
                "warning column-sum 5 -162 610 -162 589",
            ])
    }

    @Test func `a difference of one is rounding`() throws {
        let found = try Self.found(Self.economy(("-162 610", "-162 611")))
        #expect(found.allSatisfy { $0.hasPrefix("note ") })
        #expect(found.count == 3)
    }

    @Test func `text is held against the table within what is printed`() throws {
        let narrative = """
            narrative:
              - { find: "ungdomsstöd blev {}", subject: Ungdomsstöd, measure: deviation, period: "2031", unit: mnkr }

            """
        let table = Self.economy()
        #expect(try Self.found(table + "\nFör ungdomsstöd blev -1,2 mnkr kvar.\n", narrative) == [])
        #expect(
            try Self.found(table + "\nFör ungdomsstöd blev -1,3 mnkr kvar.\n", narrative)
                == ["warning text-against-table 7 -1,3 mnkr -1 150 tkr"])
    }

    @Test func `parts must make up their total, one part alone need not`() throws {
        let manifest = """
            tables:
              - id: p
                kind: pairs
                rows: 5
                columns:
                  - { header: Avtal, role: name }
                  - { header: "2031", measure: outcome, period: "2031" }

            """
        let text =
            "Avtal\t2031\nAntal avtal\t210\nVarav nya\t129\nVarav gamla\t89\nAntal avslut\t10\nVarav till eget\t7\n"
        let findings = try Sample.reading(text, manifest).findings
        #expect(findings.map(\.expected) == ["129 + 89 = 218"])
        #expect(findings.map(\.line) == [2])
    }

    @Test(arguments: [
        ("Enheten upphör den 31 april.", "31 april"),
        ("Den 30 februari fattas beslut.", "30 februari"),
        ("Beslut 20310431 gäller.", "20310431"),
    ])
    func `a date that does not exist is told`(text: String, printed: String) {
        #expect(DraftReview(Sample.document(text)).findings.map(\.printed) == [printed])
    }

    @Test(arguments: [
        "Den 31 mars och den 29 februari.", "Beslut 20310430 gäller.", "I 2031 april.",
        "Andelen har ökat med 17 procentenheter.",
    ])
    func `what may be is not told`(text: String) {
        #expect(DraftReview(Sample.document(text)).findings == [])
    }

    @Test func `a number whose change is told in percentage points is told`() {
        let text = "Antal besök har ökat med 17 procentenheter."
        #expect(DraftReview(Sample.document(text)).findings.map(\.rule) == [.pointsOfNumber])
    }

    @Test func `a draft needs no manifest`() {
        let text = Self.economy(("-7 310\t-7 310", "-7 310\t-7 289")) + "\nUngdomsstöd +1,9 mnkr\n"
        let findings = DraftReview(Sample.document(text)).findings
        #expect(findings.map(\.rule) == [.deviation, .net, .columnSum, .textAgainstTable])
    }

    @Test func `what accumulates does not shrink, and shares have bounds`() throws {
        let manifest = """
            tables:
              - id: s
                kind: series
                rows: 1
                subject: Samtal
                columns:
                  - { header: Samtal, role: name }
                  - { header: T1, measure: outcome, period: T1 }
                  - { header: T2, measure: outcome, period: T2 }
            narrative:
              - { find: "andel på {}", subject: Andel, unit: percent, period: "2031" }

            """
        let text = "Samtal\tT1\tT2\nÅr 2031\t120\t90\n\nVi når en andel på 140 procent.\n"
        let findings = try Sample.reading(text, manifest).findings
        #expect(findings.map(\.rule) == [.shrinking, .shareBounds])
    }
}
