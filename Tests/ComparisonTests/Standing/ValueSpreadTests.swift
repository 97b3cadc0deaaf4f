import Comparison
import Indicators
import Testing

@Suite struct ValueSpreadTests {
    private func values(_ texts: String...) throws -> [ScaledDecimal] {
        try texts.map { try #require(ScaledDecimal($0)) }
    }

    @Test func `the annual report's five values have the quartiles that are worked out by hand`()
        throws
    {
        // Sorted 66 85 86 88 89: the quartiles are the second, third and fourth; 414 / 5 = 82.8.
        let spread = try #require(ValueSpread(of: values("89", "86", "85", "88", "66")))
        #expect(spread.withValue == 5)
        #expect(
            [
                spread.lowest, spread.lowerQuartile, spread.median, spread.upperQuartile,
                spread.highest, spread.mean,
            ].map(\.description) == ["66", "85", "86", "88", "89", "82.8"])
    }

    @Test func `between neighbours the quartile is exact`() throws {
        // Type 7 of 1 to 10 is 3.25, 5.5 and 7.75; of 60, 80.5, 80.5, 95.1 it is 75.375 and 84.15.
        let ten = try #require(ValueSpread(of: (1...10).map { ScaledDecimal($0) }))
        #expect(ten.lowerQuartile.description == "3.25")
        #expect(ten.median.description == "5.5")
        #expect(ten.upperQuartile.description == "7.75")
        let four = try #require(ValueSpread(of: values("95.1", "60", "80.50", "80.5")))
        #expect(four.lowerQuartile.description == "75.375")
        #expect(four.upperQuartile.description == "84.15")
    }

    @Test func `one value is all its quartiles, none has no spread`() throws {
        let one = try #require(ValueSpread(of: values("7.50")))
        #expect(one.lowerQuartile == one.upperQuartile)
        #expect(one.median.description == "7.5")
        #expect(ValueSpread(of: []) == nil)
    }

    @Test func `a value on the limit is on its better side, whatever its decimals`() throws {
        let spread = try #require(ValueSpread(of: values("0.1", "0.3", "0.30", "0.9")))
        // At 0.75 places: 0.1 + 0.75 * 0.2 = 0.25; at 2.25: 0.3 + 0.25 * 0.6 = 0.45.
        func colour(
            _ text: String, _ polarity: Polarity, units: Int = 4, others: Int = 3
        ) throws -> QuartileColour? {
            QuartileColour(
                of: try #require(ScaledDecimal(text)),
                quartiles: (spread.lowerQuartile, spread.upperQuartile), polarity: polarity,
                valueKind: .share, units: units, others: others)
        }
        #expect(try colour("0.45", .high) == .green)
        #expect(try colour("0.449", .high) == .yellow)
        #expect(try colour("0.250", .high) == .yellow)
        #expect(try colour("0.2", .high) == .red)
        #expect(try colour("0.25", .low) == .green)
        #expect(try colour("0.45", .low) == .yellow)
        #expect(try colour("0.46", .low) == .red)
        #expect(try colour("0.45", .none) == nil)
        #expect(try colour("0.45", .unknown) == nil)
        #expect(try colour("0.45", .high, units: 3) == nil)
        #expect(try colour("0.45", .high, others: 0) == nil)
    }
}
