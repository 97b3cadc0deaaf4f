import Diagnostics
import Foundation
import SourceAdapters
import Testing

@testable import Reports

/// Which manifest a document has.
@Suite struct ReportFolderTests {
    private static let manifest = """
        report: prov
        municipality: "0999"
        organisation: Provnämnden
        report_type: annual_report
        period: "2031"

        """

    private static func with(
        _ files: [String: String], _ body: (String) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "reports-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        try await body(folder.path())
    }

    @Test func `a manifest of the same name beside a document is its own`() async throws {
        try await Self.with(["a.txt": "Text", "a.yml": Self.manifest, "b.txt": "Annan text"]) {
            path in
            let folder = try await ReportFolder(path: path, shipped: [])
            #expect(folder.entries.map(\.manifest.report) == ["prov"])
            #expect(folder.diagnostics.map(\.code) == ["report.no-manifest"])
            #expect(folder.diagnostics.map(\.severity) == [.warning])
        }
    }

    @Test func `a manifest knows its document by the bytes, whatever its name`() async throws {
        // printf 'Text' | sha256sum
        let digest = "71988c4d8e0803ba4519f0b2864c1331c14a1890bf8694e251379177bfedb5c3"
        let manifests = ["m.yml": Self.manifest + "sha256: \(digest)\n"]
        try await Self.with(manifests) { shipped in
            try await Self.with(["x.txt": "Text", "y.txt": "Text."]) { path in
                let folder = try await ReportFolder(
                    path: path, shipped: [ManifestFolder(path: shipped)])
                #expect(folder.entries.map { $0.document.path.hasSuffix("/x.txt") } == [true])
                #expect(folder.entries.first?.document.identity?.hexadecimal == digest)
                #expect(folder.entries.first?.document.identity?.size == 4)
            }
        }
    }

    @Test func `a named manifest is of one document`() async throws {
        try await Self.with(["a.txt": "Text", "b.txt": "Text", "m.yml": Self.manifest]) { path in
            let one = try await ReportFolder(
                path: "\(path)/a.txt", shipped: [], manifest: "\(path)/m.yml")
            #expect(one.entries.count == 1)
            let failure = await #expect(throws: Failure.self) {
                try await ReportFolder(path: path, shipped: [], manifest: "\(path)/m.yml")
            }
            #expect(failure?.diagnostics.map(\.code) == ["report.several-documents"])
        }
    }

    @Test func `a folder without documents, and none at all, are errors`() async throws {
        try await Self.with(["a.csv": ""]) { path in
            for (place, code) in [
                (path, "report.no-document"), (path + "/nowhere", "report.no-folder"),
            ] {
                let failure = await #expect(throws: Failure.self) {
                    try await ReportFolder(path: place, shipped: [])
                }
                #expect(failure?.diagnostics.map(\.code) == [code])
            }
        }
    }

    @Test func `a file that is no text is told, and the others are read`() async throws {
        try await Self.with(["a.txt": "a\0b", "b.txt": "Text", "b.yml": Self.manifest]) { path in
            let folder = try await ReportFolder(path: path, shipped: [])
            #expect(folder.entries.count == 1)
            #expect(folder.diagnostics.map(\.code) == ["report.not-text"])
        }
    }
}
