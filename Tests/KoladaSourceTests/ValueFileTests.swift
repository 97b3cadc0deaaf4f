import Diagnostics
import Foundation
import Indicators
import Kolada
import KoladaSource
import Snapshots
import SystemPackage
import TestSupport
import Testing

@Suite struct ValueFileTests {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/kolada")

    /// Reads a file to its end.
    private static func read(
        _ path: FilePath, order: ValueFile.Order = .grouped, rowsAtATime: Int = 1000
    ) throws -> (slices: [SliceBatch], report: ValueFile.Report) {
        var file = try ValueFile(path, order: order, rowsAtATime: rowsAtATime)
        var slices: [SliceBatch] = []
        while let more = try file.next() { slices += more }
        return (slices, try file.finish())
    }

    private static func fixture(_ name: String) -> FilePath {
        FilePath(fixtures.appending(path: name).path)
    }

    @Test(arguments: ["bulk.csv", "data_v2.json", "data_v3.json"])
    func `reads each form, plain and compressed, in any order and with little memory`(
        name: String
    ) async throws {
        let folder = try TemporaryFolder("values")
        let plain = Self.fixture(name)
        let (slices, report) = try Self.read(plain)
        #expect(!slices.isEmpty)
        #expect(report.tally.rows == slices.reduce(0) { $0 + $1.rowCount })
        let compressed = folder.path(of: name + ".gz")
        try await Shell.run("gzip -c '\(plain.string)' > '\(compressed.string)'")
        let second = try Self.read(compressed)
        #expect(second.slices == slices)
        #expect(second.report.tally == report.tally)
        #expect(second.report.size < report.size)
        for rows in [1, 10, 1000] {
            let any = try Self.read(plain, order: .any, rowsAtATime: rows)
            #expect(any.slices == slices)
            #expect(any.report.tally == report.tally)
            #expect(any.report.sha256 == report.sha256)
        }
        try await folder.remove()
    }

    @Test func `counts rejects and contradictions once however often it reads`() async throws {
        let folder = try TemporaryFolder("values")
        let path = folder.path(of: "odd.csv")
        let text = """
            kpi,municipality,period,gender,value
            N00090,0182,2022,T,1
            N00091,0182,2022,T,1
            N00090,0182,2022,T,2
            N00092,0182,2022,F,2
            N00092,G2328,2022,T,2
            N00092,0182,2022,T,2
            N00092,0182,2022,T,2.0
            """
        try Data(text.utf8).write(to: URL(filePath: path.string))
        #expect(throws: KoladaReadError.self) { _ = try Self.read(path) }
        for rows in [1, 1000] {
            let (slices, report) = try Self.read(path, order: .any, rowsAtATime: rows)
            #expect(slices.map(\.rowCount) == [0, 1, 1])
            #expect(slices.map(\.rejectedRows) == [2, 0, 1])
            #expect(report.tally.rows == 2)
            #expect(report.tally.groupRows == 1)
            #expect(report.tally.repeatedRows == 1)
            #expect(report.tally.rejectedRows == 3)
            #expect(
                report.tally.rejects.map(\.kind) == [
                    .gender, .contradictoryRows, .contradictoryRows,
                ])
        }
        try await folder.remove()
    }

    @Test func `names the file, the line and what to do`() async throws {
        let folder = try TemporaryFolder("values")
        let path = folder.path(of: "cut.csv")
        try Data("kpi,municipality,period,gender,value\nN00090,0182,2022,T".utf8)
            .write(to: URL(filePath: path.string))
        do {
            _ = try Self.read(path)
            Issue.record("it was read")
        } catch let error as KoladaReadError {
            let diagnostic = try #require(error.diagnostics.first)
            #expect(diagnostic.code == "kolada.wrong-field-count")
            #expect(diagnostic.location == .file(path: path.string, line: 2))
        }
        #expect(throws: KoladaReadError.self) { _ = try Self.read(folder.path(of: "none.csv")) }
        try await folder.remove()
    }
}
