import Diagnostics
import DocumentText
import Foundation
import Testing

@testable import Reports

/// Files that are no reports end in a clear error, or in nothing found, within bounds.
@Suite struct HostileTests {
    private static func code(_ bytes: [UInt8]) async throws -> String? {
        let file = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID()).txt")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        do {
            _ = try await ReportDocument(contentsOf: file.path())
            return nil
        } catch {
            return error.diagnostics.first?.code
        }
    }

    @Test func `binary files and endless lines are refused`() async throws {
        #expect(
            try await Self.code([0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 100))
                == "report.damaged")
        #expect(try await Self.code(Array("text".utf8) + [0, 1, 2, 0]) == "report.not-text")
        #expect(
            try await Self.code([UInt8](repeating: 0x61, count: DocumentLimits().lineBytes + 1))
                == "report.out-of-bounds")
        #expect(
            try await Self.code([UInt8](repeating: 0x0A, count: DocumentLimits().lines + 1))
                == "report.out-of-bounds")
        #expect(try await Self.code([]) == nil)
        #expect(try await Self.code(Array("Sjukfrånvaro 4 %\r\n".utf8)) == nil)
        #expect(try await Self.code([0x53, 0xE5, 0x20, 0x34]) == nil)
    }

    @Test func `a file beyond the bound is not read at all`() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID()).txt")
        #expect(FileManager.default.createFile(atPath: file.path(), contents: nil))
        defer { try? FileManager.default.removeItem(at: file) }
        let handle = try FileHandle(forWritingTo: file)
        try handle.truncate(atOffset: UInt64(DocumentLimits().textFileBytes) + 1)
        try handle.close()
        let failure = await #expect(throws: Failure.self) {
            try await ReportDocument(contentsOf: file.path())
        }
        #expect(failure?.diagnostics.map(\.code) == ["report.too-large"])
    }

    @Test(arguments: [
        String(repeating: "1 ", count: 5_000), String(repeating: "1 000 ", count: 3_000) + "T1",
        String(repeating: "\t", count: 20_000),
        String(repeating: "Indikatorer Utfall 2031 ", count: 2_000),
        String(repeating: "Verksamhet, tkr\tnetto\n", count: 2_000),
        String(repeating: "Summa 1 000 kr\n", count: 5_000),
        String(repeating: "{}#-\u{AD}", count: 5_000),
        String(repeating: "1\n", count: 20_000), String(repeating: "12 3\n", count: 5_000),
        String(repeating: "Bidrag 1 000 kr\n\n", count: 3_000),
        String(repeating: "Antal 1 procentenhet ", count: 3_000),
        String(repeating: "Sida 1\n\u{0C}", count: 3_000),
        String(repeating: "1 000 000 ", count: 3_000), String(repeating: "7", count: 190_000),
        String(repeating: "([{", count: 20_000),
    ])
    func `searching and reviewing nonsense ends soon`(text: String) {
        let document = Sample.document("Indikatorer Utfall 2030 Utfall 2031\n\nSamtal " + text)
        let clock = ContinuousClock()
        let took = clock.measure {
            _ = DraftReview(document).findings
            _ = NumberInventory(document, tables: [])
        }
        #expect(took < .seconds(30))
    }

    @Test(arguments: [
        // Each line begins a heading that never becomes a table.
        String(repeating: "Enhet Tot sjukfrånvaro\n", count: 10_000),
        // Each row can be parted in thousands of ways.
        "Verksamhet, tkr Utfall intäkter Utfall kostnader Utfall netto\n"
            + String(repeating: "Namn" + String(repeating: " 1", count: 60) + "\n", count: 10_000),
    ])
    func `a search that leads nowhere ends and says where`(text: String) {
        let document = Sample.document(text)
        let search = TableSearch(document, SearchBudget(steps: 10_000))
        #expect(search.diagnostics.map(\.code) == ["report.search-bounded"])
        let line = search.diagnostics.first?.location
        #expect(line != .file(path: document.path, line: document.lines.count))
    }

    @Test func `what a search reads grows with the document and not faster`() {
        func taken(_ rows: Int) -> Int {
            let budget = SearchBudget(steps: .max)
            let text =
                "Indikatorer Utfall 2030 Utfall 2031\n"
                + String(repeating: "Samtal med unga 1 2\n", count: rows)
                + String(repeating: "Bidrag till unga 1 000 kr\n\n", count: rows)
                + String(repeating: "Det stod ord\n", count: rows)
            let search = TableSearch(Sample.document(text), budget)
            #expect(search.diagnostics == [])
            return .max - budget.left
        }
        #expect(taken(400) < 5 * taken(100))
    }

    @Test func `no more findings are told than somebody reads`() {
        let text = String(repeating: "den 31 april ", count: FindingCollector.maximum + 10)
        let review = DraftReview(Sample.document(text))
        #expect(review.findings.count == FindingCollector.maximum)
        #expect(review.diagnostics.map(\.code) == ["report.findings-bounded"])
    }

    @Test func `deep nesting in a manifest is an error of its text`() {
        let yaml = "tables: " + String(repeating: "[", count: 5_000)
        let (manifest, diagnostics) = ReportManifest.decode(yaml, path: "m.yml")
        #expect(manifest == nil)
        #expect(diagnostics.isEmpty == false)
    }

    @Test func `every prefix of a table is read without a trap`() {
        let text =
            "\tIndikatorer\tUtfall 2030\tMål 2031\t\n\tSamtal med\nunga\t1 2\t I\tT3\n"
            + "Enhet Tot sjukfrånvaro Kvinnor sjukfrånvaro\n\nÖstra\n\n1,0 2,0\n\nBidrag 1 kr\nSumma 1 kr"
        for length in 0...text.count {
            let document = Sample.document(String(text.prefix(length)))
            let tables = TableSearch(document).tables
            #expect(tables.allSatisfy { $0.lines.upperBound <= document.lines.count })
        }
    }
}
