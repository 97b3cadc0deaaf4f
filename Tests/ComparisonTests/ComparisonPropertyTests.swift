import Comparison
import Indicators
import TestSupport
import Testing

@Suite struct `Any comparison` {
    private struct Case {
        let units: [Municipality]
        let figures: [Int16: [OutcomeFigure]]
        let indicator: Indicator
    }

    private func random(_ generator: inout SplitMix64) throws -> Case {
        let polarities = Polarity.allCases
        let units = try (0..<Int.random(in: 2...12, using: &generator)).map {
            try Sample.municipality("0\(100 + $0)", "Kommun \($0)")
        }
        var figures: [Int16: [OutcomeFigure]] = [:]
        for unit in units where Int.random(in: 0..<5, using: &generator) > 0 {
            let denominator = Int.random(in: 1...40, using: &generator)
            let numerator = Int.random(in: 0...denominator, using: &generator)
            let hasCounts = Bool.random(using: &generator)
            figures[unit.key] = [
                try Sample.figure(
                    "\(100 * numerator / denominator)", numerator: hasCounts ? numerator : nil,
                    denominator: hasCounts ? denominator : nil)
            ]
        }
        return Case(
            units: units, figures: figures,
            indicator: try Sample.indicator(
                polarity: polarities[Int.random(in: 0..<polarities.count, using: &generator)]))
    }

    @Test(arguments: 1...40)
    func `is the same in whatever order the others are named`(seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        let sample = try random(&generator)
        let table = try Sample.table(
            sample.units, figures: sample.figures, indicator: sample.indicator)
        let others = sample.units.dropFirst().shuffled(using: &generator)
        let permuted = try Sample.table(
            [sample.units[0]] + others, figures: sample.figures, indicator: sample.indicator)
        #expect(permuted.rows == table.rows)
        #expect(permuted.group == table.group)
        #expect(permuted.peers == table.peers)
    }

    @Test(arguments: 1...40)
    func `changes no value, difference or verdict of others when one is left out`(
        seed: Int
    ) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        let sample = try random(&generator)
        let table = try Sample.table(
            sample.units, figures: sample.figures, indicator: sample.indicator)
        let left = sample.units[Int.random(in: 1..<sample.units.count, using: &generator)]
        let smaller = try Sample.table(
            sample.units.filter { $0 != left }, figures: sample.figures,
            indicator: sample.indicator)
        #expect(smaller.rows.count == table.rows.count - 1)
        for row in smaller.rows {
            let before = try table.row(row.municipality.name)
            #expect(row.figure == before.figure)
            #expect(row.difference == before.difference)
            #expect(row.verdict == before.verdict)
            #expect(row.interval == before.interval)
            #expect(row.differenceInterval == before.differenceInterval)
            if let rank = row.rank {
                let old = try #require(before.rank)
                #expect(rank == old || rank == old - 1)
            }
        }
    }

    @Test(arguments: 1...40)
    func `agrees with its complement in rank and verdict`(seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        let sample = try random(&generator)
        let table = try Sample.table(
            sample.units, figures: sample.figures, indicator: sample.indicator)
        let complement = try Sample.table(
            sample.units, figures: sample.figures, indicator: sample.indicator,
            isComplement: true)
        for row in complement.rows {
            let other = try table.row(row.municipality.name)
            #expect(row.rank == other.rank)
            #expect(row.difference == other.difference.flatMap { ScaledDecimal(0).subtracting($0) })
            if sample.indicator.polarity.ranks { #expect(row.verdict == other.verdict) }
            #expect(row.obstacle == other.obstacle)
            #expect(row.neededCases == other.neededCases)
            expectMirrored(row.interval, other.interval, around: 100)
            expectMirrored(row.differenceInterval, other.differenceInterval, around: 0)
            if let value = row.value, let theirs = other.value {
                #expect(ScaledDecimal.sum([value, theirs]) == ScaledDecimal(100))
            }
        }
    }

    /// Both intervals are there or none, and each end of one is the other's, seen from the other side.
    private func expectMirrored(
        _ one: ValueInterval?, _ other: ValueInterval?, around whole: Int
    ) {
        #expect((one == nil) == (other == nil))
        guard let one, let other else { return }
        #expect(ScaledDecimal.sum([one.lower, other.upper]) == ScaledDecimal(whole))
        #expect(ScaledDecimal.sum([one.upper, other.lower]) == ScaledDecimal(whole))
    }

    @Test(arguments: 1...40)
    func `ranks as sorting does, and within its members`(seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        let sample = try random(&generator)
        let table = try Sample.table(
            sample.units, figures: sample.figures, indicator: sample.indicator)
        let ranked = table.rows.filter { $0.rank != nil }
        #expect(ranked.compactMap(\.rank) == ranked.compactMap(\.rank).sorted())
        for (place, row) in ranked.enumerated() {
            let rank = try #require(row.rank)
            #expect(rank <= place + 1)
            #expect(ranked[rank - 1].value == row.value)
        }
        if let mean = table.group.meanUnweighted {
            #expect(try #require(table.group.min) <= mean)
            #expect(mean <= (try #require(table.group.max)))
        }
    }
}
