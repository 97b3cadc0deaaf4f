import Diagnostics
import Indicators
import SourceAdapters
import Testing

@testable import Reports

/// Money and absence of tables as the warehouse takes them.
@Suite struct StatementTests {
    private static func dimensions() throws -> DimensionIndex {
        DimensionIndex(
            indicators: [],
            municipalities: [
                .init(
                    key: 99, code: try MunicipalityCode("0999"), name: "Provby",
                    kind: .municipality)
            ])
    }

    private static func lines(_ figures: DocumentFigures) -> [String] {
        figures.economy.map {
            let amount =
                $0.amount.isPresent
                ? "\(ScaledDecimal(units: $0.amount.units, scale: $0.amount.scale))"
                : "\($0.statusKey)"
            return "\($0.kind.rawValue) \($0.subject) \($0.measure.rawValue) \($0.period) "
                + "\(amount) \($0.printedUnit) \($0.place.line):\($0.place.column)"
        }
    }

    // Cells of Nacka socialnämnden, tertialrapport 1 2017, lines 132 to 142.
    private static let economy = """
        Verksamhet, tkr\tUtfall intäkter\tUtfall kostnader\tUtfall netto\tBudget netto
        Ankomstregistrerade fakturor\t\t-552\t-552\t
        Nämnd och nämndstöd\t0\t-5I1\t-490\t-922
        Summa\t21 703\t-251 854\t-229 602\t-239 274

        """

    private static let manifest = """
        tables:
          - id: economy
            kind: economy
            rows: 3
            unit: tkr
            sum: Summa
            subjects: { Summa: Provnämnden }
            columns:
              - { header: "Verksamhet, tkr", role: name }
              - { header: Utfall intäkter, measure: income, period: 2017-T1 }
              - { header: Utfall kostnader, measure: cost, period: 2017-T1 }
              - { header: Utfall netto, measure: net, period: 2017-T1 }
              - { header: Budget netto, measure: budget, period: 2017-T1 }

        """

    @Test func `net and signs are those printed, blanks are told, the sum is the nämnd`() throws {
        let figures = try Sample.reading(Self.economy, Self.manifest).statements(Self.dimensions())
        #expect(
            Self.lines(figures) == [
                "activity Ankomstregistrerade fakturor income 2017-T1 101 tkr 2:1",
                "activity Ankomstregistrerade fakturor cost 2017-T1 -552 tkr 2:2",
                "activity Ankomstregistrerade fakturor net 2017-T1 -552 tkr 2:3",
                "activity Ankomstregistrerade fakturor budget 2017-T1 101 tkr 2:4",
                "activity Nämnd och nämndstöd income 2017-T1 0 tkr 3:1",
                "activity Nämnd och nämndstöd cost 2017-T1 -511 tkr 3:2",
                "activity Nämnd och nämndstöd net 2017-T1 -490 tkr 3:3",
                "activity Nämnd och nämndstöd budget 2017-T1 -922 tkr 3:4",
                "total Provnämnden income 2017-T1 21703 tkr 4:1",
                "total Provnämnden cost 2017-T1 -251854 tkr 4:2",
                "total Provnämnden net 2017-T1 -229602 tkr 4:3",
                "total Provnämnden budget 2017-T1 -239274 tkr 4:4",
            ])
        #expect(figures.economy.allSatisfy { $0.isCumulative && $0.municipalityKey == 99 })
        #expect(figures.economy[5].place.printed == "-5I1")
        #expect(figures.economy[5].place.note == "letter-for-digit: ”-5I1” läst ”-511”")
        #expect(figures.observations.rejects.isEmpty)
    }

    @Test func `the sum of a part is not that of all, whose name begins its own`() throws {
        let text = Self.economy.replacing(
            "Nämnd och nämndstöd\t0\t-5I1", with: "Summa vuxna\t0\t-5I1")
        let figures = try Sample.reading(text, Self.manifest).statements(Self.dimensions())
        #expect(
            Set(figures.economy.map { "\($0.kind.rawValue) \($0.subject)" }) == [
                "activity Ankomstregistrerade fakturor", "activity Summa vuxna",
                "total Provnämnden",
            ])
    }

    @Test func `money whose unit nobody has declared is rejected, other units become tkr`() throws {
        let undeclared = try Sample.reading(
            Self.economy, Self.manifest.replacing("    unit: tkr\n", with: "")
        ).statements(Self.dimensions())
        #expect(undeclared.economy.isEmpty)
        #expect(undeclared.observations.rejects.map(\.code).allSatisfy { $0 == "report.no-money" })
        #expect(undeclared.observations.counts.rejected == 12)
        for (unit, amount) in [("mnkr", "-511000"), ("kr", "-0.511")] {
            let figures = try Sample.reading(
                Self.economy, Self.manifest.replacing("unit: tkr", with: "unit: \(unit)")
            ).statements(Self.dimensions())
            #expect(Self.lines(figures)[5].contains(" \(amount) \(unit) "))
        }
    }

    @Test func `absence has its unit's code, its definition, and a headcount where one stands`()
        throws
    {
        // Line 160 of the same report; the headcount is made up.
        let text = """
            Ansvar\tBenämning\tTot sjukfrånvaro\tTot Lång sjukfrånvaro\tAnställda
            21220\tMH STJ IFO BoU Uppf öppenvård\t11,44\t7,43\t12

            """
        let manifest = """
            tables:
              - id: absence
                kind: absence
                rows: 1
                unit: percent
                period: 2017-T1
                subject: Sjukfrånvaro
                columns:
                  - { header: Ansvar, role: code }
                  - { header: Benämning, role: name }
                  - { header: "Tot sjukfrånvaro", measure: absence, definition: SKL nyckeltal 1 }
                  - { header: "Tot Lång sjukfrånvaro", measure: absence_long, definition: Nackamodell }
                  - { header: Anställda, measure: headcount, unit: number }

            """
        let figures = try Sample.reading(text, manifest).statements(Self.dimensions())
        #expect(
            figures.absence.map {
                "\($0.code) \($0.name) \($0.measure.rawValue) \($0.definition) \($0.period) "
                    + "\($0.value.units)e-\($0.value.scale) \($0.unit) \($0.headcount ?? -1)"
            } == [
                "21220 MH STJ IFO BoU Uppf öppenvård absence SKL nyckeltal 1 2017-T1 "
                    + "1144e-2 percent 12",
                "21220 MH STJ IFO BoU Uppf öppenvård absence_long Nackamodell 2017-T1 "
                    + "743e-2 percent 12",
            ])
        #expect(figures.statementCount == 2)
    }

    @Test func `a document that does not fit states nothing`() throws {
        let figures = try Sample.reading(
            Self.economy, Self.manifest.replacing("rows: 3", with: "rows: 4")
        ).statements(Self.dimensions())
        #expect(figures.statementCount == 0)
        #expect(figures.observations.rejects.isEmpty)
    }
}
