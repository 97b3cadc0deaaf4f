import Comparison
import Diagnostics
import Indicators
import Testing

@Suite struct `The sentence under a comparison` {
    private func sentences(_ table: ComparisonTable, _ peers: Text? = nil) -> [String] {
        ComparisonSentence(of: table.finding, peers: peers).sentences.map(\.sv)
    }

    @Test func `says what, when, against whom, how many had a value and how sure it is`() throws {
        let table = try Sample.report()
        #expect(
            sentences(table) == [
                "Titel, 2017: Nacka hade 86 procent, 4,0 procentenheter över det ovägda medlet "
                    + "(82,0) men 0,5 procentenheter under medianen (86,5) för Danderyd, Solna, Täby "
                    + "och Värmdö: medel och median pekar åt olika håll; 4 av 4 hade ett värde, Nacka "
                    + "inte medräknad.",
                "Om skillnaden är mer än slump går inte att säga: källan anger inte hur många "
                    + "ärenden alla värden bygger på.",
            ])
        #expect(
            ComparisonSentence(of: table.finding).sentences.first?.en
                == "Titel, 2017: Nacka had 86 percent, 4.0 percentage points above the unweighted "
                + "mean (82.0) but 0.5 percentage points below the median (86.5) of Danderyd, Solna, "
                + "Täby and Värmdö: mean and median point apart; 4 of 4 had a value, Nacka not "
                + "counted.")
    }

    @Test func `tells the cases that the year speaks of, the gender and the group`() throws {
        var indicator = try Sample.indicator()
        indicator.referenceWindow = "Avser utredningar avslutade januari–juni 2016."
        var table = try Sample.table(
            [("0182", "Nacka", "86"), ("0184", "Solna", "80"), ("0160", "Täby", nil)],
            indicator: indicator)
        table.gender = .women
        let found = sentences(table, Text(sv: "de andra i länet", en: "the others in the county"))
        #expect(
            found.first
                == "Titel, 2017, kvinnor (avser utredningar avslutade januari–juni 2016): Nacka hade "
                + "86 procent, 6 procentenheter över Solna (80 procent); 1 av 2 hade ett värde, Nacka "
                + "inte medräknad.")
    }

    @Test func `says better only with its interval against the others together`() throws {
        let units = try [
            Sample.municipality("0182", "Nacka"), Sample.municipality("0162", "Danderyd"),
            Sample.municipality("0184", "Solna"),
        ]
        func found(_ own: Int) throws -> String? {
            sentences(
                try Sample.table(
                    units,
                    figures: [
                        units[0].key: [
                            Sample.figure("\(own)", numerator: own, denominator: 100)
                        ],
                        units[1].key: [Sample.figure("95", numerator: 95, denominator: 100)],
                        units[2].key: [Sample.figure("60", numerator: 60, denominator: 100)],
                    ])
            ).last
        }
        #expect(
            try found(80)
                == "Mot de andras sammanlagda 77,5 procent är skillnaden +2,5 procentenheter (95 % "
                + "intervall \u{2212}7,8 till +11,7): den kan inte skiljas från slumpen.")
        #expect(try #require(try found(95)).hasSuffix("brukar ge, och Nacka ligger bättre till."))
        #expect(try #require(try found(40)).hasSuffix("brukar ge, och Nacka ligger sämre till."))
    }

    @Test func `says of an unknown unit that it is`() throws {
        let indicator = try Sample.indicator(
            polarity: .none, valueKind: .index, uncertainty: .none, unit: TitleReading.unknownUnit)
        let table = try Sample.table(
            [("0182", "Nacka", "87.7"), ("0184", "Solna", "76.0")], indicator: indicator)
        #expect(
            ComparisonSentence(of: table.finding).sentences.first
                == Text(
                    sv: "Titel, 2017: Nacka hade 87,7 (okänd enhet), 11,7 över Solna (76,0 "
                        + "(okänd enhet)); 1 av 1 hade ett värde, Nacka inte medräknad.",
                    en: "Titel, 2017: Nacka had 87.7 (unknown unit), 11.7 above Solna (76.0 "
                        + "(unknown unit)); 1 of 1 had a value, Nacka not counted."))
        #expect(indicator.unitText == Text(sv: "okänd enhet", en: "unknown unit"))
    }

    @Test func `makes no word of money and of yes and no`() throws {
        let money = try Sample.indicator(
            polarity: .none, valueKind: .amount, uncertainty: .none, unit: "kr/inv")
        let table = try Sample.table(
            [("0182", "Nacka", "30303"), ("0184", "Solna", "28451"), ("0160", "Täby", "33917")],
            indicator: money)
        #expect(
            sentences(table) == [
                "Titel, 2017: Nacka hade 30\u{A0}303 kr/inv, 881,0 kr/inv under det ovägda medlet "
                    + "(31\u{A0}184,0) och 881,0 kr/inv under medianen (31\u{A0}184,0) för Solna och "
                    + "Täby; 2 av 2 hade ett värde, Nacka inte medräknad.",
                "För den här sortens tal finns inget slumpintervall, så inget omdöme ges.",
            ])
        let yes = try Sample.indicator(valueKind: .boolean, uncertainty: .none, unit: "ja/nej")
        let answers = try Sample.table(
            [("0182", "Nacka", "1"), ("0184", "Solna", "0"), ("0160", "Täby", "1")],
            indicator: yes)
        #expect(
            sentences(answers).first
                == "Titel, 2017: Nacka hade ja, liksom 1 av 2 andra; 2 av 2 hade ett värde, Nacka "
                + "inte medräknad.")
    }

    @Test func `says that there is no value where there is none`() throws {
        let none = try Sample.table([("0182", "Nacka", nil), ("0184", "Solna", "80")])
        #expect(
            sentences(none) == [
                "Titel, 2017: Nacka saknar värde; 1 av 1 hade ett värde, Nacka inte medräknad."
            ])
        let alone = try Sample.table([("0182", "Nacka", "80"), ("0184", "Solna", nil)])
        #expect(
            sentences(alone) == [
                "Titel, 2017: Nacka hade 80 procent; 0 av 1 hade ett värde, Nacka inte medräknad."
            ])
    }

    @Test func `lists how many cases each difference would need, as the notes do`() throws {
        #expect(
            ComparisonNotes.notes(of: try Sample.report()).contains {
                $0.sv
                    == "Värmdö \u{2212}20: skiljbar från ca 36 ärenden per kommun; Danderyd +3: ca 940; "
                    + "Täby +2: ca 2\u{A0}200; Solna \u{2212}1: ca 9\u{A0}500 (Newcombe, lika många hos "
                    + "båda, 95 %)."
            })
    }
}
