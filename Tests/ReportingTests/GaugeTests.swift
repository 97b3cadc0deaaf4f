import Diagnostics
import Indicators
import Reporting
import Testing

struct GaugeTests {
    private static let table: ReportTable = {
        var drawing = ReportTable.Column("drawing", Text(verbatim: "0–100"))
        drawing.isDrawing = true
        return ReportTable(
            columns: [
                .init("name", Text(verbatim: "Name")), drawing,
                .init("value", Text(verbatim: "Value"), .number),
            ],
            rows: [
                .init([
                    .text("Nacka"), .gauge(Gauge(place: 0.5, interval: 0.25...0.7)), .integer(50),
                ]),
                .init([.text("Solna"), .gauge(Gauge(place: 2)), .integer(100)]),
            ])
    }()

    private func lines(_ width: Int?) -> [String] {
        TerminalRenderer(style: TerminalStyle(language: .en, width: width)).render(Self.table)
            .split(separator: "\n").map(String.init)
    }

    @Test func `is drawn where the terminal has room`() {
        #expect(
            lines(40) == [
                "Name   0–100            Value",
                "─────────────────────────────",
                "Nacka  ····━━━●━━━····     50",
                "Solna  ··············●    100",
            ])
    }

    @Test func `gives way before anything else does, and is not drawn into files`() {
        let plain = ["Name   Value", "────────────", "Nacka     50", "Solna    100"]
        #expect(lines(28) == plain)
        #expect(lines(nil) == plain)
    }

    @Test func `is nothing to machines`() {
        var csv = CSVWriter(.rfc)
        csv.table(Self.table)
        #expect(csv.takeText() == "name,value\r\nNacka,50\r\nSolna,100\r\n")
        var json = JSONWriter()
        json.rows(Self.table, language: .en)
        #expect(
            json.takeText()
                == #"[{"name":"Nacka","value":50},{"name":"Solna","value":100}]"#)
        #expect(
            MarkdownRenderer(language: .en).render(Self.table).hasPrefix("| Name | Value |\n"))
    }

    @Test func `a place that is no number stands at the left end`() {
        #expect(Gauge(place: .nan).place == 0)
        #expect(Gauge(place: -1, interval: -5...7).interval == 0...1)
    }
}
