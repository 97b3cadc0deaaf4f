import Charts
import Diagnostics
import Testing

struct ChartDrawerTests {
    private let drawer = ChartDrawer(language: .sv, searchPath: nil, temporaryFolder: nil)

    @Test func `draws every kind by one process, as a named SVG element and as PNG`() async throws {
        let charts = [SampleCharts.dots(), SampleCharts.trend, SampleCharts.funnel]
        let drawings = try await drawer.draw(
            charts.map { chart in (chart: chart, formats: Set<ChartFormat>([.svg, .png])) })
        try #require(drawings.count == 3)
        for (index, drawing) in drawings.enumerated() {
            let svg = try #require(drawing.svg)
            let name = "chart\(index + 1)"
            #expect(
                svg.hasPrefix("<svg role=\"img\" aria-labelledby=\"\(name)-title \(name)-desc\""))
            #expect(svg.hasSuffix("</svg>"))
            #expect(svg.contains("<title id=\"\(name)-title\">"))
            #expect(svg.contains("<text>procent</text>") || svg.contains(">procent<"))
            #expect(drawing.png?.prefix(4) == [0x89, 0x50, 0x4E, 0x47])
        }
    }

    @Test func `drawings that stand on one page share no id`() async throws {
        let drawings = try await drawer.draw([
            (SampleCharts.dots(), [.svg]), (SampleCharts.trend, [.svg]),
        ])
        let ids = drawings.map { drawing in
            Set((drawing.svg ?? "").matches(of: /id=['"]([^'"]+)['"]/).map { String($0.1) })
        }
        try #require(ids.count == 2)
        #expect(ids[0].count > 10)
        #expect(ids[0].isDisjoint(with: ids[1]))
        let svg = try #require(drawings[1].svg)
        for match in svg.matches(of: /href=['"]#([^'"]+)['"]/) {
            #expect(ids[1].contains(String(match.1)))
        }
    }

    @Test func `writes numbers along the axis as Swedes do`() async throws {
        let chart = Chart(
            title: Text(verbatim: "t"), description: Text(verbatim: "d"),
            unit: Text(verbatim: "kr"),
            kind: .dots(DotPlot(points: [.init("a", -20_000), .init("b", 20_000)])))
        let svg = try #require(try await drawer.draw([(chart, [.svg])]).first?.svg)
        #expect(svg.contains("\u{2212}20\u{A0}000"))
        #expect(svg.contains("10\u{A0}000"))
    }

    @Test(arguments: [
        "`touch HERE/ran`", "$(touch HERE/ran)", "'; system('touch HERE/ran'); '",
        "\"; system(\"touch HERE/ran\"); \"", "'\nsystem('touch HERE/ran')\n'",
        "EOD\nset output '|touch HERE/ran'\nplot x\n", "@HOME ${HOME} {/Bold x}_a^b \\n %s %d",
        "<script>alert(1)</script>", "</svg><script>alert(1)</script>", "\\", "''", "",
    ])
    func `lets no label or title run, format or mark anything up`(text: String) async throws {
        let folder = try ScratchFolder()
        let label = text.replacing("HERE", with: folder.path)
        var chart = SampleCharts.dots(label, title: label)
        chart.unit = Text(verbatim: label)
        chart.description = Text(verbatim: label)
        let drawing = try #require(try await drawer.draw([(chart, [.svg, .png])]).first)
        #expect(folder.names == [])
        let svg = try #require(drawing.svg)
        #expect(!svg.contains("<script"))
        #expect(svg.matches(of: /<\/svg>/).count == 1)
        if text.contains("%s") { #expect(svg.contains("{/Bold x}_a^b \\n %s %d")) }
    }

    @Test func `says what to install where gnuplot is missing`() async throws {
        let folder = try ScratchFolder()
        let drawer = ChartDrawer(language: .sv, searchPath: folder.path, temporaryFolder: nil)
        let error = await #expect(throws: ChartError.self) {
            try await drawer.draw([(SampleCharts.trend, [.svg])])
        }
        #expect(error == .programMissing)
        #expect(
            error?.diagnostics.first?.hint?.sv.contains("apt-get install gnuplot-nox") == true)
    }

    @Test func `leaves nothing behind`() async throws {
        let folder = try ScratchFolder()
        let drawer = ChartDrawer(language: .en, searchPath: nil, temporaryFolder: folder.path)
        _ = try await drawer.draw([(SampleCharts.trend, [.svg, .png])])
        #expect(folder.names == [])
    }

    @Test func `values that are no numbers are left out`() async throws {
        let chart = Chart(
            title: Text(verbatim: "t"), description: Text(verbatim: "d"), unit: Text(verbatim: "u"),
            kind: .dots(DotPlot(points: [.init("a", .nan), .init("b", .infinity)])))
        #expect(try await drawer.draw([(chart, [.svg])]).first?.svg != nil)
    }
}
