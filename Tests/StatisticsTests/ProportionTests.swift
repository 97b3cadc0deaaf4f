import Statistics
import Testing

@Suite struct ProportionTests {
    /// Expected values of the Wilson method as published with Newcombe's examples and by
    /// PHEindicatormethods' documentation; 32 of 40 also by hand from the formula.
    @Test(arguments: [
        (32.0, 40.0, 0.6524, 0.8950),
        (1.0, 100.0, 0.0017674320641406511, 0.054486196178705294),
        (0.0, 20.0, 0.0, 0.1611251580528305),
        (20.0, 20.0, 0.8388748419471695, 1.0),
    ])
    func `computes Wilson's interval`(x: Double, n: Double, lower: Double, upper: Double) throws {
        let interval = try #require(Proportion(count: x, total: n)).wilsonInterval()
        let digits = x == 32 ? 5e-5 : 1e-12
        #expect(abs(interval.lowerBound - lower) < digits)
        #expect(abs(interval.upperBound - upper) < digits)
    }

    @Test func `computes Newcombe's interval of his example 56 of 70 against 48 of 80`() throws {
        let first = try #require(Proportion(count: 56, total: 70))
        let second = try #require(Proportion(count: 48, total: 80))
        let interval = first.newcombeInterval(minus: second)
        #expect(abs(interval.lowerBound - 0.0524) < 5e-5)
        #expect(abs(interval.upperBound - 0.3339) < 5e-5)
    }

    @Test func `gives the complement the mirrored interval`() throws {
        for x in 0...40 {
            let share = try #require(Proportion(count: Double(x), total: 40)).wilsonInterval()
            let rest = try #require(Proportion(count: Double(40 - x), total: 40)).wilsonInterval()
            #expect(abs(share.lowerBound - (1 - rest.upperBound)) < 1e-12)
            #expect(abs(share.upperBound - (1 - rest.lowerBound)) < 1e-12)
        }
    }

    @Test(arguments: [(1.0, 0.0), (-1.0, 5.0), (6.0, 5.0), (1.0, .infinity)])
    func `refuses what is no proportion`(x: Double, n: Double) {
        #expect(Proportion(count: x, total: n) == nil)
    }
}
