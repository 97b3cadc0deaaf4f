import Testing

@testable import DocumentText

/// Pages of HTML, their cells by hand.
@Suite struct HTMLTests {
    private static func lines(
        _ page: String, limits: DocumentLimits = DocumentLimits()
    ) throws -> [PrintedLine] {
        try HTMLReader.lines(Array(page.utf8), limits)
    }

    private static func texts(_ page: String) throws -> [String] { try lines(page).map(\.text) }

    @Test func `paragraphs are lines and rows are lines of cells`() throws {
        let page = """
            <!DOCTYPE html><html><head><title>Rapport</title><style>p { x: y }</style></head><body>
            <h1>Året  i
            korthet</h1><p>Fler fick stöd.<br>Kön är kortare.</p>
            <table><caption>Tabell 1</caption>
            <tr><th>Indikator</th><th>Utfall&nbsp;2031</th></tr>
            <tr><td>Andel <b>nöjda</b></td><td> 51 % </td></tr>
            <tr><td>Antal<br/>brev</td><td>1&#160;250</td></tr>
            </table>Slut.</body></html>
            """
        let lines = try Self.lines(page)
        #expect(
            lines.map(\.text) == [
                "Året i korthet", "Fler fick stöd.", "Kön är kortare.", "Tabell 1", "",
                "Indikator\tUtfall\u{A0}2031", "Andel nöjda\t51 %", "Antal brev\t1\u{A0}250", "",
                "Slut.",
            ])
        #expect(lines[6].place == TablePlace(table: 1, row: 2))
        #expect(lines[0].place == nil)
    }

    @Test func `a heading over several columns stands in the first, a name in every row`() throws {
        let page = """
            <table>
            <tr><th rowspan=2>Verksamhet, tkr</th><th colspan=2>Ack utfall</th><th>Helår</th></tr>
            <tr><th>Intäkter<th>Kostnader<th>Budget
            <tr><td rowspan="3">Barn och unga</td><td rowspan=2>10</td><td>-30</td><td>5</td>
            <tr><td>-31</td><td>6</td>
            <tr><td>11</td><td>-32</td><td>7</td>
            </table>
            """
        #expect(
            try Self.texts(page).filter { !$0.isEmpty } == [
                "Verksamhet, tkr\tAck utfall\t\tHelår",
                "Verksamhet, tkr\tIntäkter\tKostnader\tBudget",
                "Barn och unga\t10\t-30\t5", "Barn och unga\t\t-31\t6",
                "Barn och unga\t11\t-32\t7",
            ])
    }

    @Test func `tables inside tables, frames of one cell and what is hidden`() throws {
        let page = """
            <table><tr><td><p>Först.</p><table><tr><td>A<td>B<tr><td>1<td>2</table><p>Sist.</p></td></tr></table>
            <p style="display: none">Osynligt</p><p hidden>Osynligt</p><script>var x = "<p>5</p>";</script>
            <table><tr><td>C<td>D<tr><td>3</table>
            """
        #expect(
            try Self.texts(page) == ["A\tB", "1\t2", "", "Först.", "Sist.", "", "C\tD", "3\t", ""])
        #expect(try Self.lines(page).compactMap(\.place).map(\.table) == [1, 1, 2, 2])
    }

    @Test func `what a page says of its encoding does not matter once it is UTF-8`() throws {
        let page =
            "<html><head><meta charset=\"iso-8859-1\"><meta http-equiv=Content-Type "
            + "content='text/html; charset=utf-16'></head><body><p>Åtgärd – för äldre</p></body></html>"
        #expect(try Self.texts(page) == ["Åtgärd – för äldre"])
        #expect(try Self.texts("<p>Köpt vård") == ["Köpt vård"])
    }

    @Test func `Windows-1252 on disk is understood`() async throws {
        let file = try SampleFile(
            Array("<html><p>K".utf8) + [0xF6] + Array("pt ".utf8) + [0x96], name: "a.html")
        let document = try await file.read()
        #expect(document.kind == .html)
        #expect(document.lines.map(\.text) == ["Köpt –"])
    }

    @Test func `depth, elements, width and entities are bounded`() throws {
        #expect(throws: DocumentFault.tooDeep) {
            try Self.lines(String(repeating: "<div>", count: 100_000))
        }
        #expect(throws: DocumentFault.tooDeep) {
            try Self.lines("<table>" + String(repeating: "<tr><td><table>", count: 10_000))
        }
        var limits = DocumentLimits()
        limits.elements = 1_000
        #expect(throws: DocumentFault.tooDeep) {
            try Self.lines(String(repeating: "<br>", count: 2_000), limits: limits)
        }
        #expect(throws: DocumentFault.tooWide) {
            try Self.lines("<table><tr>" + String(repeating: "<td>1", count: 300))
        }
        #expect(throws: DocumentFault.documentType) {
            try Self.lines(
                "<!DOCTYPE html [<!eNtItY x SYSTEM \"file:///etc/passwd\">]><html><p>&x;</p></html>"
            )
        }
        let spans = #"<table><tr><td colspan="2000000000" rowspan="2000000000">a<tr><td>b</table>"#
        #expect(throws: DocumentFault.tooWide) { try Self.lines(spans) }
        #expect(throws: DocumentFault.outOfBounds(line: 1)) {
            try Self.lines("<p>" + String(repeating: "a", count: 300_000))
        }
    }

    @Test func `a note's mark is no digit of the number before it`() throws {
        let page =
            "<table><tr><th>Namn</th><th>2031<sup>2)</sup></th></tr>"
            + "<tr><td>Yta, m<sup>2</sup></td><td>12<sup>10</sup></td></tr></table>"
        #expect(
            try Self.texts(page).filter { !$0.isEmpty } == ["Namn\t2031²)", "Yta, m²\t12¹⁰"])
        #expect(try Self.texts("<pre>1<sup>4 9</sup></pre>") == ["1⁴ ⁹"])
    }

    @Test func `entities that a page does not declare stay what they are`() throws {
        #expect(try Self.texts("<p>a &aring; &x; &lt;b&gt; &#8722;5</p>") == ["a å &x; <b> −5"])
    }

    @Test func `broken markup of any kind is read without a trap`() throws {
        let page =
            "<html><body><table><tr><td colspan=-3>1</td></tr></td></table></table><td>x</td><tr><th>y"
            + "</pre><pre>a\tb\n  c</pre><p><table></p><tr></body></html></html><p>z"
        for length in 0...page.count {
            _ = try Self.lines(String(page.prefix(length)))
        }
        #expect(try Self.texts(page).contains("z"))
    }
}
