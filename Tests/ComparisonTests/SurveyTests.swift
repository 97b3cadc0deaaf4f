import Comparison
import Diagnostics
import Indicators
import Testing

/// 24 of 30 who answered of 40 asked against 60 of 100 of 200: Wilson's interval of n(N − 1)/(N − n)
/// answers each, put together by Newcombe's rule; written out in Python.
@Suite struct `A survey` {
    private func table(
        asked: Int?, leastResponseRate: Double = 0.5, isComplement: Bool = false
    ) throws -> ComparisonTable {
        let units = try [
            Sample.municipality("0182", "Nacka"), Sample.municipality("0184", "Solna"),
        ]
        var own = try Sample.figure("60", denominator: 200)
        own.respondents = 100
        var theirs = try Sample.figure("80", denominator: asked)
        theirs.respondents = 30
        let indicator = try Sample.indicator(uncertainty: .survey)
        return ComparisonTable(
            indicator: indicator, isComplement: isComplement, period: try Sample.year2017(),
            gender: .total, focus: units[0], members: [units[1]],
            figures: [units[0].key: [own], units[1].key: [theirs]],
            yardstick: Yardstick(
                of: indicator, isComplement: isComplement, leastResponseRate: leastResponseRate))
    }

    @Test func `is corrected for the finite population it was drawn from`() throws {
        let row = try table(asked: 40).row("Solna")
        let interval = try #require(row.differenceInterval)
        #expect(abs(interval.lower.approximation - 9.541763625996408) < 1e-9)
        #expect(abs(interval.upper.approximation - 29.329301233741245) < 1e-9)
        #expect(row.verdict == .better)
        #expect(try table(asked: 40, isComplement: true).row("Solna").verdict == .better)
    }

    @Test func `gets no verdict under the least response rate`() throws {
        // 30 of 61 is 49.2 %; exactly half is enough.
        #expect(try table(asked: 61).row("Solna").obstacle == .lowResponseRate)
        #expect(try table(asked: 61).row("Solna").verdict == .uncertaintyUnknown)
        #expect(try table(asked: 60).row("Solna").obstacle == nil)
        #expect(try table(asked: 60, leastResponseRate: 0.6).row("Solna").obstacle == .lowResponseRate)
    }

    @Test(arguments: [nil, 30, 20])
    func `gets no verdict where nobody knows how many were asked`(asked: Int?) throws {
        let row = try table(asked: asked).row("Solna")
        #expect(row.obstacle == .unknownResponseRate)
        #expect(row.verdict == .uncertaintyUnknown)
        #expect(row.interval == nil)
    }

    @Test func `names its answers and what is lost`() throws {
        let notes = ComparisonNotes.notes(of: try table(asked: 40))
        #expect(
            notes.contains {
                $0.sv.hasPrefix("Svar: Solna 30 av 40 (75 %); Nacka 100 av 200 (50 %). Bortfallet")
                    && $0.en.hasPrefix("Answers: Solna 30 of 40 (75 %); Nacka 100 of 200 (50 %).")
            })
    }

    @Test func `weighs its mean by answers, not by those asked`() throws {
        // (60 + 24) / (100 + 30)
        #expect(try table(asked: 40).group.meanWeighted == ScaledDecimal("64.6153846154"))
        #expect(try table(asked: 40, isComplement: true).group.meanWeighted == ScaledDecimal("35.3846153846"))
    }
}
