import Comparison
import Indicators
import Statistics
import Testing

@Suite struct `A series` {
    private func point(_ year: Int, _ figure: OutcomeFigure?) throws -> SeriesPoint {
        SeriesPoint(period: try #require(Period(year: year)), figure: figure)
    }

    private func series(
        _ points: [SeriesPoint], breaks: [SeriesBreak] = [], isComplement: Bool = false
    ) throws -> Series {
        var indicator = try Sample.indicator()
        indicator.seriesBreaks = breaks
        return Series(
            indicator: indicator, isComplement: isComplement, gender: .total,
            focus: try Sample.municipality("0182", "Nacka"), points: points)
    }

    private func shares(_ counts: [(Int, Int, Int)]) throws -> [SeriesPoint] {
        try counts.map { year, count, total in
            try point(
                year,
                Sample.figure(
                    "\(100 * count / total)", numerator: count, denominator: total))
        }
    }

    @Test func `has a row for a year that is left out, and refuses to test over it`() throws {
        let series = try series(
            shares([
                (2012, 60, 100), (2013, 62, 100), (2014, 64, 100), (2016, 70, 100), (2017, 75, 100),
            ]))
        #expect(series.points.map(\.period.year) == [2012, 2013, 2014, 2015, 2016, 2017])
        #expect(series.points[3].figure == nil)
        #expect(series.test.direction == .notCalculable)
        #expect(series.test.reason == .missingYear)
        #expect(series.change?.description == "15")
    }

    @Test func `rises surely, and its complement falls for the same good`() throws {
        let points = try shares([
            (2013, 500, 1000), (2014, 550, 1000), (2015, 600, 1000), (2016, 650, 1000),
            (2017, 700, 1000),
        ])
        let plain = try series(points)
        #expect(plain.test.direction == .increasing)
        #expect(plain.judgement == .better)
        // N(NΣxt − XΣnt)² / X(N − X)(NΣnt² − (Σnt)²) with t from -2 to 2: Σxt = 500, X = 3000,
        // N = 5000, Σnt² = 10000: 5000 · 2500000² / (3000 · 2000 · 50000000) = 104.1667.
        #expect(abs(try #require(plain.test.chiSquared) - 104.166_666_666_666_67) < 1e-9)
        let complement = try series(points, isComplement: true)
        #expect(complement.test.direction == .decreasing)
        #expect(complement.judgement == .better)
    }

    @Test func `is not tested over a break, and counts its change from there`() throws {
        let series = try series(
            shares([
                (2013, 500, 1000), (2014, 550, 1000), (2015, 600, 1000), (2016, 650, 1000),
                (2017, 700, 1000),
            ]), breaks: [SeriesBreak(year: 2015, reason: "Ny avgränsning.")])
        #expect(series.test.reason == .seriesBreak)
        #expect(series.points[2].breakReason == "Ny avgränsning.")
        #expect(series.change?.description == "10")
    }

    @Test func `has natural limits where there are no numerators`() throws {
        let values = ["80", "84", "82", "86", "83"]
        let points = try zip(2013...2017, values).map { try point($0, Sample.figure($1)) }
        let series = try series(points)
        #expect(series.test.reason == .missingInterval)
        // Mean 83, moving ranges 4 2 4 3: 3.25; 83 ± 2.66 · 3.25.
        let limits = try #require(series.limits?.limits)
        #expect(abs(limits.lowerBound - 74.355) < 1e-9)
        #expect(abs(limits.upperBound - 91.645) < 1e-9)
        #expect(try self.series(Array(points.dropLast())).limits == nil)
    }
}
