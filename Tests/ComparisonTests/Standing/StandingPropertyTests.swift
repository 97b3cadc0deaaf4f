import Comparison
import Indicators
import Statistics
import TestSupport
import Testing

/// What holds of every ranking and every series, whatever the figures.
@Suite struct `Any standing` {
    private struct Case {
        let units: [Municipality]
        let figures: [Int16: [OutcomeFigure]]
        let indicator: Indicator

        /// Clusters are judged by all there are.
        func ranking(
            _ members: [Municipality], isComplement: Bool = false
        ) -> Ranking {
            let yardstick = Yardstick(
                of: indicator, isComplement: isComplement,
                nationwide: figures.sorted { $0.key < $1.key }.compactMap(\.value.first))
            return Ranking(
                indicator: indicator, isComplement: isComplement, period: period, gender: .total,
                focus: units[0], members: members, figures: figures, yardstick: yardstick)
        }

        let period: Period
    }

    private func random(_ generator: inout SplitMix64) throws -> Case {
        let units = try (0..<Int.random(in: 2...16, using: &generator)).map {
            try Sample.municipality("0\(100 + $0)", "Kommun \($0)")
        }
        let uncertainty = [Uncertainty.persons, .clustered, .survey, .none]
            .randomElement(using: &generator)
        var figures: [Int16: [OutcomeFigure]] = [:]
        for unit in units where Int.random(in: 0..<6, using: &generator) > 0 {
            let denominator = Int.random(in: 1...400, using: &generator)
            let numerator = Int.random(in: 0...denominator, using: &generator)
            let hasCounts = Int.random(in: 0..<5, using: &generator) > 0
            var figure = try Sample.figure(
                "\(100 * numerator / denominator)", numerator: hasCounts ? numerator : nil,
                denominator: hasCounts ? denominator : nil)
            if uncertainty == .survey, hasCounts {
                figure.respondents = denominator
                figure.denominator = ScaledDecimal(
                    denominator + Int.random(in: 0...denominator, using: &generator))
            }
            figures[unit.key] = [figure]
        }
        return Case(
            units: units, figures: figures,
            indicator: try Sample.indicator(
                polarity: Polarity.allCases.randomElement(using: &generator) ?? .high,
                uncertainty: uncertainty ?? .persons), period: try Sample.year2017())
    }

    @Test(arguments: 1...60)
    func `agrees with its complement in places, their intervals, colours and what is needed`(
        seed: Int
    ) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        let sample = try random(&generator)
        let plain = sample.ranking(sample.units)
        let complement = sample.ranking(sample.units, isComplement: true)
        #expect(plain.withValue == complement.withValue)
        for row in complement.rows {
            let other = try #require(
                plain.rows.first { $0.municipality.key == row.municipality.key })
            #expect(row.rank == other.rank)
            #expect(row.isTied == other.isTied)
            #expect(row.places == other.places)
            #expect(row.colour == other.colour)
            #expect(row.neededCases == other.neededCases)
            #expect((row.interval == nil) == (other.interval == nil))
            if let one = row.interval, let two = other.interval {
                #expect(ScaledDecimal.sum([one.lower, two.upper]) == ScaledDecimal(100))
                #expect(ScaledDecimal.sum([one.upper, two.lower]) == ScaledDecimal(100))
            }
        }
    }

    @Test(arguments: 1...60)
    func `changes no value, interval or need of others when one is left out`(seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        let sample = try random(&generator)
        let left = sample.units[Int.random(in: 1..<sample.units.count, using: &generator)]
        let plain = sample.ranking(sample.units)
        let smaller = sample.ranking(sample.units.filter { $0 != left })
        #expect(smaller.rows.count == plain.rows.count - 1)
        for row in smaller.rows {
            let before = try #require(
                plain.rows.first { $0.municipality.key == row.municipality.key })
            #expect(row.figure == before.figure)
            #expect(row.interval == before.interval)
            #expect(row.neededCases == before.neededCases)
            if let rank = row.rank {
                let old = try #require(before.rank)
                #expect(rank == old || rank == old - 1)
            }
        }
    }

    @Test(arguments: 1...60)
    func `is the same in whatever order the municipalities come`(seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        let sample = try random(&generator)
        let plain = sample.ranking(sample.units)
        let permuted = sample.ranking(sample.units.shuffled(using: &generator))
        #expect(permuted.rows == plain.rows)
        #expect(permuted.spread == plain.spread)
    }

    @Test(arguments: 1...60)
    func `a series and its complement have the same test, turned, in whatever order the years come`(
        seed: Int
    ) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        let sample = try random(&generator)
        let points = try (2010..<2018).compactMap { year -> SeriesPoint? in
            let unit = sample.units.randomElement(using: &generator)
            guard let figure = unit.flatMap({ sample.figures[$0.key]?.first }) else { return nil }
            return SeriesPoint(period: try #require(Period(year: year)), figure: figure)
        }
        func series(_ points: [SeriesPoint], isComplement: Bool = false) -> Series {
            Series(
                indicator: sample.indicator, isComplement: isComplement, gender: .total,
                focus: sample.units[0], points: points)
        }
        let plain = series(points)
        let complement = series(points, isComplement: true)
        #expect(series(points.shuffled(using: &generator)).points == plain.points)
        #expect(plain.test.reason == complement.test.reason)
        if sample.indicator.polarity.ranks { #expect(plain.judgement == complement.judgement) }
        #expect(plain.overall?.obstacle == complement.overall?.obstacle)
        if sample.indicator.polarity.ranks {
            #expect(plain.overall?.verdict == complement.overall?.verdict)
        }
        #expect(
            plain.change.flatMap { ScaledDecimal(0).subtracting($0)?.canonical }
                == complement.change)
    }
}
