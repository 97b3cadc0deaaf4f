import Diagnostics
import Testing

@testable import DocumentText

/// PDF by pdftotext: real files of our own making, and programs that behave badly.
@Suite struct PDFTests {
    private static let page = [
        "Provrapport 2031", "", "Verksamhet, tkr            Utfall      Budget",
        "Barn och unga             -30 400     -31 000",
        "Vård för vuxna             -7 310      -7 500",
    ]

    private static func code(_ body: () async throws -> Void) async -> String? {
        do {
            try await body()
            return nil
        } catch {
            return (error as? Failure)?.diagnostics.first?.code
        }
    }

    @Test func `tables and pages of a PDF are read`() async throws {
        let file = try SampleFile(
            PDFSample.bytes([Self.page, ["Sida två"]]), name: "rapport.pdf")
        let document = try await file.read()
        #expect(document.kind == .pdf)
        #expect(document.notes == [])
        let printed = document.lines.filter { !$0.text.isEmpty }
        #expect(
            printed.map(\.text) == [
                "Provrapport 2031", "Verksamhet, tkr\tUtfall\tBudget",
                "Barn och unga\t-30 400\t-31 000", "Vård för vuxna\t-7 310\t-7 500", "Sida två",
            ])
        #expect(printed.map(\.page) == [1, 1, 1, 1, 2])
        #expect(document.lines.allSatisfy { $0.place == nil })
    }

    @Test func `faults that pdftotext goes past are told`() async throws {
        let words = """
            <page width="9" height="9">
            <word xMin="1.0" yMin="1.0" xMax="2.0" yMax="2.0">Ord</word>
            </page>
            """
        for (said, expected) in [
            ("Syntax Error (12): Unknown operator 'x'", ["report.pdf-faults"]),
            ("Syntax Warning: Bad annotation", []),
        ] {
            let program = try SampleFile.program("echo \"\(said)\" >&2; echo '\(words)'")
            let file = try SampleFile(PDFSample.bytes([Self.page]), name: "rapport.pdf")
            let document = try await file.read(searchPath: program.folder)
            #expect(document.lines.map(\.text) == ["Ord"])
            #expect(document.notes.map(\.code) == expected)
        }
    }

    @Test func `pages without text beside others are named`() async throws {
        let file = try SampleFile(
            PDFSample.bytes([[], Self.page, [], ["Sida fyra"]]), name: "rapport.pdf")
        let document = try await file.read()
        #expect(document.notes.map(\.code) == ["report.pages-without-text"])
        #expect(
            document.notes.first?.message.en.contains("pictures: 1, 3") == true)
        #expect(document.lines.first { $0.text == "Sida fyra" }?.page == 4)
    }

    @Test func `the bytes decide, and a name that says otherwise is told`() async throws {
        let file = try SampleFile(PDFSample.bytes([Self.page]), name: "rapport.txt")
        let document = try await file.read()
        #expect(document.kind == .pdf)
        #expect(document.notes.map(\.code) == ["report.kind-mismatch"])
        #expect(document.notes.map(\.severity) == [.warning])
    }

    @Test func `a password, pages without text and damage are told apart`() async throws {
        let key = String(repeating: "41", count: 32)
        let locked = PDFSample.bytes(
            [Self.page],
            encryption:
                "/ID [<\(key)> <\(key)>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <\(key)> /U <\(key)> >>"
        )
        for (bytes, expected) in [
            (locked, "report.encrypted"), (PDFSample.bytes([[], []]), "report.no-text"),
            (Array("%PDF-1.4\nnothing more".utf8), "report.damaged"),
            (Array("%PDF-".utf8) + [UInt8](repeating: 0xAB, count: 100_000), "report.damaged"),
            (PDFSample.bytes([Self.page]).dropLast(6) + [], "report.damaged"),
        ] {
            let file = try SampleFile(bytes, name: "rapport.pdf")
            #expect(await Self.code { _ = try await file.read() } == expected)
        }
    }

    @Test func `without pdftotext the package to install is named`() async throws {
        let file = try SampleFile(PDFSample.bytes([Self.page]), name: "rapport.pdf")
        let failure = await #expect(throws: Failure.self) {
            try await file.read(searchPath: "/nowhere:\(file.folder)")
        }
        #expect(failure?.diagnostics.first?.code == "report.program-missing")
        #expect(
            failure?.diagnostics.first?.hint?.en.contains("apt-get install poppler-utils") == true)
        #expect(failure?.exitStatus == .unavailable)
    }

    @Test func `a program that hangs, works for ever or never stops writing is stopped`()
        async throws
    {
        let file = try SampleFile(PDFSample.bytes([Self.page]), name: "rapport.pdf")
        var limits = DocumentLimits()
        limits.layoutBytes = 1 << 20
        for (script, expected) in [
            ("exec sleep 1000", "report.time-limit"),
            ("while :; do :; done", "report.time-limit"),
            ("exec yes", "report.expands"),
            ("echo 'Out of memory' >&2; exit 1", "report.expands"),
            ("kill -ABRT $$", "report.damaged"),
        ] {
            let program = try SampleFile.program(script)
            // Beside other tests, two seconds may end before a program has written a mebibyte.
            limits.conversion = .seconds(expected == "report.time-limit" ? 2 : 60)
            let took = await ContinuousClock().measure {
                let code = await Self.code {
                    _ = try await file.read(limits: limits, searchPath: program.folder)
                }
                #expect(code == expected, "\(script)")
            }
            // Two seconds, where nothing else runs.
            #expect(took < .seconds(90), "\(script)")
        }
    }

    @Test func `a program's memory has an end`() async throws {
        let file = try SampleFile(PDFSample.bytes([Self.page]), name: "rapport.pdf")
        var limits = DocumentLimits()
        // Too little for any program to be loaded.
        limits.conversionMemory = 1 << 20
        let code = await Self.code { _ = try await file.read(limits: limits) }
        #expect(code != nil)
    }
}
