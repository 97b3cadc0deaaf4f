import Testing

@testable import DocumentText

/// Which words of a page make a row and a column, by where they stand: as word processors set tables.
@Suite struct PageRowTests {
    /// Words at a place of the page: a sign is 4 points wide and 10 high; points from the left and the top.
    private typealias Words = (top: Double, at: [(left: Int, text: String)])

    private static func texts(_ pages: [[Words]]) throws -> [String] {
        var boxes = "<doc>\n"
        for page in pages {
            boxes += "  <page width=\"842.000000\" height=\"595.000000\">\n"
            for line in page {
                for (left, text) in line.at {
                    var column = left
                    for word in text.split(separator: " ") {
                        let end = column + 4 * word.count
                        boxes +=
                            "    <word xMin=\"\(column).000000\" yMin=\"\(line.top)\" "
                            + "xMax=\"\(end).000000\" yMax=\"\(line.top + 10)\">\(word)</word>\n"
                        column = end + 3
                    }
                }
            }
            boxes += "  </page>\n"
        }
        return try LayoutText.lines(Array((boxes + "</doc>\n").utf8), DocumentLimits())
            .filter { !$0.isJoined && !$0.text.isEmpty }.map(\.text)
    }

    @Test func `what stands a line below goes on the name, whatever it begins with`() throws {
        #expect(
            try Self.texts([
                [
                    (0, [(0, "Indikator"), (150, "Utfall"), (200, "Mål")]),
                    (14, [(0, "Unga som får hjälp av"), (158, "185"), (200, "210")]),
                    (24.3, [(0, "MiniMaria i år")]),
                    (35.1, [(0, "Avsluta konsulter"), (158, "12"), (200, "13")]),
                    (45.4, [(0, "Effekt från maj")]),
                    (56.2, [(0, "Brev"), (158, "1"), (200, "2")]),
                ]
            ]) == [
                "Indikator\tUtfall\tMål", "Unga som får hjälp av MiniMaria i år\t185\t210",
                "Avsluta konsulter Effekt från maj\t12\t13", "Brev\t1\t2",
            ])
    }

    @Test func `cells in the middle of a wrapped name are of its row`() throws {
        #expect(
            try Self.texts([
                [
                    (0, [(0, "Indikator"), (150, "Utfall"), (200, "Mål")]),
                    (14, [(0, "Andel unga som")]), (19, [(158, "51"), (200, "59")]),
                    (24, [(0, "inte röker")]), (34.8, [(0, "Andel barn i")]),
                    (39.8, [(158, "69"), (200, "78")]), (44.8, [(0, "förskola")]),
                    (55.6, [(0, "Unga som får")]),
                    (65.6, [(0, "hjälp av"), (158, "185"), (200, "199")]),
                    (75.6, [(0, "socialtjänsten")]),
                ]
            ]) == [
                "Indikator\tUtfall\tMål", "Andel unga som inte röker\t51\t59",
                "Andel barn i förskola\t69\t78", "Unga som får hjälp av socialtjänsten\t185\t199",
            ])
    }

    @Test
    func `headings to the left and figures to the right of a column are one, signs behind another`()
        throws
    {
        #expect(
            try Self.texts([
                [
                    (0, [(0, "Indikator"), (150, "2015"), (200, "2016"), (250, "Mål")]),
                    (14, [(0, "Nöjda"), (180, "54"), (230, "55"), (315, "T3")]),
                    (28, [(0, "Trygga"), (230, "95"), (280, "96"), (315, "T1 T2")]),
                    (42, [(0, "Delaktiga"), (315, "T3")]),
                    (56, [(0, "Lugna"), (180, "1"), (230, "2"), (280, "3"), (315, "T3")]),
                ]
            ]) == [
                "Indikator\t2015\t2016\tMål\t", "Nöjda\t54\t55\t\tT3", "Trygga\t\t95\t96\tT1 T2",
                "Delaktiga\t\t\t\tT3", "Lugna\t1\t2\t3\tT3",
            ])
    }

    @Test func `a running header above a table is none of its headings`() throws {
        let header: Words = (0, [(0, "Norrby kommun"), (90, "Provnämnden"), (200, "2031-02-06")])
        let table: [Words] = [
            (30, [(0, "Indikator"), (150, "Utfall"), (200, "Mål")]),
            (44, [(0, "Unga som får hjälp av nämnden"), (158, "185"), (200, "210")]),
            (54.3, [(0, "under året i hela kommunen")]),
            (65.1, [(0, "Brev"), (158, "1"), (200, "2")]),
            (75.4, [(0, "till alla")]),
        ]
        let pages = (0..<4).map { page in
            [header] + (page == 1 ? table : [(30, [(0, "Stycke \(page) om annat.")])])
        }
        #expect(
            try Self.texts(pages).filter { $0.contains("\t") } == [
                "Indikator\tUtfall\tMål",
                "Unga som får hjälp av nämnden under året i hela kommunen\t185\t210",
                "Brev till alla\t1\t2",
            ])
    }

    @Test func `headings in the middle of their groups stand beside a heading to the left`() throws
    {
        let heads = ["Intäkt", "Kostnad", "Netto", "Budget", "Diff", "Intäkt", "Kostnad", "Netto"]
        let rows = [
            ["4", "-7", "-3", "-2", "-1", "5", "-9", "-4"],
            ["8", "-9", "-1", "-2", "1", "7", "-8", "-1"],
        ]
        func line(_ top: Double, _ name: String, _ cells: [String]) -> Words {
            (
                top,
                [(0, name)]
                    + cells.enumerated().map { (left: 170 + 45 * $0 - 4 * $1.count, text: $1) }
            )
        }
        #expect(
            try Self.texts([
                [
                    (
                        0,
                        [
                            (0, "Verksamhet"), (160, "Ack utfall"), (278, "Ack budget"),
                            (385, "Utfall"),
                        ]
                    ),
                    line(12, "Kostnader och intäkter i tkr", heads), line(26, "Barn", rows[0]),
                    line(40, "Vuxna", rows[1]),
                ]
            ]) == [
                "Verksamhet\tAck utfall\t\t\tAck budget\t\tUtfall\t\t",
                "Kostnader och intäkter i tkr\t" + heads.joined(separator: "\t"),
                "Barn\t" + rows[0].joined(separator: "\t"),
                "Vuxna\t" + rows[1].joined(separator: "\t"),
            ])
    }
}
