import Diagnostics
import Indicators
import SourceAdapters
import Testing

@testable import Reports

/// What of running text goes to which star, and what does not.
@Suite struct NarrativeLoadingTests {
    private static func dimensions() throws -> DimensionIndex {
        DimensionIndex(
            indicators: [
                .init(
                    key: 7, code: try #require(IndicatorCode("U99901")), title: "Nöjda unga",
                    unit: "procent"),
                .init(
                    key: 8, code: try #require(IndicatorCode("U99902")), title: "Besök",
                    unit: "antal"),
            ],
            municipalities: [
                .init(
                    key: 99, code: try MunicipalityCode("0999"), name: "Provby",
                    kind: .municipality)
            ],
            complementNames: [
                .init(indicatorKey: 7, document: "sample", name: "Missnöjda unga"),
                .init(indicatorKey: 7, document: "another", name: "Ledsna unga"),
            ])
    }

    private static func figures(_ text: String, _ manifest: String) throws -> DocumentFigures {
        let reading = try Sample.reading(text, manifest)
        #expect(reading.misfits == [])
        return try reading.statements(dimensions())
    }

    private static func standings(_ text: String, _ manifest: String) throws -> [FigureStanding] {
        let reading = try Sample.reading(text, manifest)
        #expect(reading.misfits == [])
        return zip(reading.figures, reading.standings).filter { $0.0.origin == .narrative }
            .map(\.1)
    }

    private static func money(_ figures: DocumentFigures) -> [String] {
        figures.economy.map {
            "\($0.kind.rawValue) \($0.subject) \($0.measure.rawValue) \($0.period) "
                + "\(ScaledDecimal(units: $0.amount.units, scale: $0.amount.scale)) "
                + "\($0.printedUnit) \($0.place.line):\($0.place.column) \($0.place.printed)"
        }
    }

    // MARK: Money

    @Test func `money goes to its star in tkr, the words and the rounding kept`() throws {
        let text = """
            Stödboende kostade +6,I miljoner kronor mer. Underskott på cirka 0,25 mnkr för lokaler.
            Nämnden gick -7 250 tkr back. Bidrag på 500 000 kronor kom.

            """
        let figures = try Self.figures(
            text,
            """
            narrative:
              - period: "2031"
                measure: deviation
                figures:
                  - { find: "kostade {}", subject: Stödboende, unit: mnkr }
                  - { find: "Underskott på cirka {}", subject: Lokaler, unit: mnkr, sign: negative }
                  - { find: "gick {}", subject: Provnämnden, unit: tkr }
                  - { find: "Bidrag på {}", subject: Bidraget, unit: kr, measure: amount, period: 2031-T1 }

            """)
        #expect(
            Self.money(figures) == [
                "activity Stödboende deviation 2031 6100 mnkr 1:0 +6,I miljoner kronor",
                "activity Lokaler deviation 2031 -250 mnkr 1:0 cirka 0,25 mnkr",
                "total Provnämnden deviation 2031 -7250 tkr 2:0 -7 250 tkr",
                "grant Bidraget amount 2031-T1 500.000 kr 2:0 500 000 kronor",
            ])
        #expect(
            figures.economy.map { $0.place.note ?? "" } == [
                "löptext: ”kostade +6,I miljoner kronor”; avrundat till 0,1 mnkr; "
                    + "letter-for-digit: ”+6,I” läst ”6,1”",
                "löptext: ”Underskott på cirka 0,25 mnkr”; tecknet står i ord; ungefärligt; "
                    + "avrundat till 0,01 mnkr", "löptext: ”gick -7 250 tkr”",
                "löptext: ”Bidrag på 500 000 kronor”",
            ])
        #expect(figures.economy.allSatisfy { $0.isCumulative && $0.municipalityKey == 99 })
        #expect(figures.observations.rejects.isEmpty)
    }

    private static let table =
        "Verksamhet, tkr\tUtfall intäkter\tUtfall kostnader\tUtfall netto\tBudget netto\tBudget-avvikelse\n"
        + "Vuxna 30-70 år\t0\t-7 310\t-7 310\t-7 500\t190\n"
        + "Summa\t0\t-7 310\t-7 310\t-7 500\t190\n\n"
    private static let economy = Sample.economyManifest.replacing("rows: 4", with: "rows: 2")

    @Test func `the table's figure stands, and text that says otherwise is a finding`() throws {
        let manifest =
            Self.economy + """
                narrative:
                  - period: "2031"
                    unit: mnkr
                    measure: deviation
                    figures:
                      - { find: "Vuxna {}", subject: Vuxna, line: 5 }
                      - { find: "boendena {}", subject: Boenden för vuxna }

                """
        let text = Self.table + "Vuxna +0,3 mnkr, varav boendena +0,4 mnkr.\n"
        #expect(try Self.standings(text, manifest) == [.inTable(line: 2), .loads(.economy)])
        let figures = try Self.figures(text, manifest)
        let vuxna = figures.economy.filter { $0.subject.hasPrefix("Vuxna") }
        #expect(vuxna.count == 5)
        #expect(vuxna.allSatisfy { $0.place.column > 0 })
        #expect(
            Self.money(figures).last
                == "activity Boenden för vuxna deviation 2031 400 mnkr 5:0 +0,4 mnkr")
        let reading = try Sample.reading(text, manifest)
        #expect(reading.findings.map(\.rule) == [.textAgainstTable])
        #expect(reading.findings.map(\.printed) == ["+0,3 mnkr"])
        #expect(reading.unloadedText.inTables == 1)
    }

    @Test func `of two places in agreement one is loaded, of two that differ none`() throws {
        let manifest = """
            narrative:
              - period: "2031"
                unit: mnkr
                measure: deviation
                figures:
                  - { find: "först {}", subject: Boenden }
                  - { find: "sedan {}", subject: Boenden }

            """
        let agreeing = "Det var först 8 mnkr.\nDet var sedan 8,1 mnkr.\n"
        #expect(
            try Self.standings(agreeing, manifest) == [.repeated(line: 2), .loads(.economy)])
        let kept = try Self.figures(agreeing, manifest)
        #expect(
            Self.money(kept) == ["activity Boenden deviation 2031 8100 mnkr 2:0 8,1 mnkr"])
        #expect(kept.observations.counts.rejected == 0)
        for other in ["8,2", "-8,1"] {
            let figures = try Self.figures(
                "Det var först 8,1 mnkr.\nDet var sedan \(other) mnkr.\n", manifest)
            #expect(figures.economy == [])
            let rejects = figures.observations.rejects
            #expect(rejects.map(\.code) == ["row.contradicts-another", "row.contradicts-another"])
            #expect(rejects.map(\.line) == [1, 2])
            #expect(rejects.map(\.cell) == ["8,1 mnkr", "\(other) mnkr"])
        }
    }

    // MARK: Outcomes and targets

    @Test func `outcomes and targets go to the indicator that the manifest names, and no other`()
        throws
    {
        let text = "Av dem är cirka 54 procent nöjda, målet är 60 procent. Det blev tolv besök.\n"
        let manifest = """
            narrative:
              - period: 2031-T1
                unit: percent
                figures:
                  - { find: "är cirka {} nöjda", subject: Nöjda, indicator: U99901 }
                  - { find: "målet är {}", subject: Nöjda, indicator: Nöjda unga, measure: target, period: none }
                  - { find: "blev {} besök", subject: Besök, unit: number }

            """
        #expect(
            try Self.standings(text, manifest) == [
                .loads(.outcome), .loads(.target), .homeless(.noIndicator),
            ])
        let batch = try Self.figures(text, manifest).observations
        #expect(batch.observations.map(\.measure) == [.outcome, .target])
        #expect(batch.observations.map(\.indicatorKey) == [7, 7])
        #expect(batch.observations.map(\.value.units) == [54, 60])
        #expect(batch.observations.map(\.documentLine) == [1, 1])
        #expect(batch.observations.map(\.column) == [1, 1])
        #expect(batch.observations.map(\.periodIsDeclared) == [true, false])
        #expect(batch.observations.first?.periodKey == Period("2031-T1")?.key)
        #expect(
            batch.notes == [
                "löptext: ”är cirka 54 procent nöjda”; ungefärligt",
                "löptext: ”målet är 60 procent”; perioden anges inte i källan",
            ])
        #expect(batch.counts.figures == 2)
        #expect(batch.rejects.isEmpty)
    }

    @Test(arguments: [
        ("indicator: U99902, unit: number, period: none", "report.period-undeclared"),
        ("indicator: U99902, period: \"2031\"", "report.unit-undeclared"),
        ("indicator: U99901, unit: number, period: \"2031\"", "report.unit-mismatch"),
        ("indicator: U00000, unit: number, period: \"2031\"", "indicator.unknown"),
    ])
    func `what the manifest does not say is a reject with its line`(
        entry: String, code: String
    ) throws {
        let figures = try Self.figures(
            "Under perioden\nblev det 12 besök.\n",
            "narrative:\n  - { find: \"blev det {} besök\", subject: Besök, \(entry) }\n")
        #expect(figures.observations.observations.isEmpty)
        #expect(figures.observations.rejects.map(\.code) == [code])
        #expect(figures.observations.rejects.map(\.line) == [2])
        #expect(figures.observations.rejects.map(\.cell) == ["12"])
    }

    @Test func `an outcome under another name than the table's is held against it all the same`()
        throws
    {
        let manifest = """
            tables:
              - id: indicators
                kind: indicators
                rows: 1
                columns:
                  - { header: Indikatorer, role: name }
                  - { header: Utfall 2031, measure: outcome, period: "2031" }
            narrative:
              - { find: "svarar {}", subject: Ungdomar, indicator: U99901, unit: percent, period: "2031" }

            """
        func told(_ share: String) throws -> DocumentFigures {
            try Self.figures(
                "Indikatorer\tUtfall 2031\nNöjda unga\t54 %\n\nHär svarar \(share) procent ja.\n",
                manifest)
        }
        let agreeing = try told("54")
        #expect(agreeing.observations.observations.map(\.column) == [1])
        #expect(agreeing.contradictions == [])
        let other = try told("55")
        #expect(other.observations.observations.map(\.value.units) == [54])
        #expect(other.contradictions.map(\.line) == [4])
        #expect(other.contradictions.map(\.printed) == ["55 procent"])
        #expect(other.contradictions.map(\.expected) == ["54 percent"])
        #expect(other.contradictions.map(\.rule) == ["text-against-table"])
    }

    @Test func `a complement is turned round where its name is declared so, in text and in tables`()
        throws
    {
        let entry = "subject: Unga, unit: percent, period: \"2031\""
        let told = try Self.figures(
            "Av alla är 14,5 procent missnöjda.\n",
            "narrative:\n  - { find: \"alla är {}\", indicator: missnöjda unga, \(entry) }\n"
        ).observations
        #expect(told.observations.map(\.indicatorKey) == [7])
        #expect(told.observations.map(\.value.units) == [855])
        #expect(told.observations.map(\.value.scale) == [1])
        #expect(told.notes == ["löptext: ”alla är 14,5 procent”; tryckt som komplement"])
        let table = """
            tables:
              - id: indicators
                kind: indicators
                rows: 2
                columns:
                  - { header: Indikatorer, role: name }
                  - { header: Utfall 2031, measure: outcome, period: "2031" }

            """
        let rows = try Self.figures(
            "Indikatorer\tUtfall 2031\nMissnöjda unga\t14 %\nLedsna unga\t9 %\n", table
        ).observations
        #expect(rows.observations.map(\.value.units) == [86])
        #expect(rows.notes == ["tryckt som komplement: ”14 %”"])
        // What another document is declared to mean is no name here.
        #expect(rows.rejects.map(\.code) == ["indicator.unknown"])
        let number = try Self.figures(
            "Av alla är 14 missnöjda.\n",
            "narrative:\n  - { find: \"alla är {}\", indicator: missnöjda unga, "
                + "subject: Unga, unit: number, period: \"2031\" }\n"
        ).observations
        #expect(number.rejects.map(\.code) == ["report.unit-mismatch"])
    }

    // MARK: Absence

    @Test
    func `absence told in text is that of the nämnd, and no row of a unit is held against it`()
        throws
    {
        let text = "Ansvar\tTot sjukfrånvaro\nHemtjänst\t11,44\n\nSjukfrånvaron var 7,2 procent.\n"
        let manifest = """
            tables:
              - id: absence
                kind: absence
                rows: 1
                unit: percent
                period: "2031"
                subject: Sjukfrånvaro
                columns:
                  - { header: Ansvar, role: name }
                  - { header: "Tot sjukfrånvaro", measure: absence }
            narrative:
              - { find: "var {}", subject: Sjukfrånvaro, measure: absence, unit: percent, period: "2031" }

            """
        let figures = try Self.figures(text, manifest)
        #expect(
            figures.absence.map {
                "\($0.isTotal) \($0.name) \($0.value.units) \($0.place.line):\($0.place.column) "
                    + "\($0.headcount ?? -1)"
            } == ["false Hemtjänst 1144 2:1 -1", "true Provnämnden 72 4:0 -1"])
        #expect(figures.absence.last?.place.note == "löptext: ”var 7,2 procent”")
        #expect(try Sample.reading(text, manifest).findings == [])
    }

    // MARK: Without a home

    @Test func `what no star takes is counted with its reason, and loaded nowhere`() throws {
        let text = "Kostnaden steg med 3 mnkr, 12 svarade, 40 kontrakt kom och 1 mnkr gavs.\n"
        let manifest = """
            narrative:
              - period: "2031"
                unit: number
                figures:
                  - { find: "steg med {}", subject: Kostnad, measure: change, unit: mnkr }
                  - { find: "{} svarade", subject: Enkät, measure: respondents }
                  - { find: "{} kontrakt", subject: Kontrakt }
                  - { find: "och {} gavs", subject: Gåva, measure: amount, unit: mnkr, not_loaded: "gäller två nämnder" }

            """
        let reading = try Sample.reading(text, manifest)
        #expect(
            reading.standings == [
                .homeless(.measure(.change)), .homeless(.measure(.respondents)),
                .homeless(.noIndicator), .homeless(.declared("gäller två nämnder")),
            ])
        #expect(reading.standings.last?.reason?.sv == "gäller två nämnder")
        #expect(reading.unloadedText.homeless == 4)
        let figures = try Self.figures(text, manifest)
        #expect(figures.statementCount == 0)
        #expect(figures.observations.counts.figures == 0)
    }
}
