import Statistics
import Testing

/// Expected values computed with mpmath 1.3.0 at 40 digits.
@Suite struct `Distributions` {
    @Test(arguments: [
        (0.975, 1.95996398454005424), (0.999, 3.09023230616781354), (0.5, 0),
        (0.3, -0.524400512708040784), (1e-10, -6.3613409024040562), (1e-100, -21.2734535609653243),
        (0.9, 1.28155156554460047), (0.0000005, -4.89163847569859039),
    ])
    func `the normal quantile is exact to the last digits`(p: Double, z: Double) {
        #expect(isClose(StandardNormal.quantile(p), z, 1e-15))
        #expect(isClose(StandardNormal.cumulative(z), p, 4e-14))
    }

    @Test(arguments: [
        (0.445, 0.001, 1.38036724453727887e-7, 5.21474896747612477),
        (0.445, 0.025, 0.000191201057200489473, 2.35761545275026273),
        (1, 0.001, 0.0010005003335835335, 6.90775527898213705),
        (1, 0.025, 0.0253178079842898754, 3.6888794541139363),
        (9, 0.001, 2.45242440436377493, 21.156198165839983),
        (9, 0.025, 4.11537309737833243, 15.7631892201933152),
        (10, 0.001, 2.96052037274375957, 22.6573733090629307),
        (10, 0.025, 4.79538869613243364, 17.0848034514191703),
        (100, 0.001, 71.9213974950004072, 133.770263911378597),
        (100, 0.025, 81.3639912509231404, 120.528947753155461),
        (12345.5, 0.001, 12004.9911871817826, 12691.7084384012446),
        (12345.5, 0.025, 12128.6764978723722, 12564.2177969754846),
    ])
    func `the gamma quantiles are exact in both tails`(
        shape: Double, tail: Double, lower: Double, upper: Double
    ) throws {
        let gamma = try #require(GammaDistribution(shape: shape))
        #expect(isClose(gamma.quantile(lower: tail), lower, 1e-13))
        #expect(isClose(gamma.quantile(upper: tail), upper, 1e-13))
        #expect(isClose(gamma.lower(lower), tail, 1e-11))
        #expect(isClose(gamma.upper(upper), tail, 1e-11))
        #expect(isClose(gamma.lower(upper) + gamma.upper(upper), 1))
    }

    @Test(arguments: [
        (1, 0.001, 318.308838985550446), (1, 0.025, 12.7062047361747046),
        (1, 0.4, 0.324919696232906326), (2, 0.001, 22.3271247701198754),
        (2, 0.025, 4.30265272974946385), (3, 0.4, 0.276670662332689911),
        (7, 0.001, 4.78528962863833406), (7, 0.025, 2.36462425159278534),
        (25, 0.001, 3.45018872697306403), (25, 0.4, 0.256059684827151476),
        (289, 0.001, 3.11867072881455841), (289, 0.025, 1.96820643550453676),
        (100_000, 0.001, 3.09031380942723761), (100_000, 0.025, 1.95998770753460964),
        (100_000, 0.4, 0.253347777157179943),
    ])
    func `Student's quantile is exact`(degrees: Double, tail: Double, t: Double) throws {
        let student = try #require(StudentT(degrees: degrees))
        #expect(isClose(student.quantile(upper: tail), t, 1e-13))
        #expect(isClose(student.quantile(upper: 1 - tail), -t, 1e-13))
        #expect(isClose(student.upper(t), tail, 1e-11))
    }

    @Test func `quantile and probability undo each other, rising all the way`() throws {
        for shape in stride(from: 0.1, to: 400, by: 7.3) {
            let gamma = try #require(GammaDistribution(shape: shape))
            var last = 0.0
            for p in stride(from: 0.001, to: 0.5, by: 0.0831) {
                let x = try #require(gamma.quantile(lower: p))
                #expect(x > last)
                #expect(isClose(gamma.lower(x), p, 1e-11))
                last = x
            }
        }
    }

    @Test func `refuses what is no probability, shape or degree`() {
        #expect(StandardNormal.quantile(0) == nil)
        #expect(StandardNormal.quantile(1) == nil)
        #expect(StandardNormal.quantile(.nan) == nil)
        #expect(GammaDistribution(shape: 0) == nil)
        #expect(GammaDistribution(shape: .infinity) == nil)
        #expect(StudentT(degrees: 0) == nil)
        #expect(ConfidenceLevel(1) == nil)
        #expect(ConfidenceLevel(0) == nil)
        #expect(ConfidenceLevel(95) == nil)
    }
}
