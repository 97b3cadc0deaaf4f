import Diagnostics
import Indicators
import Testing

@testable import Reports

/// What changed years, names, wraps, orders of columns and blanks did to tables that were read before.
///
/// The answers are those of a person who reads the table; blanks at the ends of lines are cut off
/// wherever a text has none.
@Suite struct UnseenTableTests {
    private static func columns(_ heads: [String]) -> String {
        heads.enumerated().map { place, head in
            "      - { header: \"\(head)\", measure: outcome, period: \"\(2030 + place)\" }\n"
        }.joined()
    }

    private static func table(
        _ kind: String, _ name: String, _ heads: [String], rows: Int
    ) -> String {
        "tables:\n  - id: t\n    kind: \(kind)\n    rows: \(rows)\n    columns:\n"
            + "      - { header: \"\(name)\", role: name }\n" + columns(heads)
    }

    private static let series = """
        tables:
          - id: t
            kind: series
            rows: 2
            subject: Timmar
            columns:
              - { header: Timmar per tertial, role: name }
              - { header: T1, measure: outcome, period: T1 }
              - { header: T2, measure: outcome, period: T2 }
              - { header: T3, measure: outcome, period: T3 }

        """

    /// The cells of figures as read, with their lines.
    private static func cells(_ reading: ReportReading) -> [String] {
        reading.figures.map { figure in
            "\(figure.line) \(figure.value?.description ?? figure.missing)"
        }
    }

    @Test func `a kommun at the end of a name is the row's kommun`() throws {
        let manifest = """
            municipalities: { Norrby: "0998", Norra Norrby: "0997" }
            tables:
              - id: peers
                kind: peers
                rows: 2
                columns:
                  - { header: Nyckeltal, role: name }
                  - { header: Kommun, role: municipality }
                  - { header: Resultat, measure: outcome, period: "2031" }

            """
        let text =
            "Nyckeltal Kommun Resultat\nNöjda unga 13-17 Norra Norrby 86\nNöjda unga\n13-17 Norrby 7\n"
        let reading = try Sample.reading(text, manifest)
        #expect(reading.misfits == [])
        #expect(
            reading.figures.map { "\($0.subject) \($0.municipality) \($0.printed)" } == [
                "Nöjda unga 13-17 0997 86", "Nöjda unga 13-17 0998 7",
            ])
        // A kommun that the manifest does not know makes no row.
        let other = try Sample.reading(
            text.replacing("13-17 Norrby 7", with: "13-17 Söderby 7"), manifest)
        #expect(other.figures == [])
        #expect(other.misfits.isEmpty == false)
    }

    @Test(arguments: ["Ansvar Benämning", "Benämning Ansvar"])
    func `a code beside a name is the unit's code`(heads: String) throws {
        let manifest = """
            tables:
              - id: absence
                kind: absence
                rows: 2
                unit: percent
                period: "2031"
                columns:
                  - { header: Ansvar, role: code }
                  - { header: Benämning, role: name }
                  - { header: Kort, measure: absence_short }
                  - { header: Lång, measure: absence_long }

            """
        let rows = [("21200", "Team 4", "3,86 4,09"), ("21210", "Barn 0-12", "0,00 -")]
        let text =
            "\(heads) Kort Lång\n"
            + rows.map { code, name, cells in
                (heads.hasPrefix("Ansvar") ? "\(code) \(name)" : "\(name) \(code)") + " \(cells)\n"
            }.joined()
        let reading = try Sample.reading(text, manifest)
        #expect(reading.misfits == [])
        #expect(reading.rejects == [])
        #expect(
            reading.figures.map { "\($0.organisationCode) \($0.organisation) \($0.printed)" } == [
                "21200 Team 4 3,86", "21200 Team 4 4,09", "21210 Barn 0-12 0,00",
                "21210 Barn 0-12 -",
            ])
    }

    private static let groups = """
        tables:
          - id: economy
            kind: economy
            rows: 1
            unit: tkr
            columns:
              - { header: Verksamhet, role: name }
              - { group: Ack 2031, header: Budget netto, measure: budget, period: 2031-T1 }
              - { group: Ack 2031, header: Utfall netto, measure: net, period: 2031-T1 }
              - { group: Helår 2031, header: Budget netto, measure: budget, period: "2031" }
              - { group: Helår 2031, header: Prognos netto, measure: forecast, period: "2031" }

        """

    @Test func `of equal headings, the one under the group that is printed first comes first`()
        throws
    {
        let text =
            "Verksamhet Helår 2031 Ack 2031\nPrognos netto Budget netto\n"
            + "Utfall netto Budget netto\nHemtjänst -11 -12 -5 -6\n"
        let reading = try Sample.reading(text, Self.groups)
        #expect(reading.misfits == [])
        #expect(
            Sample.lines(reading) == [
                "4 Hemtjänst forecast 2031 T -11 tkr", "4 Hemtjänst budget 2031 T -12 tkr",
                "4 Hemtjänst net 2031-T1 T -5 tkr", "4 Hemtjänst budget 2031-T1 T -6 tkr",
            ])
    }

    @Test(arguments: [
        // No group is printed.
        "Verksamhet Prognos netto Budget netto Utfall netto Budget netto\n",
        // The columns of the groups are mixed.
        "Verksamhet Helår 2031 Ack 2031\nUtfall netto Budget netto Prognos netto Budget netto\n",
        "Verksamhet\tPrognos netto\tBudget netto\tUtfall netto\tBudget netto\n",
    ])
    func `equal headings that no group tells apart are refused`(heading: String) throws {
        let cells =
            heading.contains("\t") ? "Hemtjänst\t-11\t-12\t-5\t-6\n" : "Hemtjänst -11 -12 -5 -6\n"
        let reading = try Sample.reading(heading + cells, Self.groups)
        #expect(reading.figures == [])
        #expect(reading.misfits.map(\.code) == ["report.table-missing"])
    }

    @Test func `a number in the middle of a name is no row`() throws {
        let manifest = Self.table(
            "indicators", "Indikatorer", ["Utfall 2030", "Utfall 2031"], rows: 2)
        let text =
            "Indikatorer Utfall 2030 Utfall 2031\n\nAntal kunder år 2016\nsom fått stöd\n\n12 14\n\n"
            + "Familjer i projekt A 12\n\n15 -\n"
        let reading = try Sample.reading(text, manifest)
        #expect(reading.misfits == [])
        #expect(
            Sample.lines(reading) == [
                "6 Antal kunder år 2016 som fått stöd outcome 2030 T 12 number",
                "6 Antal kunder år 2016 som fått stöd outcome 2031 T 14 number",
                "10 Familjer i projekt A 12 outcome 2030 T 15 number",
                "10 Familjer i projekt A 12 outcome 2031 T missing_dash number",
            ])
    }

    @Test func `an empty cell before others is not lost with those cut off after them`() throws {
        let reading = try Sample.reading(
            "Timmar per tertial T1 T2 T3\nÅr 2030  17 048\nÅr 2031 189 186 216\n", Self.series)
        #expect(reading.misfits == [])
        #expect(
            Self.cells(reading) == [
                "2 missing_blank", "2 17048", "2 missing_blank", "3 189", "3 186", "3 216",
            ])
    }

    @Test func `thousands that may be cells are refused where empty cells may be cut off`() throws {
        let reading = try Sample.reading(
            "Timmar per tertial T1 T2 T3\nÅr 2030 6 805 7 575\nÅr 2031 50,3\n", Self.series)
        #expect(reading.misfits == [])
        #expect(reading.rejects.map(\.code) == ["report.ambiguous-row"])
        #expect(reading.rejects.map(\.location) == [.file(path: "rapport.txt", line: 2)])
        #expect(Self.cells(reading) == ["3 50.3", "3 missing_blank", "3 missing_blank"])
    }

    @Test func `a unit of several words is one cell`() throws {
        let manifest = Self.table(
            "indicators", "Indikatorer", ["Utfall 2030", "Utfall 2031"], rows: 1)
        let reading = try Sample.reading(
            "Indikatorer Utfall 2030 Utfall 2031\nVräkta barn 78/100 000 inv 3 T1\n", manifest)
        #expect(reading.misfits == [])
        #expect(
            Sample.lines(reading) == [
                "2 Vräkta barn outcome 2030 T 78 per_100000",
                "2 Vräkta barn outcome 2031 T 3 number",
            ])
    }

    @Test func `a row without figures may have its follow-up on a line of its own`() throws {
        let manifest = Self.table(
            "indicators", "Indikatorer", ["Utfall 2030", "Utfall 2031"], rows: 2)
        let reading = try Sample.reading(
            "Indikatorer Utfall 2030 Utfall 2031\nDelaktiga i\nserviceboende\n  T3\n\nSamtal 1 2 T1\n",
            manifest)
        #expect(reading.misfits == [])
        #expect(reading.tables.first?.rows.map(\.name) == ["Delaktiga i serviceboende", "Samtal"])
        #expect(reading.tables.first?.rows.map(\.flags) == [[3], [1]])
    }

    @Test func `columns may be set apart by several blanks where every cell is filled`() throws {
        let manifest = Self.table(
            "indicators", "Indikatorer", ["Utfall 2030", "Utfall 2031", "Utfall 2032"], rows: 2)
        let text =
            "Indikatorer    Utfall 2030   Utfall 2031   Utfall 2032\n"
            + "Samtal            1 645           232          54 %\nBrev                -       17 048             3\n"
        let reading = try Sample.reading(text, manifest)
        #expect(reading.misfits == [])
        #expect(
            Self.cells(reading) == ["2 1645", "2 232", "2 54", "3 missing_dash", "3 17048", "3 3"])
    }

    @Test func `cells that wrap stand on their own lines`() throws {
        let reading = try Sample.reading(
            "Verksamhet, tkr Utfall intäkter Utfall kostnader Utfall netto Budget netto Budget-avvikelse \n"
                + Sample.economyRows.map { name, cells in
                    "\(name) \n\(cells[..<3].joined(separator: " ")) \n\(cells[3]) \(cells[4]) \n"
                }.joined(), Sample.economyManifest)
        #expect(reading.misfits == [])
        #expect(reading.figures.prefix(10).map(\.line) == [3, 3, 3, 4, 4, 6, 6, 6, 7, 7])
        #expect(
            reading.figures.map(\.printed) == Sample.economyRows.flatMap(\.cells))
    }

    @Test(arguments: [
        "Verksamhet,\ntkr\tAck 2031\t\tHelår 2031\t\n\tBudget netto\tUtfall\nnetto\tBudget netto\tPrognos netto\n",
        "Verksamhet\tAck 2031\t\tHelår 2031\t\n\nKostnader\n(-)\tBudget netto\tUtfall netto\tBudget netto\tPrognos netto\n",
    ])
    func `headings divided by tabs wrap anywhere`(heading: String) throws {
        let head = heading.hasPrefix("Verksamhet,") ? "\"Verksamhet, tkr\"" : "Verksamhet"
        let manifest = Self.groups.replacing("header: Verksamhet,", with: "header: \(head),")
            .replacing("unit: tkr\n", with: "unit: tkr\n    spanning: [\"Kostnader (-)\"]\n")
        let reading = try Sample.reading(heading + "Hem-\ntjänst\t-11\t-12\t-5\t-6\n", manifest)
        #expect(reading.misfits == [])
        #expect(
            reading.figures.map { "\($0.subject) \($0.measure.rawValue) \($0.printed)" } == [
                "Hemtjänst budget -11", "Hemtjänst net -12", "Hemtjänst budget -5",
                "Hemtjänst forecast -6",
            ])
    }

    @Test func `a name in the last column wraps too`() throws {
        let manifest = Self.table("pairs", "Sociala kontrakt", ["T3"], rows: 2)
        let reading = try Sample.reading(
            "T3\tSociala\nkontrakt\n77\tHushåll med\nbesittningsskydd\n-\tHushåll utan\n(eget) skydd\n",
            manifest)
        #expect(reading.misfits == [])
        #expect(
            reading.figures.map(\.subject) == [
                "Hushåll med besittningsskydd", "Hushåll utan (eget) skydd",
            ])
        #expect(Self.cells(reading) == ["3 77", "5 missing_dash"])
    }

    @Test(arguments: [
        "\tIndikatorer\tUtfall 2030\tUtfall 2031\n\tSamtal\t1\t2\n\tBesök\t3\t4\n\tBrev\t5\t6\n",
        "Indikatorer Utfall 2030 Utfall 2031\n\nSamtal 1 2 T1\n\nBesök 3 4 T1\n\nBrev 5 6 T1\n",
    ])
    func `a table that goes on after its declared rows does not fit`(text: String) throws {
        let heads = ["Utfall 2030", "Utfall 2031"]
        let reading = try Sample.reading(
            text, Self.table("indicators", "Indikatorer", heads, rows: 2))
        #expect(reading.figures == [])
        #expect(reading.misfits.map(\.code) == ["report.row-count"])
        let line = text.hasPrefix("\t") ? 4 : 7
        #expect(reading.misfits.map(\.location) == [.file(path: "rapport.txt", line: line)])
        let whole = try Sample.reading(
            text, Self.table("indicators", "Indikatorer", heads, rows: 3))
        #expect(whole.misfits == [])
        #expect(whole.figures.compactMap(\.value?.description) == ["1", "2", "3", "4", "5", "6"])
    }

    @Test func `the sum tells amounts from the ends of several names`() throws {
        let manifest = """
            tables:
              - id: grants
                kind: amounts
                after: Bidrag 2031
                rows: 4
                unit: kr
                columns:
                  - { header: "", measure: amount }

            """
        let text =
            "Bidrag 2031\n\nProjekt ESF 100 638 kr\n\nStöd, del 2 360 712 kr\n\n"
            + "Lokaler 1 000 kr\n\nSumma 362 350 kr\n"
        let reading = try Sample.reading(text, manifest)
        #expect(reading.misfits == [])
        #expect(reading.rejects == [])
        #expect(
            reading.figures.map { "\($0.subject): \($0.printed)" } == [
                "Projekt ESF 100: 638 kr", "Stöd, del 2: 360 712 kr", "Lokaler: 1 000 kr",
                "Summa: 362 350 kr",
            ])
    }

    @Test func `numbers that wrap below others are cells of their row`() throws {
        // Each line alone could be five cells, though no sum would hold.
        let manifest = Sample.economyManifest.replacing("rows: 4", with: "rows: 1")
        let reading = try Sample.reading(
            "Verksamhet, tkr Utfall intäkter Utfall kostnader Utfall netto Budget netto Budget-avvikelse \n"
                + "Vuxna \n0 -7 310 -7 310 \n-7 500 190 \n", manifest)
        #expect(reading.misfits == [])
        #expect(reading.figures.map(\.printed) == ["0", "-7 310", "-7 310", "-7 500", "190"])
        #expect(reading.figures.map(\.line) == [3, 3, 3, 4, 4])
    }

    @Test(arguments: [
        "Sociala kontrakt\tT3\nNya\t12\nAvslutade\t10\nVarav egna\t-\n",
        "Sociala kontrakt T3\nNya 12\nAvslutade 10\nVarav egna 7\n",
    ])
    func `a short table that goes on at once does not fit either`(text: String) throws {
        let reading = try Sample.reading(
            text, Self.table("pairs", "Sociala kontrakt", ["T3"], rows: 2))
        #expect(reading.figures == [])
        #expect(reading.misfits.map(\.code) == ["report.row-count"])
        #expect(reading.misfits.map(\.location) == [.file(path: "rapport.txt", line: 4)])
    }

    @Test(arguments: ["\t", " "])
    func `a name may go on below its cells`(blank: String) throws {
        let heads = ["Utfall 2030", "Utfall 2031", "Utfall 2032"]
        let rows = [
            "Stöd till personer med|1|2|3\nfunktionsnedsättning", "Ledning|4|5|6",
            "Vård|7|8|9\nav unga",
        ]
        let text = (["Verksamhet|" + heads.joined(separator: "|")] + rows).map {
            $0.replacing("|", with: blank) + "\n"
        }.joined()
        let reading = try Sample.reading(text, Self.table("economy", "Verksamhet", heads, rows: 3))
        #expect(reading.misfits == [])
        #expect(
            reading.tables.first?.rows.map(\.name) == [
                "Stöd till personer med funktionsnedsättning", "Ledning", "Vård av unga",
            ])
        #expect(
            Self.cells(reading) == [
                "2 1", "2 2", "2 3", "4 4", "4 5", "4 6", "5 7", "5 8", "5 9",
            ])
    }

    @Test func `rows whose names begin small are rows`() throws {
        let reading = try Sample.reading(
            "Sociala kontrakt T3\nKontrakt 31 december 210\nvarav med skydd 129\nvarav år 2016\nigen 8\n",
            Self.table("pairs", "Sociala kontrakt", ["T3"], rows: 3))
        #expect(reading.misfits == [])
        #expect(
            reading.figures.map { "\($0.subject): \($0.printed)" } == [
                "Kontrakt 31 december: 210", "varav med skydd: 129", "varav år 2016 igen: 8",
            ])
    }

    @Test func `a number after a word that no name ends with belongs to the name`() throws {
        let reading = try Sample.reading(
            "Nyckeltal T3\nVårddygn per 10 000\ninvånare 0-17 år 12\nVarav egna 7\n",
            Self.table("pairs", "Nyckeltal", ["T3"], rows: 2))
        #expect(reading.misfits == [])
        #expect(
            reading.figures.map { "\($0.subject): \($0.printed)" } == [
                "Vårddygn per 10 000 invånare 0-17 år: 12", "Varav egna: 7",
            ])
    }
}
