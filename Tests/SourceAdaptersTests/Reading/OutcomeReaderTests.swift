import Diagnostics
import Foundation
import SourceAdapters
import Testing

@Suite struct OutcomeReaderTests {
    private static let header = "nyckeltal;kommun;år;utfall\n"

    @Test func `a row of two megabytes is refused and its neighbours are read`() throws {
        let folder = try TemporaryFolder()
        let huge = "U33461;" + String(repeating: "x", count: 2 << 20) + ";2017;86\n"
        let path = try folder.write(
            "huge.csv", Self.header + "U33461;0182;2016;80\n" + huge + "U33461;0182;2017;86\n")
        let found = Transcript(path: path, spec: try Self.spec())
        #expect(found.rejects == ["3:0 row.record-too-long"])
        #expect(
            found.observations == ["2:4 U33461 0182 2016 T 80", "4:4 U33461 0182 2017 T 86"])
    }

    @Test func `a reject quotes no more of a cell than 200 characters`() throws {
        let folder = try TemporaryFolder()
        let name = String(repeating: "å", count: 5000)
        let path = try folder.write("a.csv", Self.header + "U33461;\(name);2017;86\n")
        let found = Transcript(path: path, spec: try Self.spec())
        #expect(found.rejects == ["2:2 municipality.unknown"])
        #expect(found.cells == [String(repeating: "å", count: 200)])
    }

    @Test func `a file that changes between inspection and load never ends well`() throws {
        let folder = try TemporaryFolder()
        // Longer than what is read together with the header.
        let rows = String(repeating: "U33461;0182;2017;86\n", count: 40_000)
        let path = try folder.write("a.csv", Self.header + rows)
        let file = try SourceFile(path: path, spec: try Self.spec())
        // The same size and, on coarse clocks, the same time: only the bytes tell.
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        try handle.seek(toOffset: UInt64((Self.header + rows).utf8.count - 2))
        try handle.write(contentsOf: Data("9".utf8))
        try handle.close()
        var reader = try OutcomeReader(file, dimensions: TestDimensions.index)
        var batch = ObservationBatch()
        var read = 0
        var failure: SourceError?
        do throws(SourceError) {
            while try reader.read(into: &batch) { read += batch.observations.count }
        } catch {
            failure = error
        }
        #expect(failure?.diagnostics.map(\.code) == ["source.file-changed"])
        #expect(read < 40_000)
    }

    @Test func `a file with other bytes than expected is refused`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.csv", Self.header + "U33461;0182;2017;86\n")
        let spec = try Self.spec()
        let identity = try SourceFile(path: path, spec: spec).inspection.identity
        try folder.write("a.csv", Self.header + "U33461;0182;2017;87\n")
        #expect {
            _ = try OutcomeReader(
                path: path, spec: spec, dimensions: TestDimensions.index, expecting: identity)
        } throws: { error in
            (error as? SourceError)?.diagnostics.map(\.code) == ["source.file-changed"]
        }
    }

    @Test func `batches hold the file in order, whatever their size`() throws {
        let folder = try TemporaryFolder()
        let rows = (0..<1000).map { "U33461;0182;\(1900 + $0 % 300);\($0)\n" }
        let path = try folder.write("a.csv", Self.header + rows.joined())
        for capacity in [1, 7, 999, 1000, 1001] {
            var reader = try OutcomeReader(
                path: path, spec: try Self.spec(), dimensions: TestDimensions.index)
            var batch = ObservationBatch(capacity: capacity)
            var values: [Int64] = []
            while try reader.read(into: &batch) { values += batch.observations.map(\.value.units) }
            #expect(values == Array(0..<1000))
            #expect(reader.counts.rows == 1000)
            #expect(try !reader.read(into: &batch))
            #expect(batch.observations.isEmpty)
        }
    }

    @Test func `texts of the specification that name nothing are errors in the specification`()
        throws
    {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.csv", "år;utfall\n2017;86\n")
        let yaml = """
            source: x
            kind: outcomes
            files: a.csv
            document: arsredovisning-2018
            columns:
              indicator: {constant: U33462}
              municipality: {constant: Nakca}
              period: år
              value: utfall
            """
        let spec = try #require(SourceSpec.decode(yaml, path: "etl/x.yml").spec?.outcomes)
        #expect {
            _ = try OutcomeReader(path: path, spec: spec, dimensions: TestDimensions.index)
        } throws: { error in
            let found = (error as? SourceError)?.diagnostics
                .map { "\($0.location?.description ?? "") \($0.code)" }
            return found?.sorted() == [
                "etl/x.yml:4:11 document.unknown", "etl/x.yml:6:14 indicator.unknown",
                "etl/x.yml:7:17 municipality.unknown",
            ]
        }
    }

    @Test func `the inspection says aloud how a file is read`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.csv", Self.header + "U33461;0182;2017;86\n")
        let inspection = try SourceFile(path: path, spec: try Self.spec()).inspection
        let said = inspection.diagnostics.map(\.message.en)
        #expect(said.contains("read as utf-8: all of it is well-formed UTF-8"))
        #expect(said.contains { $0.hasPrefix("cells are set apart by ;") })
        #expect(said.contains { $0.hasPrefix("no decimal mark is declared") })
        #expect(inspection.headerLine == 1)
        #expect(
            inspection.columns.map(\.role) == [
                .field(.indicator), .field(.municipality), .field(.period), .field(.value),
            ])
    }

    @Test func `a missing file is an error that names it`() throws {
        let spec = try Self.spec()
        #expect {
            _ = try SourceFile(path: "/nowhere/a.csv", spec: spec)
        } throws: { error in
            let failure = error as? SourceError
            return failure?.exitStatus == .noInput
                && failure?.diagnostics.first?.location?.description == "/nowhere/a.csv"
        }
    }

    private static func spec() throws -> OutcomesSpec {
        try HostileCase(file: "").spec()
    }
}
