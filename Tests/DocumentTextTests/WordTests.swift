import Diagnostics
import Testing

@testable import DocumentText

/// Documents of Word, their cells by hand.
@Suite struct WordTests {
    private static func lines(_ body: String) async throws -> [PrintedLine] {
        try await WordSample.file(body).read().lines
    }

    private static func texts(_ body: String) async throws -> [String] {
        try await lines(body).map(\.text)
    }

    private static func code(_ body: () async throws -> Void) async -> String? {
        do {
            try await body()
            return nil
        } catch {
            return (error as? Failure)?.diagnostics.first?.code
        }
    }

    @Test func `paragraphs are lines and rows are lines of cells`() async throws {
        let table = WordSample.table([
            [WordSample.cell("Indikator"), WordSample.cell("Utfall 2031")],
            [WordSample.cell("Andel nöjda"), WordSample.cell("51 %")],
            [
                "<w:tc>\(WordSample.paragraph("Antal"))\(WordSample.paragraph("brev"))</w:tc>",
                WordSample.cell("1\u{A0}250"),
            ],
        ])
        let body =
            WordSample.paragraph("Året i korthet")
            + "<w:p><w:pPr><w:tabs><w:tab w:pos=\"1\"/></w:tabs></w:pPr><w:r><w:t>Inledning</w:t>"
            + "<w:tab/><w:t>3</w:t><w:br/><w:t>Nästa</w:t></w:r></w:p>"
            + table + WordSample.paragraph("Slut.")
        let lines = try await Self.lines(body)
        #expect(
            lines.map(\.text) == [
                "Året i korthet", "Inledning\t3", "Nästa", "", "Indikator\tUtfall 2031",
                "Andel nöjda\t51 %", "Antal brev\t1\u{A0}250", "", "Slut.",
            ])
        #expect(lines[5].place == TablePlace(table: 1, row: 2))
    }

    @Test func `merged cells: a heading once, a name in every row, a number once`() async throws {
        let start = "<w:vMerge w:val=\"restart\"/>"
        let more = "<w:vMerge/>"
        let table = WordSample.table([
            [
                WordSample.cell("Verksamhet, tkr", start),
                WordSample.cell("Ack utfall", "<w:gridSpan w:val=\"2\"/>"),
            ],
            [WordSample.cell("", more), WordSample.cell("Intäkter"), WordSample.cell("Kostnader")],
            [
                WordSample.cell("Barn och unga", start), WordSample.cell("10", start),
                WordSample.cell("-30"),
            ],
            [WordSample.cell("", more), WordSample.cell("", more), WordSample.cell("-31")],
        ])
        #expect(
            try await Self.texts(table).filter { !$0.isEmpty } == [
                "Verksamhet, tkr\tAck utfall\t", "Verksamhet, tkr\tIntäkter\tKostnader",
                "Barn och unga\t10\t-30", "Barn och unga\t\t-31",
            ])
    }

    @Test func `deleted, moved, hidden and doubled text does not count, and changes are told`()
        async throws
    {
        let body = """
            <w:p><w:r><w:t>Kvar </w:t></w:r><w:del><w:r><w:delText>borta</w:delText></w:r></w:del>\
            <w:moveFrom><w:r><w:t>flyttad</w:t></w:r></w:moveFrom>\
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>dold</w:t></w:r>\
            <w:ins><w:r><w:t>ny</w:t></w:r></w:ins></w:p>\
            <w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>\
            \(WordSample.paragraph("I rutan"))</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>\
            \(WordSample.paragraph("I rutan"))</w:txbxContent></mc:Fallback></mc:AlternateContent>\
            <w:t>Utanför</w:t></w:r></w:p>
            """
        let deletedRow =
            "<w:tbl><w:tr>\(WordSample.cell("A"))\(WordSample.cell("B"))</w:tr>"
            + "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>\(WordSample.cell("1"))"
            + "\(WordSample.cell("2"))</w:tr></w:tbl>"
        let document = try await WordSample.file(body + deletedRow).read()
        #expect(document.lines.map(\.text) == ["Kvar ny", "I rutan", "Utanför", "", "A\tB", ""])
        #expect(document.notes.map(\.code) == ["report.tracked-changes"])
    }

    @Test func `a note's mark is no digit, and how text was set before a change does not count`()
        async throws
    {
        let raised = "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>"
        let body = """
            <w:p><w:r><w:t>12</w:t></w:r><w:r>\(raised)<w:t>1</w:t></w:r>\
            <w:r><w:t> och </w:t></w:r>\
            <w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>\
            <w:t>34</w:t></w:r></w:p>
            """
        let change =
            "<w:gridSpan w:val=\"2\"/><w:tcPrChange><w:tcPr><w:gridSpan w:val=\"5\"/></w:tcPr>"
            + "</w:tcPrChange>"
        let table = WordSample.table([
            [WordSample.cell("A", change)], [WordSample.cell("1"), WordSample.cell("2")],
        ])
        #expect(try await Self.texts(body + table) == ["12¹ och 34", "", "A\t", "1\t2", ""])
    }

    @Test func `a workbook and other archives are no reports`() async throws {
        let workbook = try WordSample.file(main: "<workbook><sheets/></workbook>", name: "a.docx")
        let failure = await #expect(throws: Failure.self) { try await workbook.read() }
        #expect(failure?.diagnostics.first?.code == "report.other-kind")
        #expect(failure?.diagnostics.first?.message.en.contains("XLSX") == true)
        let archive = try SampleFile(parts: [("a.txt", Array("a".utf8))])
        #expect(await Self.code { _ = try await archive.read() } == "report.other-kind")
    }

    @Test func `bombs, entities, depth and damage are refused`() async throws {
        let spaces = String(repeating: " ", count: 20_000_000)
        let bomb = try WordSample.file(WordSample.paragraph(spaces))
        #expect(await Self.code { _ = try await bomb.read() } == "report.expands")
        let entity = try WordSample.file(
            main: "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><document>&x;</document>"
        )
        #expect(await Self.code { _ = try await entity.read() } == "report.document-type")
        let deep = try WordSample.file(String(repeating: "<w:sdt>", count: 1_000))
        #expect(await Self.code { _ = try await deep.read() } == "report.too-deep")
        let cut = try WordSample.file(main: "<document><body><p><r><t>Halv")
        #expect(await Self.code { _ = try await cut.read() } == "report.damaged")
        let wide = try WordSample.file(
            WordSample.table([Array(repeating: WordSample.cell("1"), count: 300)]))
        #expect(await Self.code { _ = try await wide.read() } == "report.out-of-bounds")
        var limits = DocumentLimits()
        limits.elements = 100
        let many = try WordSample.file(String(repeating: "<w:p/>", count: 200))
        #expect(await Self.code { _ = try await many.read(limits: limits) } == "report.too-deep")
    }
}
