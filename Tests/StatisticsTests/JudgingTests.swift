import Statistics
import Testing

@Suite struct `Judging` {
    @Test func `the ends of an interval belong to it`() {
        #expect(Judgement(of: 10...12, against: 10, .low) == .similar)
        #expect(Judgement(of: 10...12, against: 12, .high) == .similar)
        #expect(Judgement(of: 10...12, against: 9.9, .high) == .better)
        #expect(Judgement(of: 10...12, against: 9.9, .low) == .worse)
        #expect(Judgement(of: 10...12, against: 12.1, .none) == .lower)
        #expect(Judgement(of: nil, against: 12.1, .high) == .none)
        #expect(Judgement(of: 10...12, against: nil, .high) == .none)
    }

    @Test func `two levels tell how sure a difference is`() {
        func judged(_ benchmark: Double) -> TwoLevelJudgement {
            TwoLevelJudgement(at95: 2.5...2.7, at998: 2.3...2.9, against: benchmark, .low)
        }
        #expect(judged(3.0).judgement == .better)
        #expect(judged(3.0).holdsAt998)
        #expect(judged(2.8).judgement == .better)
        #expect(!judged(2.8).holdsAt998)
        #expect(judged(2.6).judgement == .similar)
        #expect(!judged(2.6).holdsAt998)
        #expect(judged(2.2).judgement == .worse)
    }

    @Test func `a share and its complement get the same judgement and funnel`() throws {
        for x in 0...30 {
            let share = try #require(Proportion(count: Double(x), total: 30))
            let rest = try #require(Proportion(count: Double(30 - x), total: 30))
            #expect(
                Judgement(of: share.wilsonInterval(), against: 0.25, .high)
                    == Judgement(of: rest.wilsonInterval(), against: 0.75, .low))
        }
    }

    /// The adjusted values computed with scipy's `false_discovery_control`.
    @Test func `adjusts many tests by Benjamini and Hochberg`() {
        let values: [Double?] = [
            0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251,
            0.269, 0.275, 0.34, 0.341, 0.384, 0.569, 0.594, 0.696, 0.762, 0.94, 0.942, 0.975, 0.986,
        ]
        let expected = [0.025, 0.1, 0.21, 0.21, 0.21, 0.25, 0.2642857142857143]
        let adjusted = FalseDiscovery.adjusted(values.reversed() + [nil])
        #expect(adjusted.last == .some(nil))
        for (found, value) in zip(adjusted.dropLast().reversed(), expected) {
            #expect(isClose(found, value))
        }
        #expect(FalseDiscovery.adjusted([]).isEmpty)
        #expect(abs(FalseDiscovery.expectedByChance(of: 212, at: .percent95) - 10.6) < 1e-9)
    }

    @Test func `scores are signed so that more is better`() {
        let values: [Double?] = [3, 7, nil, 7, 19, 25]
        let high = StandardScore.scores(of: values, .high)
        #expect(isClose(high[0], -0.9852117548196744))
        #expect(high[2] == nil)
        #expect(isClose(high[5], 1.370729398009982))
        #expect(StandardScore.scores(of: values, .low)[5] == high[5].map { -$0 })
        #expect(StandardScore.scores(of: [4, 4], .high) == [nil, nil])
    }

    @Test func `three averages of one group`() {
        #expect(isClose(Averages.weighted([(8, 4), (32, 8), nil]), 10.0 / 3))
        #expect(Averages.weighted([(1, 1)]) == nil)
        #expect(Averages.unweighted([2, nil, 4]) == 3)
        #expect(Averages.median([9, nil, 4, 1]) == 4)
        let units: [(value: Double?, weight: Double)] = [(10, 1), (20, 3), (nil, 1)]
        #expect(Averages.weighted(values: units, coverage: 0.8) == 17.5)
        #expect(Averages.weighted(values: units, coverage: 0.81) == nil)
    }

    /// Computed with scipy.
    @Test func `p-values of one and of two proportions`() throws {
        let first = try #require(Proportion(count: 56, total: 70))
        let second = try #require(Proportion(count: 48, total: 80))
        #expect(isClose(first.probability(sameAs: second), 0.00804508136819656))
        #expect(isClose(first.score(against: 0.5), 0.3 / (0.25 / 70).squareRoot()))
        let none = try #require(Proportion(count: 0, total: 5))
        #expect(none.probability(sameAs: none) == nil)
    }

    @Test(arguments: [
        (0.5, 0, 1.0), (1.5, 0, 2), (2.4, 0, 2), (-0.5, 0, -1), (-2.5, 0, -3), (1.35, 1, 1.4),
        (2.345, 2, 2.35), (-2.345, 2, -2.35), (1.005, 2, 1.01), (9.996, 2, 10), (0.04, 1, 0),
        (0.05, 1, 0.1), (99.95, 1, 100), (1e-9, 3, 0), (123456.5, 0, 123457), (0, 2, 0),
    ])
    func `rounds half away from zero, as decimals are written`(
        value: Double, decimals: Int, expected: Double
    ) {
        #expect(DecimalRounding.halfAwayFromZero(value, decimals: decimals) == expected)
    }
}
