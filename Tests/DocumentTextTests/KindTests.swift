import Diagnostics
import Foundation
import Testing

@testable import DocumentText

/// What a file is, by its bytes; and files that are nothing.
@Suite struct KindTests {
    @Test(arguments: [
        ("%PDF-1.7\n", BytesKind.pdf), ("<!DOCTYPE html>\n<html>", .html),
        ("  <HTML lang=sv>", .html),
        ("<?xml version=\"1.0\"?>\n<!-- x --><!DOCTYPE html PUBLIC \"-//W3C\">", .html),
        ("<table><tr><td>1", .html), ("<?xml version=\"1.0\"?><w:document>", .other("XML")),
        ("<x><x><x>", .text), ("{\\rtf1\\ansi", .other("RTF")), ("Årsredovisning < 2 år", .text),
        ("", .text), ("< 5 personer", .text),
    ])
    func `the first bytes tell`(text: String, kind: BytesKind) {
        #expect(BytesKind(Array(text.utf8)) == kind)
    }

    @Test func `names tell only what they say`() {
        #expect(DocumentKind(name: "a/b.c/Rapport.PDF") == .pdf)
        #expect(DocumentKind(name: "rapport.htm") == .html)
        #expect(DocumentKind(name: "a.docx/rapport") == nil)
        #expect(DocumentKind(name: "rapport.bin") == nil)
    }

    @Test func `a text is its lines, and pages are divided by form feeds`() async throws {
        let file = try SampleFile(Array("Ett\r\nTvå\n\u{0C}Tre\rFyra\u{2028}Fem\n".utf8))
        let document = try await file.read()
        #expect(document.kind == .text)
        #expect(document.lines.map(\.text) == ["Ett", "Två", "Tre", "Fyra", "Fem"])
        #expect(document.lines.map(\.page) == [1, 1, 2, 2, 2])
        #expect(document.byteCount == 26)
    }

    @Test(arguments: [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "report.other-kind"),
        ([0x1F, 0x8B, 8, 0], "report.other-kind"), ([0x50, 0x4B, 3, 4, 0, 0], "report.damaged"),
        (Array("text".utf8) + [0, 1, 2, 0], "report.not-text"),
    ])
    func `other files are refused with a code`(bytes: [UInt8], expected: String) async throws {
        let file = try SampleFile(bytes)
        let failure = await #expect(throws: Failure.self) { try await file.read() }
        #expect(failure?.diagnostics.first?.code == expected)
    }

    @Test func `200 MB on one line are refused before they are read`() async throws {
        for (beginning, name) in [("a", "a.txt"), ("<html>", "a.html")] {
            let file = try SampleFile(Array(beginning.utf8), name: name)
            let handle = try FileHandle(forWritingTo: URL(filePath: file.path))
            try handle.truncate(atOffset: 200_000_000)
            try handle.close()
            let took = await ContinuousClock().measure {
                let failure = await #expect(throws: Failure.self) { try await file.read() }
                #expect(failure?.diagnostics.first?.code == "report.too-large")
            }
            #expect(took < .seconds(2))
        }
    }

    @Test func `a missing file, a folder and a pipe are told`() async throws {
        let file = try SampleFile([])
        for (path, expected) in [
            (file.folder + "/nowhere", "report.not-found"), (file.folder, "report.is-directory"),
        ] {
            let failure = await #expect(throws: Failure.self) {
                try await DocumentText.read(path)
            }
            #expect(failure?.diagnostics.first?.code == expected)
            #expect(failure?.exitStatus == .noInput)
        }
    }
}
