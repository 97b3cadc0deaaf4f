import Comparison
import Diagnostics
import Indicators
import Testing

/// 80 of 100 less 60 of 100 has the interval 7.3 to 31.9 by Newcombe's formula written out in Python.
@Suite struct `The same period of the year before` {
    @Test(arguments: [
        ("2018-T1", "2017-T1"), ("2018", "2017"), ("2018-Q3", "2017-Q3"), ("2018-04", "2017-04"),
        ("2016/17", "2015/16"), ("2017-12-31", "2016-12-31"), ("2016-02-29", nil),
    ])
    func `is of the same kind and part`(period: String, earlier: String?) throws {
        #expect(Period(period)?.samePeriodLastYear?.description == earlier)
    }

    private func comparison(
        breaks: [SeriesBreak] = [], isComplement: Bool = false
    ) throws -> (ComparisonTable, PeriodComparison) {
        var indicator = try Sample.indicator()
        indicator.seriesBreaks = breaks
        let units = try [
            Sample.municipality("0182", "Nacka"), Sample.municipality("0184", "Solna"),
        ]
        let table = ComparisonTable(
            indicator: indicator, isComplement: isComplement,
            period: try #require(Period("2018-T1")), gender: .total, focus: units[0],
            members: [units[1]],
            figures: [
                units[0].key: [try Sample.figure("80", numerator: 80, denominator: 100)],
                units[1].key: [try Sample.figure("50")],
            ])
        return (
            table,
            PeriodComparison(
                of: table, earlier: try #require(Period("2017-T1")),
                figures: [
                    units[0].key: [try Sample.figure("60", numerator: 60, denominator: 100)]
                ])
        )
    }

    @Test func `gives each municipality its change with an interval`() throws {
        let (table, change) = try comparison()
        let own = try #require(change[table.focus])
        #expect(own.contrast.difference == ScaledDecimal(20))
        #expect(own.contrast.verdict == .better)
        let lower = try #require(own.contrast.interval?.lower)
        #expect(abs(lower.approximation - 7.311915999619883) < 1e-9)
        let solna = try #require(change[try table.row("Solna").municipality])
        #expect(solna.contrast.obstacle == .noValue)
        #expect(
            ComparisonSentence(of: table.finding).change(change)?.sv
                == "Sedan 2017-T1 har Nacka ändrats +20 procentenheter (95 % intervall +7,3 till "
                + "+31,9): en förbättring.")
        let notes = ComparisonNotes.notes(of: change, in: table)
        #expect(notes.contains { $0.sv.contains("samma månader; inget är omräknat till helår") })
    }

    @Test func `agrees with the complement`() throws {
        let (table, change) = try comparison(isComplement: true)
        let own = try #require(change[table.focus]?.contrast)
        #expect(own.difference == ScaledDecimal(-20))
        #expect(own.verdict == .better)
    }

    @Test(arguments: [(2018, true), (2017, false), (2019, false)])
    func `gets no verdict across a break in the series`(year: Int, refuses: Bool) throws {
        let (table, change) = try comparison(breaks: [SeriesBreak(year: year, reason: "Ny.")])
        let own = try #require(change[table.focus]?.contrast)
        #expect((own.obstacle == .seriesBreak) == refuses)
        #expect(own.verdict == (refuses ? Verdict.none : .better))
        #expect(own.difference == ScaledDecimal(20))
    }

    @Test func `holds no target of an undeclared period against a figure`() throws {
        let (table, _) = try comparison()
        let undeclared = ComparisonNotes.target(
            ScaledDecimal(70), isDeclared: false, source: "Tertialbokslut", in: table)
        #expect(
            undeclared.sv
                == "Mål för Nacka: 70 procent (Tertialbokslut). Källan säger inte vilken period målet "
                + "gäller, så inget omdöme ges.")
        let declared = ComparisonNotes.target(
            ScaledDecimal(75), isDeclared: true, source: "Tertialbokslut", in: table)
        #expect(declared.sv.hasSuffix(": uppnått; skillnaden ryms i osäkerheten."))
        let missed = ComparisonNotes.target(
            ScaledDecimal(95), isDeclared: true, source: "Tertialbokslut", in: table)
        #expect(missed.sv.hasSuffix(": ej uppnått."))
    }
}
