import Diagnostics
import Testing

@testable import Reports

/// Tables that no manifest declares.
@Suite struct TableSearchTests {
    private static func kinds(_ text: String) -> [String] {
        TableSearch(Sample.document(text)).tables.map {
            "\($0.rule.kind.rawValue) \($0.lines.lowerBound)–\($0.lines.upperBound) \($0.rows.count)"
        }
    }

    @Test(arguments: [
        // A list of contents has as many tab cells as a table.
        "Innehållsförteckning\n\nI\tVerksamhet\t3\t\n2\tUtfall 2031\t4\t\n\t3.1\tMål\t5\t\n",
        "1\tUppdrag.....\t3\n2\tResultat.....\t4\n3\tEkonomi.....\t12\n",
        // Running text with tabs.
        "Under 2031\thar 14 personer\tsökt stöd.\nDe flesta\tfick svar\tinom 3 dagar.\n",
        // A sentence that begins as a heading does.
        "Indikatorer för utfallet 2031 visar att 14 av 20 mål nås.\n\nSe 3 av dem nedan.\n",
        "Mål 2031\n\nNämnden har 3 mål och 12 uppdrag.\n",
        "",
    ])
    func `what is no table is not taken for one`(text: String) {
        #expect(Self.kinds(text) == [])
    }

    @Test(arguments: [
        (
            "\tIndikatorer\tUtfall 2030\tMål 2031\t\n\tSamtal\t12\t14\tT3\n\tBrev\t-\t3\tT3\n\nText.\n",
            ["indicators 1–3 2"]
        ),
        ("Nyckeltal\tKommun\tResultat\nAndel\tEkby\t89\nAndel\tAlby\t81\n", ["peers 1–3 2"]),
        ("Avtal\tT3\nAntal\t210\nVarav nya\t12\n", ["pairs 1–3 2"]),
        ("Samtal per tertial T1 T2 T3 \n\nÅr 2030 1 2 3 \n\nÅr 2031 4 5 6 \n", ["series 1–5 2"]),
        (
            "Bidrag ett 1 000 kr\n\nBidrag två 2 000 kr\n\nSumma 3 000 kr\n", ["amounts 1–5 3"]
        ),
        (
            "Enhet Tot Kort sjukfrånvaro (max 59 dgr) \n\nKvinnor Kort sjukfrånvaro \n(max 59 dgr) \n\n"
                + "Östra gruppen \n\n3,86 4,09 \n",
            ["absence 1–8 1"]
        ),
    ])
    func `tables are found with their kind and their lines`(text: String, kinds: [String]) {
        #expect(Self.kinds(text) == kinds)
    }

    @Test func `a drafted manifest reads the same figures once it is completed`() throws {
        let text =
            "\tIndikatorer\tUtfall 2030\tMål 2031\t\n\tSamtal\t12\t14\tT3\n\tBrev \"nya\"\t-\t3\tT3\n"
        let document = Sample.document(text)
        let draft = ManifestDraft.yaml(document, tables: TableSearch(document).tables)
        #expect(draft.contains("FILL-IN"))
        let (none, open) = ReportManifest.decode(draft, path: "draft.yml")
        #expect(none == nil)
        #expect(open.map(\.code) == Array(repeating: "manifest.fill-in", count: 5))
        #expect(open.first?.location == .file(path: "draft.yml", line: 4, column: 9))
        let filled = draft.replacing("period: FILL-IN", with: "period: \"2030\"")
            .replacing("FILL-IN", with: "0999")
        let (manifest, diagnostics) = ReportManifest.decode(filled, path: "draft.yml")
        #expect(diagnostics == [])
        let reading = ReportReading(document, manifest: try #require(manifest))
        #expect(reading.misfits == [])
        #expect(
            Sample.lines(reading) == [
                "2 Samtal outcome 2030 T 12 number", "2 Samtal target 2031 T 14 number",
                "3 Brev \"nya\" outcome 2030 T missing_dash number",
                "3 Brev \"nya\" target 2031 T 3 number",
            ])
    }

    @Test func `what acts on a terminal stands in a draft as YAML's escape`() {
        let quoted = ManifestDraft.quoted("a\u{1B}[2J \"b\" \\ \u{202E}ö")
        #expect(quoted == #""a\U0000001B[2J \"b\" \\ \U0000202Eö""#)
    }

    @Test func `furniture of pages and lists of contents are passed over`() {
        let words = ["norr", "söder", "öster", "väster"]
        let text = words.enumerated().map { number, word in
            "Provkommun  Rapport 2031\n\nText från \(word).\nText om 14 samtal i \(word).\n"
                + "Text om \(word).\n\n\(number + 1)\n\u{0C}"
        }.joined()
        let document = Sample.document(text)
        let furniture = document.lines.filter(\.isFurniture).map(\.text)
        #expect(furniture.filter { $0.hasPrefix("Provkommun") }.count == 4)
        #expect(document.lines.filter { $0.text.hasPrefix("Text") }.allSatisfy { !$0.isFurniture })
        let numbers = NumberInventory(document, tables: [])
        #expect(numbers.entries.map(\.printed) == ["14", "14", "14", "14"])
    }

    @Test func `every number is spoken for or told`() throws {
        let text =
            "1 Mål\n\nDen 3 maj 2031 kom 14 barn 0-12 år (dnr 2031/343) i tertial 1, 7 av dem nya.\n\n12\n"
        let reading = try Sample.reading(
            text, "narrative:\n  - { find: \"kom {} barn\", subject: Barn }\n")
        let inventory = NumberInventory(reading.document, tables: [], reading: reading)
        #expect(inventory.open.map(\.printed) == ["7"])
        #expect(inventory.entries.filter { $0.use == .told }.map(\.printed) == ["14"])
    }
}
