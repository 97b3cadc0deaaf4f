import Comparison
import Indicators
import Statistics
import Testing

/// Intervals by the formulas of Wilson and Newcombe written out in Python.
@Suite struct `A yardstick` {
    private func close(_ value: ScaledDecimal?, _ expected: Double) -> Bool {
        guard let value else { return false }
        return abs(value.approximation - expected) < 1e-9
    }

    private func satisfied() throws -> ComparisonTable {
        let units = try [
            Sample.municipality("0182", "Nacka"), Sample.municipality("0162", "Danderyd"),
            Sample.municipality("0184", "Solna"),
        ]
        return try Sample.table(
            units,
            figures: [
                units[0].key: [Sample.figure("80", numerator: 80, denominator: 100)],
                units[1].key: [Sample.figure("95", numerator: 95, denominator: 100)],
                units[2].key: [Sample.figure("60", numerator: 60, denominator: 100)],
            ])
    }

    @Test func `gives counted persons the intervals of Wilson and Newcombe, in percent`() throws {
        let table = try satisfied()
        let nacka = try table.row("Nacka")
        #expect(close(nacka.interval?.lower, 71.11708344068411))
        #expect(close(nacka.interval?.upper, 86.66330666689674))
        #expect(nacka.differenceInterval == nil)
        let solna = try table.row("Solna")
        #expect(close(solna.differenceInterval?.lower, -31.850509933903454))
        #expect(close(solna.differenceInterval?.upper, -7.311915999619883))
        #expect(solna.verdict == .worse)
        #expect(solna.neededCases == nil)
    }

    @Test func `judges the focus against the others pooled, without itself`() throws {
        let contrast = try satisfied().againstPeers
        // 80 of 100 against 155 of 200.
        #expect(contrast.difference == ScaledDecimal("2.5"))
        #expect(close(contrast.interval?.lower, -7.812079208442108))
        #expect(close(contrast.interval?.upper, 11.65228267228269))
        #expect(contrast.verdict == .similar)
    }

    @Test func `counts what the reader says as value times base`() throws {
        let units = try [
            Sample.municipality("0182", "Nacka"), Sample.municipality("0120", "Värmdö"),
        ]
        var own = try Sample.figure("86")
        own.readersBase = 240
        var theirs = try Sample.figure("66")
        theirs.readersBase = 95
        let table = try Sample.table(
            units, figures: [units[0].key: [own], units[1].key: [theirs]])
        let row = try table.row("Värmdö")
        #expect(close(row.differenceInterval?.lower, -30.68903680918752))
        #expect(close(row.differenceInterval?.upper, -9.953173711488952))
        #expect(row.verdict == .worse)
        #expect(row.figure?.numerator == nil)
    }

    @Test func `says how many cases it would take where nobody knows how many there are`() throws {
        let table = try Sample.report()
        #expect(try table.row("Värmdö").neededCases == 36)
        #expect(try table.row("Danderyd").neededCases == 937)
        #expect(try table.row("Täby").neededCases == 2175)
        #expect(try table.row("Solna").neededCases == 9527)
        #expect(try table.row("Nacka").neededCases == nil)
        let complement = try Sample.report(isComplement: true)
        #expect(try complement.row("Värmdö").neededCases == 36)
        #expect(table.againstPeers.obstacle == .noCounts)
    }

    @Test func `takes counts that do not give the value for none`() throws {
        let units = try [
            Sample.municipality("0182", "Nacka"), Sample.municipality("0184", "Solna"),
        ]
        let table = try Sample.table(
            units,
            figures: [
                units[0].key: [Sample.figure("80", numerator: 80, denominator: 100)],
                // 7 per 1 000: not seven of a thousand in percent.
                units[1].key: [Sample.figure("7", numerator: 7, denominator: 1000)],
            ])
        #expect(try table.row("Solna").verdict == .uncertaintyUnknown)
        #expect(try table.row("Solna").obstacle == .contradictoryCounts)
        #expect(try table.row("Solna").interval == nil)
    }

    @Test func `never gives money, time or yes and no an interval`() throws {
        let units = try [
            Sample.municipality("0182", "Nacka"), Sample.municipality("0184", "Solna"),
        ]
        let figures = try [
            units[0].key: [Sample.figure("1", numerator: 1, denominator: 1)],
            units[1].key: [Sample.figure("0", numerator: 0, denominator: 1)],
        ]
        for kind in ValueKind.allCases {
            let table = try Sample.table(
                units, figures: figures,
                indicator: Sample.indicator(valueKind: kind, uncertainty: .none))
            #expect(table.rows.allSatisfy { $0.interval == nil && $0.differenceInterval == nil })
            #expect(try table.row("Solna").verdict == Verdict.none)
            #expect(table.againstPeers.verdict == .none)
            #expect(try table.row("Solna").neededCases == nil)
            #expect((table.ranked == 0) == (kind == .boolean))
        }
    }
}
