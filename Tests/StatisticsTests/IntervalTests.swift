import Statistics
import Testing

@Suite struct `Intervals of counts and means` {
    /// The exact bounds computed with scipy 1.17.
    @Test(arguments: [
        (0.0, 0.0, 3.6888794541139363), (1, 0.025317807984289876, 5.571643390938898),
        (5, 1.6234863901184207, 11.66833207932267), (9.5, 4.453258240993986, 17.739437952863632),
        (10, 4.7953886961324335, 18.390356042017775),
        (1045, 982.593709411132, 1110.3307766118824),
    ])
    func `the exact bounds of events`(x: Double, lower: Double, upper: Double) throws {
        let interval = try #require(EventCount(x)).exactInterval()
        #expect(isClose(interval.lowerBound, lower))
        #expect(isClose(interval.upperBound, upper))
    }

    /// From the documentation of PHEindicatormethods' `byars_lower` and `byars_upper`.
    @Test func `Byar's bounds of 65 events`() throws {
        let interval = try #require(EventCount(65)?.byarsInterval())
        #expect(isClose(interval.lowerBound, 50.163187710459454))
        #expect(isClose(interval.upperBound, 82.84913854593984))
    }

    @Test func `takes the exact bounds below ten events and Byar's from there on`() throws {
        let nine = try #require(EventCount(9.999))
        let ten = try #require(EventCount(10))
        #expect(nine.method == .exact)
        #expect(nine.interval() == nine.exactInterval())
        #expect(ten.method == .byars)
        #expect(ten.interval() == ten.byarsInterval())
    }

    @Test func `has no Byar's interval where its lower bound would be negative`() throws {
        #expect(EventCount(1)?.byarsInterval(.percent998) == nil)
        #expect(EventCount(0)?.byarsInterval() == nil)
        #expect(EventCount(-1) == nil)
        #expect(EventCount(.nan) == nil)
    }

    /// Computed with numpy and scipy.
    @Test func `the mean by Student's t`() throws {
        let sample = Sample([33.09375, 48.38596, 64.83495, 12.5])
        #expect(isClose(sample.mean, 39.703665))
        #expect(isClose(sample.standardDeviation, 22.291209761979424))
        let interval = try #require(sample.meanInterval())
        #expect(isClose(interval.lowerBound, 4.2333759263422195))
        #expect(isClose(interval.upperBound, 75.17395407365778))
    }

    @Test func `keeps the digits of large numbers that lie close`() {
        let sample = Sample([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])
        #expect(sample.mean == 1e9 + 10)
        #expect(isClose(sample.standardDeviation, 30.0.squareRoot()))
    }

    @Test func `of one value there is a mean, and no spread`() {
        let one = Sample([7])
        #expect(one.mean == 7)
        #expect(one.standardDeviation == nil)
        #expect(one.meanInterval() == nil)
        #expect(Sample([Double]()).mean == nil)
        #expect(Sample([2.5, 2.5, 2.5]).meanInterval() == 2.5...2.5)
    }

    @Test(arguments: [
        (56.0, 70.0, 48.0, 80.0, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090),
        (6, 7, 2, 7, 0.0582, 0.8062), (5, 56, 0, 29, -0.0381, 0.1926),
        (0, 10, 0, 20, -0.1611, 0.2775), (0, 10, 0, 10, -0.2775, 0.2775),
        (10, 10, 0, 20, 0.6791, 1), (10, 10, 0, 10, 0.6075, 1),
    ])
    func `Newcombe's own examples, table II, method 10`(
        x1: Double, n1: Double, x2: Double, n2: Double, lower: Double, upper: Double
    ) throws {
        let first = try #require(Proportion(count: x1, total: n1))
        let second = try #require(Proportion(count: x2, total: n2))
        let interval = first.newcombeInterval(minus: second)
        #expect(abs(interval.lowerBound - lower) < 5.1e-5)
        #expect(abs(interval.upperBound - upper) < 5.1e-5)
        let turned = second.newcombeInterval(minus: first)
        #expect(abs(interval.lowerBound + turned.upperBound) < 1e-15)
    }

    /// Found by trying every number in Python.
    @Test(arguments: [(0.66, 36), (0.89, 937), (0.85, 9527)])
    func `how many cases tell a share from 86 percent`(share: Double, cases: Int) {
        #expect(NeededCases.toTellApart(share, from: 0.86) == cases)
        #expect(NeededCases.toTellApart(0.86, from: share) == cases)
        #expect(NeededCases.toTellApart(1 - share, from: 1 - 0.86) == cases)
    }

    @Test func `equal shares are never told apart`() {
        #expect(NeededCases.toTellApart(0.5, from: 0.5) == nil)
        #expect(NeededCases.toTellApart(1.5, from: 0.5) == nil)
        #expect(NeededCases.toTellApart(0, from: 1) == 2)
    }

    /// The number from which on Wilson's interval leaves a target out, found by trying each.
    @Test(arguments: [(0.9, 0.86), (0.7, 0.72), (0.055, 0.059), (0.5, 0.1), (0.2, 1.0)])
    func `the cases that it takes to be told from a target`(target: Double, share: Double) throws {
        let needed = try #require(NeededCases.toExclude(target, from: share))
        func excludes(_ cases: Int) throws -> Bool {
            let all = Double(cases)
            let proportion = try #require(Proportion(count: share * all, total: all))
            return !proportion.wilsonInterval().contains(target)
        }
        #expect(try excludes(needed))
        #expect(try needed == 1 || !excludes(needed - 1))
        #expect(NeededCases.toExclude(0.9, from: 0.86) == 217)
        #expect(NeededCases.toExclude(1, from: 0.86) == nil)
        #expect(NeededCases.toExclude(0.9, from: 0.9) == nil)
    }
}
