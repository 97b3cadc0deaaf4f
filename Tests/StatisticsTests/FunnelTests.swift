import Statistics
import Testing

@Suite struct `Funnels` {
    static let units: [(x: Double, n: Double)] = [
        (31, 40), (50, 55), (80, 120), (20, 33), (70, 80), (140, 210), (60, 64), (66, 95),
        (131, 150), (40, 71), (28, 28), (250, 310),
    ]

    /// Wilson's interval excludes the benchmark exactly where the funnel puts a unit outside.
    @Test func `agrees with Wilson's interval everywhere`() throws {
        for benchmark in [0.03, 0.2257, 0.5, 0.81] {
            let funnel = try #require(ProportionFunnel(benchmark: benchmark))
            for n in [7.0, 40, 333] {
                for x in stride(from: 0, through: n, by: 1) {
                    let unit = try #require(Proportion(count: x, total: n))
                    let word = funnel.significance(of: unit)
                    let at95 = unit.wilsonInterval().contains(benchmark)
                    let z = ConfidenceLevel.percent998.z
                    let at998 = unit.wilsonInterval(z: z).contains(benchmark)
                    #expect((word == .none) == at95)
                    #expect([.high998, .low998].contains(word) == !at998)
                }
            }
        }
    }

    /// Computed with scipy's incomplete gamma functions and `brentq`.
    @Test(arguments: [
        (0.4, 0.0, 6.1463978644897, 0.0, 9.739191411834422),
        (3, 0, 2.4314293304602095, 0, 3.358595874859923),
        (3.7, 0.0014300921869242215, 2.263702139674098, 0, 3.0763508099299064),
        (15, 0.4952524031092583, 1.5684980344944723, 0.274794985990349, 1.9190963787569744),
        (250.5, 0.8761005082339153, 1.1276827127375801, 0.8085758813685922, 1.202813578079635),
        (40000, 0.9901995394085336, 1.009824139500097, 0.9845720237493762, 1.0154992228821837),
    ])
    func `the limits of ratios`(
        expected: Double, low95: Double, high95: Double, low998: Double, high998: Double
    ) throws {
        let limits = try #require(PoissonFunnel(benchmark: 1)).limits(denominator: expected)
        #expect(isClose(limits.at95.lowerBound, low95, 1e-10))
        #expect(isClose(limits.at95.upperBound, high95, 1e-10))
        #expect(isClose(limits.at998.lowerBound, low998, 1e-10))
        #expect(isClose(limits.at998.upperBound, high998, 1e-10))
    }

    @Test func `a rate is outside its limits exactly when its interval excludes the benchmark`()
        throws
    {
        let funnel = try #require(PoissonFunnel(benchmark: 0.02))
        for n in [30.0, 150, 184.4, 185, 900, 12_000] {
            let limits = funnel.limits(denominator: n)
            for x in stride(from: 0.0, through: n * 0.06 + 12, by: 1) {
                let events = try #require(EventCount(x))
                #expect(
                    limits.significance(of: x / n)
                        == funnel.significance(of: events, denominator: n), "\(x) of \(n)")
            }
        }
    }

    /// FunnelPlotR 0.6.0 (MIT), tests of its Poisson limits, to six or seven decimals.
    @Test(arguments: [
        (15.0, 0.5596924, 1.649348, 0.386265, 2.082907),
        (20, 0.610826, 1.544419, 0.4479107, 1.902094),
        (30, 0.6746958, 1.427562, 0.5289724, 1.702771),
    ])
    func `the exact limits around expected events`(
        expected: Double, low95: Double, high95: Double, low998: Double, high998: Double
    ) throws {
        let limits = PoissonFunnel.limitsAround(expected: try #require(EventCount(expected)))
        #expect(isClose(limits.at95.lowerBound, low95, 1e-6))
        #expect(isClose(limits.at95.upperBound, high95, 1e-6))
        #expect(isClose(limits.at998.lowerBound, low998, 1e-6))
        #expect(isClose(limits.at998.upperBound, high998, 1e-6))
    }

    /// Computed with numpy.
    @Test func `estimates the dispersion of proportions, winsorised`() throws {
        let benchmark = 0.7691082802547771
        let found = try #require(
            Overdispersion(of: Self.units, benchmark: benchmark, scale: .proportion))
        #expect(isClose(found.phi, 7.76484391302967))
        #expect(isClose(found.tauSquared, 0.01884356952677409))
        #expect(found.isMarked)
        let limits = found.limits(denominator: 40)
        #expect(isClose(limits.at95.lowerBound, 0.47369503785497813))
        #expect(isClose(limits.at95.upperBound, 0.9640493429606466))
        #expect(isClose(limits.at998.lowerBound, 0.30036306882489666))
        #expect(isClose(limits.at998.upperBound, 0.9998627367399198))
        #expect(found.limits(denominator: 28).at998.upperBound == 1)
    }

    /// Computed with numpy.
    @Test func `estimates the dispersion of rates on the scale of logarithms`() throws {
        let units = Self.units.map { (x: $0.x, n: $0.n * 100) }
        let found = try #require(
            Overdispersion(of: units, benchmark: 0.0076910828025477706, scale: .ratio))
        #expect(isClose(found.phi, 1.519940468109706))
        #expect(isClose(found.tauSquared, 0.008633266590022183))
        #expect(!found.isMarked)
        let limits = found.limits(denominator: 4000)
        #expect(isClose(limits.at95.lowerBound, 0.005168226810723654))
        #expect(isClose(limits.at95.upperBound, 0.011445464148924129))
    }

    /// FunnelPlotR 0.6.0 (MIT), test of the SHMI's φ with a tenth truncated.
    @Test func `the dispersion of six hospitals`() throws {
        let units: [(x: Double, n: Double)] = [
            (100, 108), (150, 112), (180, 165), (80, 95), (120, 100), (225, 220),
        ]
        let found = try #require(
            Overdispersion(of: units, benchmark: 1, scale: .ratio, extremes: .truncated))
        #expect(abs(found.phi - 2.948033) < 5e-7)
        #expect(!found.isMarked)
    }

    @Test func `a unit without events is held back like other extremes, many of them are not`() {
        var units = Self.units
        units[0] = (0, 40)
        #expect(Overdispersion(of: units, benchmark: 0.75, scale: .ratio) != nil)
        for index in 1..<3 { units[index] = (0, 40) }
        #expect(Overdispersion(of: units, benchmark: 0.75, scale: .ratio) == nil)
    }

    @Test func `refuses a benchmark that cannot be one`() {
        #expect(ProportionFunnel(benchmark: 1.1) == nil)
        #expect(ProportionFunnel(benchmark: .nan) == nil)
        #expect(PoissonFunnel(benchmark: 0) == nil)
        #expect(Overdispersion(of: [(1, 2)], benchmark: 0.5, scale: .proportion) == nil)
    }
}
