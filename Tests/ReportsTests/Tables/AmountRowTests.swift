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

    /// As printed where no name may end in the number; else the row is left open.
    @Test(arguments: [
        (
            ["Bidrag enligt EKB 161 kr", "Stöd för ungdomsvården 341 541 kr", "Summa 342 702 kr"],
            ["161", "341541", "342702"]
        ),
        (
            ["Bidrag, steg 2 700 281 kr", "Övrigt 50 000 kr", "Summa 760 281 kr"],
            ["50000", "760281"]
        ),
        (["Stöd 10 541 kr", "Övrigt 95 000 kr", "Summa 95 541 kr"], ["95000", "95541"]),
    ])
    func `a wrong sum takes no thousands from an amount`(rows: [String], read: [String]) throws {
        let reading = try Self.reading(rows)
        #expect(reading.misfits == [])
        #expect(reading.figures.compactMap { $0.value?.description } == read)
        #expect(reading.rejects.count == rows.count - read.count)
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
