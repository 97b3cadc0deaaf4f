import Comparison
import Indicators
import Testing

@Suite struct `A profile` {
    /// A row among eight others: `place` counts those with a higher value.
    private func row(
        _ code: String, higher place: Int, change: Int? = nil, polarity: Polarity = .high,
        share: (Int, Int)? = nil, others: (Int, Int)? = nil,
        publication: PublicationState = .final
    ) throws -> ProfileRow {
        // A stated share must be that of its cases, or they count as none.
        let value = share.map { 100 * $0.0 / $0.1 } ?? 100 - 10 * place
        return try #require(
            ProfileRow(
                indicator: try Sample.indicator(
                    code, polarity: polarity, uncertainty: .persons),
                period: try Sample.year2017(),
                figure: try Sample.figure(
                    "\(value)", numerator: share?.0, denominator: share?.1), units: 9,
                higher: place, lower: 8 - place,
                quartiles: .init(
                    lower: ScaledDecimal(40), median: ScaledDecimal(60),
                    upper: ScaledDecimal(80)),
                previous: try change.map { try Sample.figure("\(value - $0)") },
                others: others.flatMap {
                    CaseSums(ScaledDecimal($0.0), of: ScaledDecimal($0.1))
                }, publication: publication))
    }

    private func profile(_ rows: [ProfileRow]) throws -> Profile {
        Profile(focus: try Sample.municipality("0182", "Nacka"), gender: .total, rows: rows)
    }

    @Test func `begins with what is worse and getting worse`() throws {
        let rows = [
            try row("B1", higher: 0, change: 5), try row("B2", higher: 8, change: 1),
            try row("B3", higher: 7, change: -1), try row("B4", higher: 8, change: -2),
            try row("B5", higher: 4, change: -3), try row("B6", higher: 4),
            try row("B7", higher: 0, change: -1), try row("B8", higher: 3, polarity: .none),
        ]
        let expected = ["B4", "B3", "B2", "B5", "B6", "B7", "B1", "B8"]
        #expect(try profile(rows).rows.map(\.indicator.code.description) == expected)
        #expect(try profile(rows.reversed()).rows.map(\.indicator.code.description) == expected)
    }

    @Test func `turns place, colour and movement for what should be low`() throws {
        let high = try row("A1", higher: 1, change: 2)
        let low = try row("A1", higher: 1, change: 2, polarity: .low)
        #expect((high.rank, high.colour, high.movement) == (2, .green, .better))
        #expect((low.rank, low.colour, low.movement) == (8, .red, .worse))
        let none = try row("A1", higher: 1, change: 2, polarity: .unknown)
        #expect((none.rank, none.colour, none.movement) == (nil, nil, .higher))
    }

    @Test func `lets the verdict overrule the colour`() throws {
        // The worst quarter begins below 40: red, but 3 of 10 is not to be told apart from 45 of 100.
        let similar = try row("A1", higher: 8, share: (3, 10), others: (45, 100))
        #expect(similar.colour == .red)
        #expect(similar.verdict == .similar)
        #expect(!similar.isWorse)
        let worse = try row("A2", higher: 8, share: (30, 100), others: (8500, 10000))
        #expect(worse.verdict == .worse)
        #expect(worse.isWorse)
        #expect(try row("A3", higher: 8).verdict == .uncertaintyUnknown)
        // Cases that do not give the stated share count as none.
        let contradictory = try #require(
            ProfileRow(
                indicator: try Sample.indicator(), period: try Sample.year2017(),
                figure: try Sample.figure("80", numerator: 30, denominator: 100), units: 9,
                higher: 8, lower: 0, quartiles: nil,
                others: CaseSums(ScaledDecimal(8500), of: ScaledDecimal(10000))))
        #expect(contradictory.contrast.obstacle == .contradictoryCounts)
    }

    @Test func `has no place, colour, median or verdict while the year is being collected`() throws
    {
        let open = try row(
            "A1", higher: 8, share: (30, 100), others: (8500, 10000), publication: .collecting)
        #expect((open.rank, open.colour, open.quartiles) == (nil, nil, nil))
        #expect(open.verdict == .none)
        #expect(open.status == .preliminary)
        #expect(open.value == ScaledDecimal(30))
        let preliminary = try row(
            "A1", higher: 8, share: (30, 100), others: (8500, 10000), publication: .preliminary)
        #expect((preliminary.rank, preliminary.verdict) == (9, .worse))
        #expect(preliminary.status == .preliminary)
    }

    @Test func `counts what deviates, what would by chance, and what remains of many`() throws {
        var rows: [ProfileRow] = []
        // Two far off, one just outside 95 %, seventeen alike.
        for index in 0..<20 {
            let count = index < 2 ? 60 : index == 2 ? 77 : 85
            rows.append(
                try row("A\(index)", higher: 4, share: (count, 100), others: (85_000, 100_000)))
        }
        let profile = try profile(rows)
        #expect(profile.judged == 20)
        #expect(profile.deviating == 3)
        #expect(abs(profile.expectedByChance - 1) < 1e-12)
        // z of 77: (0.77 - 0.85) / sqrt(0.85 * 0.15 / 100) = -2.24, p = 0.025 > 3/20 * 0.05.
        #expect(profile.believed == 2)
        let unsure = try #require(profile.rows.firstIndex { $0.value == ScaledDecimal(77) })
        #expect(profile.rows[unsure].verdict == .worse)
        #expect(
            profile.rows[unsure].contrast.verdict(adjusted: profile.adjusted[unsure]) == .similar)
    }
}
