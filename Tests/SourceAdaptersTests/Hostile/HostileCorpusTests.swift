import Foundation
import SourceAdapters
import Testing

@Suite struct HostileCorpusTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/hostile").path()

    static let cases =
        HostileCase.encodings + HostileCase.records + HostileCase.headers + HostileCase.numbers
        + HostileCase.names + HostileCase.layouts

    @Test(arguments: cases)
    func `a hostile file has exactly the expected outcome`(_ hostile: HostileCase) throws {
        let path = "\(try Self.path(hostile.file))"
        let found = Transcript(path: path, spec: try hostile.spec())
        #expect(found.error == hostile.error)
        #expect(found.observations == hostile.observations)
        #expect(found.rejects == hostile.rejects)
        #expect(found.warnings == hostile.warnings)
        #expect(found.blankRows == hostile.blankRows)
        if let hint = hostile.hint {
            #expect(found.hints.contains { $0.contains(hint) }, "\(found.hints)")
        }
        if let cell = hostile.cell { #expect(found.cells.contains(cell), "\(found.cells)") }
    }

    @Test(arguments: cases)
    func `every figure of a hostile file is read, refused or skipped`(
        _ hostile: HostileCase
    ) throws {
        let found = Transcript(path: try Self.path(hostile.file), spec: try hostile.spec())
        let counts = found.counts
        guard found.error == nil else { return #expect(counts == ReadingCounts()) }
        #expect(
            counts.figures == found.observations.count + counts.rejected + counts.skipped)
    }

    @Test func `every file of the corpus is tested and explained`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
            .filter { $0 != "README.md" }.map { $0.precomposedStringWithCanonicalMapping }
        let readme = try String(contentsOfFile: "\(Self.folder)/README.md", encoding: .utf8)
        let tested = Set(Self.cases.map(\.file))
        #expect(files.count >= 65)
        for file in files {
            #expect(tested.contains(file), "\(file) has no case")
            #expect(readme.contains("| `\(file)` |"), "\(file) is not explained")
        }
        for file in tested { #expect(files.contains(file), "\(file) is missing") }
    }

    static func path(_ file: String) throws -> String {
        let path = "\(folder.removingPercentEncoding ?? folder)/\(file)"
        try #require(FileManager.default.fileExists(atPath: path), "\(path)")
        return path
    }
}
