import Diagnostics
import Indicators
import Testing

@testable import Reports

/// Rows of which a quick reader would make other figures than a careful one.
///
/// The answers are those of a person who reads the table: where that person could not tell, no figure.
@Suite struct DoubtfulRowTests {
    private static func table(
        _ kind: String, _ heads: [String], rows: Int?, unit: String = ""
    ) -> String {
        "tables:\n  - id: t\n    kind: \(kind)\n" + (rows.map { "    rows: \($0)\n" } ?? "") + unit
            + "    columns:\n      - { header: Rader, role: name }\n"
            + heads.enumerated().map { place, head in
                "      - { header: \"\(head)\", measure: \(kind == "absence" ? "absence_short" : "outcome"), "
                    + "period: \"\(2030 + place)\" }\n"
            }.joined()
    }

    private static func told(_ reading: ReportReading) -> [String] {
        reading.figures.map { "\($0.subject): \($0.value?.description ?? $0.missing)" }
    }

    private static let three = ["Tot", "Kvinnor", "Män"]

    @Test(arguments: ["saknas", "*", "ej klart", "(300)", "3,8x"])
    func `a cell that cannot be read moves none of the others`(cell: String) throws {
        let reading = try Sample.reading(
            "Rader Tot Kvinnor Män\n\nOmsorg 3,86 4,09 0,00\n\nStöd \(cell) 4,11 0,50\n\nVuxna 1,20 1,30 1,10\n",
            Self.table("absence", Self.three, rows: 3, unit: "    unit: percent\n"))
        #expect(reading.figures.allSatisfy { ["Omsorg", "Vuxna"].contains($0.organisation) })
        #expect(reading.rejects.count + reading.misfits.count > 0)
    }

    @Test func `numbers in brackets are no part of a name`() throws {
        let reading = try Sample.reading(
            "Verksamhet, tkr Utfall intäkter Utfall kostnader Utfall netto Budget netto Budget-avvikelse\n\n"
                + "Barn 100 (300) (200) (250) 50\n\nVuxna 50 -400 -350 -370 20\n",
            Sample.economyManifest.replacing("rows: 4", with: "rows: 2"))
        #expect(Self.told(reading).allSatisfy { $0.hasPrefix("Vuxna: ") })
        #expect(reading.rejects.count + reading.misfits.count > 0)
    }

    @Test func `a row with too few cells whose sums fail is not filled up`() throws {
        let reading = try Sample.reading(
            "Verksamhet, tkr Utfall intäkter Utfall kostnader Utfall netto Budget netto Budget-avvikelse\n\n"
                + "Barn 100 -300 -200 -250 50\n\nVuxna -400 -350 -370 20\n",
            Sample.economyManifest.replacing("rows: 4", with: "rows: 2"))
        #expect(Self.told(reading).allSatisfy { $0.hasPrefix("Barn: ") })
        #expect(reading.rejects.map(\.code) == ["report.ambiguous-row"])
        #expect(reading.rejects.map(\.location) == [.file(path: "rapport.txt", line: 5)])
    }

    @Test(arguments: [3, nil])
    func `a name that ends its line in a number goes on below it`(rows: Int?) throws {
        let reading = try Sample.reading(
            "Rader Tot Kvinnor Män\n\nOmsorg 3,86 4,09 0,00\n\nHVB Gläntan 2\nnatt 0,41 9,96 0,00\n\nVuxna 1,20 1,30 1,10\n",
            Self.table("absence", Self.three, rows: rows, unit: "    unit: percent\n"))
        #expect(reading.misfits == [])
        #expect(
            reading.tables.first?.rows.map(\.name) == ["Omsorg", "HVB Gläntan 2 natt", "Vuxna"])
    }

    @Test(arguments: ["Under perioden ökade antalet besök till 412", "Sida 4 av 9"])
    func `a sentence and a page's footer are no row`(line: String) throws {
        let reading = try Sample.reading(
            "Rader Utfall 2030 Mål\n\nAndel A 5 % 6 %\n\n\(line)\n\nText.\n",
            Self.table("indicators", ["Utfall 2030", "Mål"], rows: 2))
        #expect(reading.figures == [])
        #expect(
            reading.misfits.map(\.code) == [
                line.hasPrefix("Sida") ? "report.row-count" : "report.name-cut"
            ])
    }

    @Test func `the number of a page between rows is no cell`() throws {
        let reading = try Sample.reading(
            "Rader Utfall 2030 Mål\nTrygga 5 6\n14\nNöjda 12 13\n",
            Self.table("indicators", ["Utfall 2030", "Mål"], rows: 2))
        #expect(Self.told(reading) == ["Nöjda: 12", "Nöjda: 13"])
        #expect(reading.rejects.map(\.code) == ["report.ambiguous-row"])
        let economy = try Sample.reading(
            "Verksamhet, tkr Utfall intäkter Utfall kostnader Utfall netto Budget netto Budget-avvikelse\n"
                + "Barn 100 -300 -200 -250 50\n12\nVuxna 50 -400 -350 -370 20\n",
            Sample.economyManifest.replacing("rows: 4", with: "rows: 2"))
        #expect(economy.misfits == [])
        #expect(economy.rejects == [])
        #expect(economy.tables.first?.rows.map(\.name) == ["Barn", "Vuxna"])
    }

    @Test func `the last number of a row may wrap by itself`() throws {
        let reading = try Sample.reading(
            "Verksamhet, tkr Utfall intäkter Utfall kostnader Utfall netto Budget netto Budget-avvikelse \n"
                + "Vuxna 0 -7 310 -7 310 -7 500 \n190 \n",
            Sample.economyManifest.replacing("rows: 4", with: "rows: 1"))
        #expect(reading.misfits == [])
        #expect(reading.rejects == [])
        #expect(reading.figures.map(\.printed) == ["0", "-7 310", "-7 310", "-7 500", "190"])
    }

    @Test(arguments: [
        "Rader Utfall 2030 Utfall 2031 Utfall 2032 \n\nA hos dem 5 % 6 % 7 % \n\nB hos dem \n\n10 11 12 \n\nSlut. \n",
        "Rader\tUtfall 2030\tUtfall 2031\tUtfall 2032\nA\t5\t6\t7\n\nB\t10\t11\t12\n",
    ])
    func `a second row is noticed where one is declared`(text: String) throws {
        let reading = try Sample.reading(
            text,
            Self.table("indicators", ["Utfall 2030", "Utfall 2031", "Utfall 2032"], rows: 1))
        #expect(reading.figures == [])
        #expect(reading.misfits.map(\.code) == ["report.row-count"])
    }

    @Test(arguments: [
        // The surplus row cannot be read itself; then it has two columns only.
        "Rader Utfall 2030 Utfall 2031 Utfall 2032\n\nA 5 % 6 % 7 %\n\nB 5 % 6 % 7 %\n\nC hos dem\n\n10 638 1 824 927\n\nSlut.\n",
        "Rader Utfall 2030 Utfall 2031\n\nA 5 % 6 %\n\nB 7 % 8 %\n\nC 9 % 10 %\n\nText.\n",
    ])
    func `a surplus row is noticed whatever it holds`(text: String) throws {
        let heads = ["Utfall 2030", "Utfall 2031"] + (text.contains("2032") ? ["Utfall 2032"] : [])
        let reading = try Sample.reading(text, Self.table("indicators", heads, rows: 2))
        #expect(reading.figures == [])
        #expect(reading.misfits.map(\.code) == ["report.row-count"])
    }

    @Test(arguments: ["144", "3", "• ", "* Siffran är preliminär."])
    func `what stands below a row without its last tab goes on no figure`(line: String) throws {
        let manifest =
            Self.table("indicators", ["Utfall 2030", "Mål"], rows: 1)
            + "      - { header: \"\", role: flags }\n"
        let reading = try Sample.reading(
            "Rader\tUtfall 2030\tMål\t\nTrygga\t8 %\t9 %\n\(line)\nText.\n", manifest)
        #expect(reading.misfits == [])
        #expect(Self.told(reading) == ["Trygga: 8", "Trygga: 9"])
    }

    @Test func `numbers in a column without a heading are told`() throws {
        let reading = try Sample.reading(
            "Rader\tUtfall 2030\tMål\t\nTrygga\t8\t9\t77\n",
            Self.table("indicators", ["Utfall 2030", "Mål"], rows: 1))
        #expect(reading.figures == [])
        #expect(reading.misfits.map(\.code) == ["report.unnamed-column"])
    }

    @Test(arguments: ["21*", "21 %*", "21 **", "21¹"])
    func `marks of notes are no digits`(cell: String) throws {
        let reading = try Sample.reading(
            "Rader\tUtfall 2030\tMål\nTrygga\t\(cell)\t9\n",
            Self.table("indicators", ["Utfall 2030", "Mål"], rows: 1))
        #expect(reading.misfits == [])
        #expect(Self.told(reading) == ["Trygga: 21", "Trygga: 9"])
    }

    @Test func `empty cells that are printed and cut off are the same cells`() throws {
        let manifest = """
            tables:
              - id: t
                kind: series
                rows: 2
                subject: Personer
                columns:
                  - { header: Rader, role: name }
                  - { header: T1, measure: outcome, period: T1 }
                  - { header: T2, measure: outcome, period: T2 }
                  - { header: T3, measure: outcome, period: T3 }

            """
        for year in ["År 2016", "2016"] {
            let reading = try Sample.reading(
                "Rader T1 T2 T3\n\n\(year) 36,0 40,8 41,8\n\nÅr 2017 45,8  \n", manifest)
            #expect(reading.misfits == [])
            #expect(reading.rejects == [])
            #expect(
                reading.figures.compactMap { $0.value?.description } == [
                    "36.0", "40.8", "41.8", "45.8",
                ])
        }
    }

    @Test func `a number behind a bracket begins the cells`() throws {
        let reading = try Sample.reading(
            "Rader Utfall 2030 Utfall 2031 \nKostnad (inkl. moms) 5 590,1 5 633,1 \nBrev 1 2 \n",
            Self.table("indicators", ["Utfall 2030", "Utfall 2031"], rows: 2))
        #expect(reading.misfits == [])
        #expect(
            Self.told(reading) == [
                "Kostnad (inkl. moms): 5590.1", "Kostnad (inkl. moms): 5633.1", "Brev: 1",
                "Brev: 2",
            ])
    }

    @Test func `a year at the edge of a page is no number of a page`() throws {
        let reading = try Sample.reading(
            "Text.\n\u{0C}Rader Utfall 2030 Mål\n\nTrygga 5 % 6 %\n\nMål för\n2030\n\u{0C}antal 12 13\n\nMer.\n\u{0C}Slut.\nText.\n",
            Self.table("indicators", ["Utfall 2030", "Mål"], rows: 2))
        #expect(reading.misfits == [])
        #expect(reading.tables.first?.rows.map(\.name) == ["Trygga", "Mål för 2030 antal"])
    }
}
