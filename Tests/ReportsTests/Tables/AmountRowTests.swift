import Diagnostics
import Indicators
import Testing

@testable import Reports

/// Names with an amount each and a sum, where a name may end in a number.
@Suite struct AmountRowTests {
    private static func manifest(rows: Int) -> String {
        """
        tables:
          - id: grants
            kind: amounts
            after: Bidrag 2031
            rows: \(rows)
            unit: kr
            sum: Summa
            columns:
              - { header: "", measure: amount }

        """
    }

    private static func reading(_ rows: [String], declared: Int? = nil) throws -> ReportReading {
        try Sample.reading(
            "Bidrag 2031\n\n" + rows.joined(separator: "\n\n") + "\n\nText om annat.\n",
            manifest(rows: declared ?? rows.count))
    }

    private static func told(_ reading: ReportReading) -> [String] {
        reading.figures.map { "\($0.subject): \($0.value?.description ?? $0.missing)" }
    }

    @Test(arguments: [
        // The sum would hold if thousands belonged to names; it is wrong instead.
        ["Bidrag enligt EKB 161 kr", "Stöd för ungdomsvården 341 541 kr", "Summa 342 702 kr"],
        ["Bidrag, steg 2 700 281 kr", "Övrigt 50 000 kr", "Summa 760 281 kr"],
        ["Stöd 10 541 kr", "Övrigt 95 000 kr", "Summa 95 541 kr"],
    ])
    func `a wrong sum takes no thousands from an amount`(rows: [String]) throws {
        let reading = try Self.reading(rows)
        #expect(reading.misfits == [])
        let wrong: Set = ["541", "702", "281", "0", "2700281"]
        #expect(reading.figures.allSatisfy { !wrong.contains($0.value?.description ?? "") })
        #expect(reading.figures.contains { $0.subject == "Summa" })
        #expect(!reading.rejects.isEmpty)
    }

    @Test func `a sum that holds tells what belongs to a name`() throws {
        let reading = try Self.reading([
            "Bidrag, steg 2 700 281 kr", "Övrigt 50 000 kr", "Summa 750 281 kr",
        ])
        #expect(reading.misfits == [])
        #expect(reading.rejects == [])
        #expect(
            Self.told(reading) == ["Bidrag, steg 2: 700281", "Övrigt: 50000", "Summa: 750281"])
    }

    @Test(arguments: [
        ["Bidrag A 161 kr", "Bidrag B 341 kr", "Summa 502 kr"],
        ["Bidrag A 161 kr", "Bidrag B 341 kr", "Bidrag C 12 kr"],
    ])
    func `a table with more rows than declared does not fit`(rows: [String]) throws {
        let reading = try Self.reading(rows, declared: 2)
        #expect(reading.figures == [])
        #expect(reading.misfits.map(\.code) == ["report.row-count"])
    }
}
