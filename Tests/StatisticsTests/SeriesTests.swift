import Statistics
import Testing

@Suite struct `Series` {
    static let firm: [(year: Int, x: Double, n: Double)] = [
        (2019, 30, 100), (2020, 34, 98), (2021, 41, 105), (2022, 44, 101), (2023, 52, 99),
    ]

    static func points(_ years: [(year: Int, x: Double, n: Double)]) -> [TrendPoint] {
        years.map { year in
            let share = Proportion(count: year.x, total: year.n)
            return TrendPoint(
                year: year.year, share.map(TrendPoint.Measure.proportion) ?? .missing)
        }
    }

    /// χ² and slope computed with numpy.
    @Test func `a rise of five years`() {
        let test = TrendTest(Self.points(Self.firm.reversed()))
        #expect(isClose(test.chiSquared, 12.035018977877314))
        #expect(isClose(test.slope, 0.22704488793443667))
        #expect(test.direction == .increasing)
        #expect(test.reason == nil)
        #expect(test.judgement(.low) == .worse)
        #expect(test.judgement(.high) == .better)
        #expect(test.judgement(.none) == .higher)
    }

    /// χ² of 44.85 counts 2015 as the year that is missing; numbered 1 to 5 it would be another.
    @Test func `a year is a year, and a gap is refused`() {
        let gap = [
            (2012, 10, 125), (2013, 17, 141), (2014, 27, 117), (2016, 49, 204), (2017, 67, 171),
        ]
        let test = TrendTest(
            Self.points(gap.map { (year: $0.0, x: Double($0.1), n: Double($0.2)) }))
        #expect(isClose(test.chiSquared, 44.85413603635526))
        #expect(isClose(test.slope, 0.3569380394965098))
        #expect(test.direction == .notCalculable)
        #expect(test.reason == .missingYear)
        #expect(test.judgement(.high) == .none)
    }

    @Test func `too few points, breaks, missing and double years are refused with the reason`() {
        let four = TrendTest(Self.points(Array(Self.firm.prefix(4))))
        #expect(four.reason == .tooFewPoints)
        #expect(isClose(four.chiSquared, 4.384155230189014))
        let broken = TrendTest(Self.points(Self.firm), breaks: [2021])
        #expect(broken.reason == .seriesBreak)
        #expect(isClose(broken.chiSquared, 12.035018977877314))
        #expect(TrendTest(Self.points(Self.firm), breaks: [2019, 2024]).direction == .increasing)
        let double = TrendTest(Self.points(Self.firm + [(2023, 1, 2)]))
        #expect(double.reason == .duplicateYear)
        #expect(double.chiSquared == nil)
        var hole = Self.points(Self.firm)
        hole[2] = TrendPoint(year: 2021, .missing)
        #expect(TrendTest(hole).reason == .missingValue)
        #expect(TrendTest(hole).chiSquared != nil)
        hole[2] = TrendPoint(year: 2021, .impossible)
        #expect(TrendTest(hole).reason == .impossibleShare)
        #expect(TrendTest([]).reason == .tooFewPoints)
        #expect(TrendTest([]).chiSquared == nil)
    }

    @Test func `only the last five years count`() {
        let older = Self.points([(2010, 1, 1), (2015, 90, 100)] + Self.firm)
        #expect(TrendTest(older) == TrendTest(Self.points(Self.firm)))
    }

    @Test func `a year with no case or all of them has no odds`() {
        var years = Self.firm
        years[4].x = 99
        let test = TrendTest(Self.points(years))
        #expect(test.reason == .allOrNone)
        #expect(test.chiSquared != nil)
        let none = TrendTest(Self.points(Self.firm.map { ($0.year, 0, $0.n) }))
        #expect(none.reason == .allOrNone)
        #expect(none.chiSquared == nil)
    }

    @Test func `a slope that hangs on one point is no trend`() {
        let years: [(year: Int, x: Double, n: Double)] = [
            (2019, 500, 1000), (2020, 501, 1000), (2021, 502, 1000), (2022, 480, 1000),
            (2023, 900, 1000),
        ]
        let test = TrendTest(Self.points(years))
        #expect(test.direction == .noChange)
        #expect(test.reason == .outlier)
        #expect(test.judgement(.high) == .similar)
    }

    /// Values and intervals of Fingertips' fixture (MIT); χ² computed with numpy.
    @Test func `values are weighed by their intervals`() {
        let values = [
            (2018, 30.6, 28.98, 32.25), (2017, 30.2, 28.63, 31.9), (2016, 28, 26.44, 29.64),
            (2015, 24.6, 23.15, 26.19), (2014, 24.67, 23.16, 26.25),
        ]
        var points = values.map {
            TrendPoint(year: $0.0, .value($0.1, interval: $0.2...$0.3))
        }
        let test = TrendTest(points)
        #expect(isClose(test.chiSquared, 46.76359716054932))
        #expect(isClose(test.slope, 1.751566222662944))
        #expect(test.direction == .increasing)
        points[1] = TrendPoint(year: 2017, .value(30.2, interval: nil))
        #expect(TrendTest(points).reason == .missingInterval)
        points[1] = TrendPoint(year: 2017, .value(30.2, interval: 30.2...30.2))
        #expect(TrendTest(points).reason == .zeroWidth)
    }

    @Test func `the limit is that of one degree of freedom at 0.002`() {
        #expect(isClose(TrendTest.limit, 9.54953570608324))
    }

    /// By hand: mean 12, moving ranges 2, 1, 4, 3 with mean 2.5.
    @Test func `natural limits of a short series`() throws {
        let chart = try #require(IndividualsChart([11, 13, 12, 16, 13].map { $0 - 1 }))
        #expect(chart.mean == 12)
        #expect(chart.meanMovingRange == 2.5)
        #expect(isClose(chart.limits.lowerBound, 5.35))
        #expect(isClose(chart.limits.upperBound, 18.65))
        #expect(isClose(chart.rangeLimit, 8.17))
        #expect(IndividualsChart([4]) == nil)
    }
}
