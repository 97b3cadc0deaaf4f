import Statistics
import Testing

/// The formulas written out in Python, with its own quantile of the normal distribution.
@Suite struct `An uncertain share` {
    private func share(_ count: Double, _ total: Double) throws -> Proportion {
        try #require(Proportion(count: count, total: total))
    }

    private func dispersion() throws -> Overdispersion {
        // Twelve units of 400 around 25 %, further apart than chance leaves them.
        let counts: [Double] = [60, 140, 70, 130, 80, 120, 62, 138, 72, 128, 82, 118]
        return try #require(
            Overdispersion(
                of: counts.map { ($0, 400) }, benchmark: 0.25, scale: .proportion))
    }

    @Test func `of counted cases has Wilson's interval, and Newcombe's difference`() throws {
        let mine = UncertainShare(try share(60, 100))
        let theirs = UncertainShare(try share(80, 100))
        let interval = mine.difference(minus: theirs)
        #expect(abs(interval.lowerBound - -0.31850509933903454) < 1e-12)
        #expect(abs(interval.upperBound - -0.07311915999619883) < 1e-12)
    }

    @Test(arguments: [
        (60.0, 100.0, 200.0, 0.5306616624600012, 0.6655506909286718),
        (24.0, 30.0, 40.0, 0.7185102600063853, 0.8624161925959746),
    ])
    func `of a finite population is surer`(
        count: Double, total: Double, population: Double, lower: Double, upper: Double
    ) throws {
        let found = UncertainShare(try share(count, total), ofPopulation: population)
        #expect(abs(found.interval.lowerBound - lower) < 1e-12)
        #expect(abs(found.interval.upperBound - upper) < 1e-12)
    }

    @Test func `leaves nothing to chance where everybody has answered`() throws {
        let all = UncertainShare(try share(24, 30), ofPopulation: 30)
        #expect(all.interval == 0.8...0.8)
    }

    @Test func `holds a benchmark exactly when the funnel holds the share`() throws {
        let dispersion = try dispersion()
        #expect(dispersion.isMarked)
        for count in 0...160 {
            let unit = try share(Double(count), 160)
            let isOutside =
                dispersion.limits(denominator: 160).significance(of: unit.share) != .none
            #expect(
                UncertainShare(unit, dispersion).interval.contains(0.25) != isOutside, "\(count)")
        }
    }

    @Test func `is less sure of few clusters than of many`() throws {
        let dispersion = try dispersion()
        let alone = UncertainShare(try share(100, 400), dispersion).interval
        let tenth = UncertainShare(try share(100, 400), dispersion, concentration: 0.1).interval
        let chance = UncertainShare(try share(100, 400)).interval
        #expect(alone.lowerBound < tenth.lowerBound && tenth.upperBound < alone.upperBound)
        #expect(tenth.lowerBound < chance.lowerBound)
    }

    @Test(arguments: [(0.0, 12.0), (3.0, 12.0), (12.0, 12.0), (155.0, 200.0)])
    func `is mirrored by its complement`(count: Double, total: Double) throws {
        let dispersion = try dispersion()
        let pairs = [
            (UncertainShare(try share(count, total), dispersion),
             UncertainShare(try share(total - count, total), dispersion)),
            (UncertainShare(try share(count, total), ofPopulation: 300),
             UncertainShare(try share(total - count, total), ofPopulation: 300)),
        ]
        for (one, other) in pairs {
            #expect(abs(one.interval.lowerBound - (1 - other.interval.upperBound)) < 1e-12)
            #expect(abs(one.interval.upperBound - (1 - other.interval.lowerBound)) < 1e-12)
        }
    }
}
