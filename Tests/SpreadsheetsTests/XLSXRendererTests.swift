import Diagnostics
import Indicators
import Reporting
import Spreadsheets
import Testing

struct XLSXRendererTests {
    private static let document = ReportDocument(
        title: Text(sv: "Ej återaktualiserade", en: "Not re-referred"),
        sections: [
            .init(
                name: "U33461", heading: Text(sv: "Ej återaktualiserade", en: "Not re-referred"),
                tables: [
                    ReportTable(
                        lead: [Text(verbatim: "2017")],
                        columns: [
                            .init("municipality", Text(sv: "Kommun", en: "Municipality")),
                            .init(
                                "value", Text(sv: "Värde", en: "Value"), .number,
                                unit: Text(sv: "procent", en: "percent")),
                            .init("difference", Text(sv: "Skillnad", en: "Difference"), .number),
                            .init("verdict", Text(sv: "Omdöme", en: "Verdict")),
                        ],
                        rows: [
                            .init(
                                [
                                    .text("Nacka"),
                                    .decimal(
                                        ScaledDecimal(units: 861, scale: 1), decimals: 1,
                                        preliminary: true),
                                ], emphasis: .focus),
                            .init([
                                .text("=HYPERLINK(\"http://x\")"),
                                .decimal(ScaledDecimal(units: 88, scale: 0), decimals: 1),
                                .decimal(
                                    ScaledDecimal(units: -19, scale: 1), decimals: 1, signed: true),
                                .label(Text(sv: "bättre", en: "better"), tone: .good),
                            ]),
                            .init([.text("+46 8"), .missing(.missingNull)]),
                        ], notes: [Text(sv: "Källa: Kolada.", en: "Source: Kolada.")])
                ])
        ],
        receipts: ReportTable(
            columns: [.init("file", Text(sv: "Fil", en: "File"))],
            rows: [.init([.text("a.csv")])]),
        method: [Text(sv: "Newcombe.", en: "Newcombe.")], dataTime: 1_511_308_800)

    private func files(
        _ document: ReportDocument = document, _ language: Language = .sv
    ) throws -> [String: String] {
        ZipEntries.texts(try XLSXRenderer(language: language).render(document))
    }

    @Test func `numbers are numbers whatever their marks, and keep their decimals by format`()
        throws
    {
        let files = try files()
        let sheet = try #require(files["xl/worksheets/sheet1.xml"])
        // The library writes sixteen digits, of which spreadsheets show fifteen.
        let numbers = sheet.matches(of: /<c r="[BC]\d+"(?: s="\d+")?><v>([^<]+)<\/v>/)
            .compactMap { Double($0.1) }
        try #require(numbers.count == 3)
        for (number, expected) in zip(numbers, [86.1, 88, -1.9]) {
            #expect(abs(number - expected) < 1e-13)
        }
        let styles = try #require(files["xl/styles.xml"])
        #expect(styles.contains("#,##0.0&quot; p&quot;"))
        #expect(styles.contains("+#,##0.0;&quot;\u{2212}&quot;#,##0.0;#,##0.0"))
    }

    @Test func `text that looks like a formula is a string, and no formula is there`() throws {
        let files = try files()
        for (name, text) in files where name.hasPrefix("xl/worksheets/") {
            #expect(!text.contains("<f>") && !text.contains("<f "), "\(name)")
            #expect(!text.contains("<hyperlink"), "\(name)")
        }
        let strings = try #require(files["xl/sharedStrings.xml"])
        #expect(strings.contains("<t>=HYPERLINK(\"http://x\")</t>"))
        #expect(strings.contains("<t>+46 8</t>"))
    }

    @Test func `the head stays in view, and the colour of a verdict hangs on its sign`() throws {
        let files = try files()
        let sheet = try #require(files["xl/worksheets/sheet1.xml"])
        // Heading, lead and an empty line above the head.
        #expect(sheet.contains("ySplit=\"4\"") && sheet.contains("state=\"frozen\""))
        #expect(sheet.contains("<conditionalFormatting sqref=\"D5:D7\">"))
        #expect(sheet.contains("operator=\"beginsWith\" text=\"✓\""))
        #expect(try #require(files["xl/sharedStrings.xml"]).contains("✓ bättre"))
    }

    @Test func `a sheet of its own holds sources and method`() throws {
        #expect(
            try #require(files()["xl/workbook.xml"]).contains("name=\"Källor och metod\""))
        #expect(
            try #require(files(Self.document, .en)["xl/workbook.xml"])
                .contains("name=\"Sources and method\""))
    }

    @Test func `the same document gives the same bytes, dated by its data`() throws {
        let renderer = XLSXRenderer(language: .sv)
        let first = try renderer.render(Self.document)
        #expect(first == (try renderer.render(Self.document)))
        let core = try #require(ZipEntries.texts(first)["docProps/core.xml"])
        #expect(core.contains("2017-11-22T00:00:00Z"))
    }

    @Test func `sheet names are cleaned, shortened and told apart`() throws {
        let section = ReportDocument.Section(
            name: "A/B: \(String(repeating: "å", count: 40))", heading: Text(verbatim: "h"),
            tables: [])
        let book = try #require(
            files(ReportDocument(title: Text(verbatim: "t"), sections: [section, section]))[
                "xl/workbook.xml"])
        #expect(book.contains("name=\"A-B- \(String(repeating: "å", count: 26))\""))
        #expect(book.contains("name=\"A-B- \(String(repeating: "å", count: 22)) (2)\""))
    }

    @Test func `text of any length and with any character is taken`() throws {
        let text = "\u{0}\u{1B}[2J\u{FFFF}<&>\"" + String(repeating: "x", count: 40_000)
        let table = ReportTable(
            columns: [.init("a", Text(verbatim: text))], rows: [.init([.text(text)])],
            notes: [Text(verbatim: text)])
        let section = ReportDocument.Section(
            name: text, heading: Text(verbatim: text), tables: [table])
        let document = ReportDocument(title: Text(verbatim: "t"), sections: [section])
        let strings = try #require(files(document)["xl/sharedStrings.xml"])
        #expect(strings.contains(#"\x00\x1B[2J"#))
        #expect(!strings.contains("\u{FFFF}"))
    }

    @Test func `a library that is not there is named, with what to install`() throws {
        let error = SpreadsheetError.libraryMissing(library: "libxlsxwriter.so.4", reason: "r")
        let message = try #require(error.diagnostics.first)
        #expect(message.message.sv.contains("libxlsxwriter.so.4"))
        #expect(message.hint?.en.contains("apt-get install libxlsxwriter-dev") == true)
        #expect(error.exitStatus == .unavailable)
    }
}
