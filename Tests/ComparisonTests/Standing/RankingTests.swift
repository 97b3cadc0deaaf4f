import Comparison
import Indicators
import Testing

@Suite struct `A ranking` {
    private static let names = [
        ("0162", "Danderyd"), ("0182", "Nacka"), ("0184", "Solna"), ("0160", "Täby"),
        ("0120", "Värmdö"),
    ]

    private func members() throws -> [Municipality] {
        try Self.names.map { try Sample.municipality($0.0, $0.1) }
    }

    private func ranking(
        _ figures: [String: OutcomeFigure], polarity: Polarity = .high,
        valueKind: ValueKind = .share, isComplement: Bool = false, focus: String? = "0182"
    ) throws -> Ranking {
        let members = try members()
        return Ranking(
            indicator: try Sample.indicator(polarity: polarity, valueKind: valueKind),
            isComplement: isComplement, period: try Sample.year2017(), gender: .total,
            focus: members.first { $0.code.description == focus }, members: members,
            figures: Dictionary(
                uniqueKeysWithValues: try figures.map { code, figure in
                    (try Sample.municipality(code, "").key, [figure])
                }))
    }

    private func lines(_ ranking: Ranking) -> [String] {
        ranking.rows.map { row in
            let places = row.places.map { " \($0.lowerBound)-\($0.upperBound)" } ?? ""
            return "\(row.rank.map(String.init) ?? "-") \(row.municipality.name)\(places)"
        }
    }

    @Test func `gives equal values the lower place and nobody a place without a value`() throws {
        let ranking = try ranking([
            "0162": Sample.figure("89"), "0182": Sample.figure("85.0"),
            "0184": Sample.figure("85"), "0120": Sample.figure("66"),
        ])
        #expect(lines(ranking) == ["1 Danderyd", "2 Nacka", "2 Solna", "4 Värmdö", "- Täby"])
        #expect(ranking.rows.map(\.isTied) == [false, true, true, false, false])
        #expect(ranking.withValue == 4)
        #expect(ranking.members == 5)
    }

    @Test func `has the same places in the complement, and for low the other way round`() throws {
        let figures = [
            "0162": try Sample.figure("89"), "0182": try Sample.figure("86"),
            "0184": try Sample.figure("85"), "0120": try Sample.figure("66"),
        ]
        let plain = try ranking(figures)
        let complement = try ranking(figures, isComplement: true)
        #expect(lines(plain) == lines(complement))
        #expect(plain.rows.map(\.colour) == complement.rows.map(\.colour))
        #expect(
            lines(try ranking(figures, polarity: .low))
                == ["1 Värmdö", "2 Solna", "3 Nacka", "4 Danderyd", "- Täby"])
    }

    @Test func `has no places without a direction and for yes or no`() throws {
        let figures = ["0162": try Sample.figure("1"), "0182": try Sample.figure("0")]
        #expect(try ranking(figures, polarity: .unknown).rows.allSatisfy { $0.rank == nil })
        #expect(try ranking(figures, valueKind: .boolean).rows.allSatisfy { $0.rank == nil })
    }

    @Test func `says between which places a municipality may lie`() throws {
        // 95 of 100 is surely above 80 of 100 and 60 of 100, 80 surely above 60; 164 of 200 is not to
        // be told apart from 80 of 100 but surely above 60 and below 95 (Newcombe, 95 %).
        let ranking = try ranking([
            "0162": Sample.figure("95", numerator: 95, denominator: 100),
            "0182": Sample.figure("80", numerator: 80, denominator: 100),
            "0160": Sample.figure("82", numerator: 164, denominator: 200),
            "0184": Sample.figure("60", numerator: 60, denominator: 100),
        ])
        #expect(
            lines(ranking)
                == ["1 Danderyd 1-1", "2 Täby 2-3", "3 Nacka 2-3", "4 Solna 4-4", "- Värmdö"])
        let interval = try #require(ranking.rows[2].interval)
        // Wilson's interval of 80 of 100.
        #expect(abs(interval.lower.approximation - 71.11708) < 1e-4)
        #expect(abs(interval.upper.approximation - 86.66331) < 1e-4)
    }

    @Test func `lets one without numerators lie anywhere`() throws {
        let ranking = try ranking([
            "0162": Sample.figure("95", numerator: 95, denominator: 100),
            "0182": Sample.figure("80", numerator: 80, denominator: 100),
            "0160": Sample.figure("82"),
        ])
        #expect(lines(ranking).prefix(3) == ["1 Danderyd 1-2", "2 Täby", "3 Nacka 2-3"])
    }

    @Test func `does not change when the municipalities come in another order`() throws {
        let figures = [
            "0162": try Sample.figure("89"), "0182": try Sample.figure("86"),
            "0184": try Sample.figure("86"),
        ]
        let members = try members()
        func rank(_ members: [Municipality]) throws -> [RankingRow] {
            Ranking(
                indicator: try Sample.indicator(), period: try Sample.year2017(), gender: .total,
                focus: nil, members: members,
                figures: Dictionary(
                    uniqueKeysWithValues: try figures.map { code, figure in
                        (try Sample.municipality(code, "").key, [figure])
                    })
            ).rows
        }
        #expect(try rank(members) == rank(members.reversed()))
    }
}
