import Diagnostics
import DocumentText
import Foundation
import Indicators
import SourceAdapters
import Testing

@testable import Reports

/// The same made-up report as text, HTML, PDF and DOCX says the same figures.
///
/// `Tests/Fixtures/reports/README.md` tells how the files were made.
@Suite struct DocumentKindTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Fixtures/reports").standardized.path()

    private static let manifest = """
        tables:
          - id: indicators
            kind: indicators
            rows: 3
            columns:
              - { header: Indikatorer, role: name }
              - { header: Utfall 2030, measure: outcome, period: "2030" }
              - { header: Utfall 2031, measure: outcome, period: "2031" }
              - { header: Mål 2031, measure: target, period: "2031" }
          - id: economy
            kind: economy
            rows: 3
            unit: tkr
            columns:
              - { header: "Verksamhet, tkr", role: name }
              - { group: Utfall 2031, header: Intäkter, measure: income, period: "2031" }
              - { group: Utfall 2031, header: Kostnader, measure: cost, period: "2031" }
              - { group: Utfall 2031, header: Netto, measure: net, period: "2031" }
              - { group: Avvikelse, header: Budget, measure: budget, period: "2031" }
              - { group: Avvikelse, header: Budget-avvikelse, measure: deviation, period: "2031" }
        narrative:
          - { find: "fick {} personer stöd", subject: Stöd, measure: outcome, unit: number, period: "2031" }

        """

    /// By hand, from the table that the files were made of: subject, measure, period, value.
    private static let expected = [
        "Stöd outcome 2031 1250 number",
        "Andel nöjda outcome 2030 51 percent", "Andel nöjda outcome 2031 55 percent",
        "Andel nöjda target 2031 59 percent",
        "Antal bostad med särskild service outcome 2030 146 number",
        "Antal bostad med särskild service outcome 2031 missing_blank number",
        "Antal bostad med särskild service target 2031 150 number",
        "Antal brev outcome 2030 1250 number", "Antal brev outcome 2031 1148 number",
        "Antal brev target 2031 missing_dash number",
        "Barn och unga income 2031 1250 tkr", "Barn och unga cost 2031 -20400 tkr",
        "Barn och unga net 2031 -19150 tkr", "Barn och unga budget 2031 -18000 tkr",
        "Barn och unga deviation 2031 -1150 tkr", "Vuxna income 2031 0 tkr",
        "Vuxna cost 2031 -7310 tkr", "Vuxna net 2031 -7310 tkr", "Vuxna budget 2031 -7500 tkr",
        "Vuxna deviation 2031 190 tkr", "Summa income 2031 1250 tkr",
        "Summa cost 2031 -27710 tkr", "Summa net 2031 -26460 tkr",
        "Summa budget 2031 -25500 tkr", "Summa deviation 2031 -960 tkr",
    ]

    private static func read(_ name: String) async throws -> ReportReading {
        let document = try await ReportDocument(contentsOf: "\(folder)/\(name)")
        return ReportReading(document, manifest: try Sample.manifest(manifest))
    }

    private static func lines(_ reading: ReportReading) -> [String] {
        reading.figures.map { figure in
            "\(figure.subject) \(figure.measure.rawValue) \(figure.period?.description ?? "-")"
                + " \(figure.value?.description ?? figure.missing) \(figure.unit.rawValue)"
        }
    }

    @Test(arguments: ["provrapport.html", "provrapport.docx", "provrapport.pdf"])
    func `every kind of file gives the same figures`(name: String) async throws {
        let reading = try await Self.read(name)
        #expect(reading.misfits == [])
        #expect(reading.rejects == [])
        #expect(Self.lines(reading).sorted() == Self.expected.sorted())
        #expect(reading.document.notes == [])
    }

    @Test(arguments: [
        ("provrapport.html", "tabell 2, rad 3, cell 4"),
        ("provrapport.docx", "tabell 2, rad 3, cell 4"),
        ("provrapport.pdf", "sida 2"),
    ])
    func `a figure tells its place in the original`(name: String, place: String) async throws {
        let reading = try await Self.read(name)
        let net = try #require(
            reading.figures.first { $0.measure == .net && $0.subject == "Barn och unga" })
        #expect(reading.document.place(line: net.line, cell: net.cell)?.sv == place)
        #expect(net.printed.filter { !$0.isWhitespace }.hasSuffix("19150"))
    }

    @Test(arguments: ["provrapport.html", "provrapport.docx", "provrapport.pdf"])
    func `without a manifest the tables are found, and a contradiction is told`(
        name: String
    ) async throws {
        let document = try await ReportDocument(contentsOf: "\(Self.folder)/\(name)")
        let tables = TableSearch(document).tables
        #expect(tables.map(\.rule.kind) == [.indicators, .economy])
        #expect(tables.map(\.rows.count) == [3, 3])
        #expect(ManifestDraft.yaml(document, tables: tables).contains("sha256: \(document.sha256)"))
        // The sample says 31 April.
        #expect(DraftReview(document).findings.map(\.rule) == [.impossibleDate])
    }

    @Test func `a folder reads every kind, and a manifest beside each`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "reports-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["provrapport.html", "provrapport.docx", "provrapport.pdf"] {
            try FileManager.default.copyItem(
                atPath: "\(Self.folder)/\(name)", toPath: folder.appending(path: name).path())
        }
        let head =
            "report: prov\nmunicipality: \"0999\"\norganisation: Provnämnden\n"
            + "report_type: annual_report\nperiod: \"2031\"\n"
        try Data(head.utf8).write(to: folder.appending(path: "provrapport.yml"))
        let reports = try await ReportFolder(path: folder.path(), shipped: [])
        #expect(reports.entries.count == 3)
        #expect(reports.diagnostics == [])
        #expect(Set(reports.entries.map(\.document.kind.rawValue)) == ["html", "docx", "pdf"])
    }
}
