import Diagnostics
import Foundation
import SourceAdapters
import Testing

/// Workbooks as tabular sources.
///
/// `outcomes.xlsx` was written by openpyxl 3.1.5.
@Suite struct WorkbookSourceTests {
    private static let file = SchemaTests.root.path() + "Tests/Fixtures/Workbooks/outcomes.xlsx"

    private static func spec(_ format: String) throws -> OutcomesSpec {
        let folder = try TemporaryFolder()
        try folder.write(
            "workbook.yml",
            """
            source: workbook
            kind: outcomes
            files: ./outcomes.xlsx
            format: { kind: xlsx, header_row: 2\(format) }
            missing: { "-": missing_dash }
            columns: { indicator: Nyckeltal, municipality: Kommun, period: År, value: Utfall }
            """)
        let specs = try SpecFolder(path: folder.path, seeds: folder.path)
        #expect(specs.diagnostics.map(\.code) == [])
        return try #require(specs["workbook"]?.outcomes)
    }

    @Test func `typed cells, percent formats and texts are read where they stand`() throws {
        let found = Transcript(path: Self.file, spec: try Self.spec(", decimal: comma"))
        #expect(found.error == nil)
        #expect(
            found.observations == [
                "3:4 U33461 0182 2017 T 86", "4:4 U33461 0160 2017 T 88",
                "5:4 U33461 0162 2017 T 89.0", "6:4 U33461 0184 2017 T missing_blank",
                "7:4 U33461 0120 2016 T missing_dash",
            ])
        #expect(found.rejects == [])
        #expect(found.warnings == ["source.hidden-cells", "6 source.formula-without-value"])
        #expect(found.notes == ["source.sheet", "source.merged-cells"])
    }

    @Test func `a number written as text keeps to the declared decimal mark`() throws {
        let found = Transcript(path: Self.file, spec: try Self.spec(""))
        #expect(found.rejects.map { $0.prefix(4) } == ["5:4 "])
        #expect(found.observations.count == 4)
    }

    @Test func `a sheet that is not there is told with those that are`() throws {
        let found = Transcript(path: Self.file, spec: try Self.spec(", sheet: Blad9"))
        #expect(found.error == "workbook.no-sheet")
        let hidden = Transcript(path: Self.file, spec: try Self.spec(", sheet: dolt"))
        #expect(hidden.error == "header.none")
    }

    @Test func `the figure is tied to the bytes of the workbook itself`() throws {
        let inspection = try SourceFile(path: Self.file, spec: try Self.spec("")).inspection
        let bytes = try Data(contentsOf: URL(filePath: Self.file))
        #expect(inspection.identity.size == bytes.count)
        #expect(inspection.identity.path == Self.file)
    }

    @Test func `what is no workbook is refused, and an older one is named`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.xlsx", "nyckeltal;kommun\n")
        let found = Transcript(path: path, spec: try Self.spec(""))
        #expect(found.error == "workbook.cannot-open")
        #expect(found.hints.first?.contains(".xls ") == true)
    }

    @Test func `what means nothing for a workbook is an error of the specification`() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "a.yml",
            """
            source: a
            kind: outcomes
            files: ./a.xlsx
            format: { kind: xlsx, delimiter: ";" }
            columns: { indicator: i, municipality: k, period: p, value: v }
            """)
        let specs = try SpecFolder(path: folder.path, seeds: folder.path)
        #expect(specs.diagnostics.map(\.code) == ["spec.conflict"])
    }
}
