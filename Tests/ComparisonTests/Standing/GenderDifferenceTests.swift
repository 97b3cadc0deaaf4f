import Comparison
import Diagnostics
import Indicators
import Testing

@Suite struct `Women beside men` {
    private func row(_ value: String, counts: (Int, Int)? = nil) throws -> ProfileRow {
        try #require(
            ProfileRow(
                indicator: try Sample.indicator(), period: try Sample.year2017(),
                figure: try Sample.figure(value, numerator: counts?.0, denominator: counts?.1),
                units: 1, higher: 0, lower: 0, quartiles: nil))
    }

    private func differences(_ women: ProfileRow, _ men: ProfileRow) throws -> GenderDifferences {
        GenderDifferences(
            focus: try Sample.municipality("0182", "Nacka"), women: [women], men: [men])
    }

    @Test func `without counts say how many of each it would take`() throws {
        let found = try differences(row("86"), row("89"))
        #expect(found.rows.map(\.verdict) == [.uncertaintyUnknown])
        #expect(found.rows.map(\.neededCases) == [937])
        let note = try #require(NeededCasesNote.ofDifferences(found))
        #expect(
            note.sv
                == "Kvinnor mot män: U33461 −3: skiljbar från ca 940 ärenden per kön (Newcombe, "
                + "lika många av båda, 95 %).")
    }

    @Test func `with counts need no more`() throws {
        let found = try differences(row("80", counts: (80, 100)), row("95", counts: (95, 100)))
        #expect(found.rows.map(\.verdict) == [.worse])
        #expect(found.rows.map(\.neededCases) == [nil])
        #expect(NeededCasesNote.ofDifferences(found) == nil)
    }

    @Test func `the place of the only one with a value is the first`() throws {
        #expect(try row("86").rank == 1)
    }
}
