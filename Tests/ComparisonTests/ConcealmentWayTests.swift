import Indicators
import Testing
import Warehouse

/// Ways round what is hidden: by a total that nobody states, by other periods, by value times base.
@Suite struct `What is internal and hidden cannot be worked out` {
    private func statement(
        _ cases: Int, of base: Int, _ gender: Gender = .total, _ period: String = "2017",
        _ municipality: Int16 = 182
    ) throws -> Concealment.Statement {
        Concealment.Statement(
            key: try key(gender, period, municipality),
            value: ScaledDecimal(100 * cases).divided(by: ScaledDecimal(base), decimals: 6),
            numerator: ScaledDecimal(cases), denominator: ScaledDecimal(base))
    }

    private func key(
        _ gender: Gender = .total, _ period: String = "2017", _ municipality: Int16 = 182
    ) throws -> Concealment.Key {
        Concealment.Key(
            indicator: 1, municipality: municipality, period: try #require(Period(period)),
            gender: gender)
    }

    private func hidden(
        _ statements: [Concealment.Statement], _ valueKind: ValueKind = .share,
        _ uncertainty: Uncertainty = .persons, wholes: [Int16: [Int16]] = [:]
    ) throws -> Set<Concealment.Key> {
        var indicator = try Sample.indicator(valueKind: valueKind, uncertainty: uncertainty)
        indicator.disclosure = .internal
        return Concealment(statements, indicators: [1: indicator], wholes: wholes).hidden
    }

    @Test func `by a total that nobody states`() throws {
        // Nacka says 3 women and 20 men, but no total: the region's 40 less Solna's 17 would be it.
        let found = try hidden(
            [
                statement(3, of: 40, .women), statement(20, of: 60, .men),
                statement(17, of: 100, .total, "2017", 184),
                statement(40, of: 200, .total, "2017", 1),
            ], wholes: [182: [1, 0], 184: [1, 0], 1: [0]])
        #expect(found == [try key(.women), try key(.total, "2017", 1)])
    }

    @Test func `by another name of the same months`() throws {
        // The third tertial is the year. The year's women are all that is said of the year.
        let found = try hidden([
            statement(15, of: 90, .total, "2017-T3"), statement(12, of: 40, .women, "2017-T3"),
            statement(3, of: 50, .men, "2017-T3"), statement(12, of: 40, .women, "2017"),
        ])
        #expect(
            found == [
                try key(.women, "2017-T3"), try key(.men, "2017-T3"), try key(.women, "2017"),
            ])
    }

    @Test func `by the rest of a tertial, a quarter or a year`() throws {
        let months = try [
            statement(2, of: 30, .total, "2017-01"), statement(20, of: 60, .total, "2017-02"),
            statement(15, of: 50, .total, "2017-03"), statement(12, of: 70, .total, "2017-04"),
        ]
        #expect(try hidden(months) == [try key(.total, "2017-01")])
        #expect(
            try hidden(months + [statement(49, of: 210, .total, "2017-T1")])
                == [try key(.total, "2017-01"), try key(.total, "2017-03")])
        // January is the quarter less February and March; of these the smallest goes.
        #expect(
            try hidden(Array(months.prefix(3)) + [statement(37, of: 140, .total, "2017-Q1")])
                == [try key(.total, "2017-01"), try key(.total, "2017-03")])
        // A year's other tertials tell nothing of the first: each is counted from January.
        #expect(
            try hidden([
                statement(3, of: 30, .total, "2017-T1"), statement(20, of: 60, .total, "2017-T2"),
                statement(40, of: 90),
            ]) == [try key(.total, "2017-T1")])
    }

    @Test func `by value times base`() throws {
        let rate = Concealment.Statement(
            key: try key(), value: ScaledDecimal("8"), denominator: ScaledDecimal(5000))
        #expect(try hidden([rate], .rate) == [rate.key])
        #expect(try hidden([rate], .rate, .none).isEmpty)
        var counted = rate
        counted.numerator = ScaledDecimal(40)
        #expect(try hidden([counted], .rate).isEmpty)
        counted.numerator = ScaledDecimal(4)
        #expect(try hidden([counted], .rate) == [rate.key])
    }
}
