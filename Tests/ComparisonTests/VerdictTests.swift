import Comparison
import Indicators
import Testing

/// Known answers from Newcombe's paper.
///
/// Newcombe, "Interval estimation for the difference between independent
/// proportions", Statistics in Medicine 17 (1998), table II, method 10: 56/70 − 48/80 has the interval
/// 0.0524 to 0.3339, 9/10 − 3/10 has 0.1705 to 0.8090, 6/7 − 2/7 has 0.0582 to 0.8062, and
/// 5/56 − 0/29 has −0.0381 to 0.1926.
@Suite struct `Verdicts` {
    private func verdict(
        _ mine: (Int, Int)?, against theirs: (Int, Int)?, polarity: Polarity = .high,
        uncertainty: Uncertainty = .persons, isComplement: Bool = false
    ) throws -> Verdict? {
        let units = try [
            Sample.municipality("0182", "Nacka"), Sample.municipality("0184", "Solna"),
        ]
        func figure(_ counts: (Int, Int)?) throws -> [OutcomeFigure] {
            guard let (numerator, denominator) = counts else { return [] }
            return [
                try Sample.figure(
                    "\(Double(100 * numerator) / Double(denominator))", numerator: numerator,
                    denominator: denominator)
            ]
        }
        return try Sample.table(
            units, figures: [units[0].key: figure(theirs), units[1].key: figure(mine)],
            indicator: Sample.indicator(polarity: polarity, uncertainty: uncertainty),
            isComplement: isComplement
        ).row("Solna").verdict
    }

    @Test(arguments: [((56, 70), (48, 80)), ((9, 10), (3, 10)), ((6, 7), (2, 7))])
    func `call a share better when the interval excludes zero`(
        mine: (Int, Int), theirs: (Int, Int)
    ) throws {
        #expect(try verdict(mine, against: theirs) == .better)
        #expect(try verdict(theirs, against: mine) == .worse)
        #expect(try verdict(mine, against: theirs, polarity: .low) == .worse)
        #expect(try verdict(theirs, against: mine, polarity: .low) == .better)
    }

    @Test func `call a share similar when the interval holds zero`() throws {
        #expect(try verdict((5, 56), against: (0, 29)) == .similar)
        #expect(try verdict((0, 29), against: (5, 56)) == .similar)
    }

    @Test(arguments: [Polarity.none, .unknown, .band])
    func `say only higher or lower where no direction is good`(polarity: Polarity) throws {
        #expect(try verdict((9, 10), against: (3, 10), polarity: polarity) == .higher)
        #expect(try verdict((3, 10), against: (9, 10), polarity: polarity) == .lower)
    }

    @Test(arguments: [((56, 70), (48, 80)), ((5, 56), (0, 29)), ((3, 10), (9, 10))])
    func `are the same for the complement`(mine: (Int, Int), theirs: (Int, Int)) throws {
        #expect(
            try verdict(mine, against: theirs)
                == verdict(mine, against: theirs, isComplement: true))
    }

    @Test(arguments: [Uncertainty.clustered, .survey])
    func `are unknown where a simple interval would claim too much`(
        uncertainty: Uncertainty
    ) throws {
        #expect(
            try verdict((9, 10), against: (3, 10), uncertainty: uncertainty)
                == .uncertaintyUnknown)
    }

    @Test func `are none where no interval makes sense`() throws {
        #expect(try verdict((9, 10), against: (3, 10), uncertainty: .none) == Verdict.none)
    }

    @Test func `are none without a value on either side`() throws {
        #expect(try verdict(nil, against: (3, 10)) == Verdict.none)
        #expect(try verdict((3, 10), against: nil) == Verdict.none)
    }
}
