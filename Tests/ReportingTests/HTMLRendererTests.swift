import Diagnostics
import Indicators
import Reporting
import Testing

struct HTMLRendererTests {
    private func page(_ table: ReportTable, _ language: Language = .sv) -> String {
        HTMLRenderer(language: language).render(
            ReportDocument(
                title: Text(sv: "Rapport", en: "Report"),
                sections: [
                    .init(name: "U1", heading: Text(sv: "Barn", en: "Children"), tables: [table])
                ]))
    }

    @Test func `is a whole page in its language, without script or foreign address`() {
        let html = page(SampleTable.comparison)
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"sv\">\n"))
        #expect(html.hasSuffix("</html>\n"))
        #expect(html.contains("<meta charset=\"utf-8\">"))
        #expect(html.contains("default-src 'none'"))
        #expect(!html.contains("<script"))
        #expect(!html.contains("http:") && !html.contains("https:"))
        #expect(page(SampleTable.comparison, .en).contains("<html lang=\"en\">"))
    }

    @Test func `scopes its heads, and captions its table`() {
        let html = page(SampleTable.comparison)
        #expect(html.contains("<caption>Ej återaktualiserade barn</caption>"))
        #expect(html.contains("<th scope=\"col\">Kommun</th>"))
        #expect(
            html.contains(
                "<th scope=\"col\" class=\"number\">Värde <span class=\"unit\">(%)</span>"))
        #expect(html.contains("<th scope=\"row\">Värmdö</th>"))
        #expect(html.contains("<h1>Rapport</h1>"))
    }

    @Test func `marks the focus by a sign and good news by a sign and a colour`() {
        let html = page(SampleTable.comparison)
        #expect(
            html.contains(
                "<tr class=\"focus\"><th scope=\"row\"><span class=\"mark\" aria-hidden=\"true\">▶ "
                    + "</span>Nacka</th>"))
        #expect(
            html.contains(
                "<span class=\"good\"><span aria-hidden=\"true\">✓</span> bättre</span>"))
    }

    @Test func `writes numbers as Swedes do and keeps their decimal marks below each other`() {
        let table = ReportTable(
            columns: [.init("v", Text(verbatim: "V"), .number)],
            rows: [
                .init([.decimal(ScaledDecimal(units: -123_456, scale: 1))]),
                .init([.decimal(ScaledDecimal(units: 7, scale: 0))]),
            ])
        let html = page(table)
        #expect(html.contains("<td class=\"number\">\u{2212}12\u{A0}345,6</td>"))
        #expect(
            html.contains(
                "<td class=\"number\">7<span class=\"fill\" aria-hidden=\"true\">,6</span></td>"))
    }

    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\"'&", "&quot;&#39;&amp;"), ("\u{202E}abc", #"\u{202E}abc"#),
        ("&lt;", "&amp;lt;"),
    ])
    func `lets no text become markup wherever it stands`(text: String, written: String) {
        let hostile = Text(verbatim: text)
        let table = ReportTable(
            title: hostile, lead: [hostile],
            columns: [.init("a", hostile, unit: hostile), .init("b", hostile)],
            rows: [.init([.text(text), .label(hostile, tone: .bad)])], notes: [hostile])
        let html = HTMLRenderer(language: .sv).render(
            ReportDocument(
                title: hostile, lead: [hostile],
                sections: [
                    .init(name: text, heading: hostile, tables: [table]),
                    .init(name: text, heading: hostile, tables: []),
                ], receipts: table, method: [hostile]),
            links: [(text, hostile)])
        #expect(!html.contains(text))
        // Title twice, lead, link and address, two contents, two headings, and two tables with a
        // caption and its label, a lead in one, three heads' texts, two cells and a note; method.
        #expect(html.components(separatedBy: written) - 1 >= 24)
    }

    @Test func `a section's name becomes an address of plain letters`() {
        let section = ReportDocument.Section(
            name: "U 1\"å", heading: Text(verbatim: "h"), tables: [])
        let html = HTMLRenderer(language: .sv).render(
            ReportDocument(title: Text(verbatim: "t"), sections: [section, section]))
        #expect(html.contains("<section id=\"s-u-1--\">"))
        #expect(html.contains("<a href=\"#s-u-1--\">"))
    }
}

extension String {
    /// How many pieces a text falls into at another.
    fileprivate func components(separatedBy text: String) -> Int {
        ranges(of: text).count + 1
    }
}
