import Testing

@testable import Tabular

@Suite("Decimal numbers as printed")
struct DecimalNumberTests {
    @Test(
        arguments: [
            (480, 2, "4.80"), (48, 1, "4.8"), (0, 0, "0"), (0, 2, "0.00"), (5, 3, "0.005"),
            (-5, 1, "-0.5"), (-12, 0, "-12"), (999_999_999_999_999_999, 18, "0.999999999999999999"),
        ] as [(Int64, UInt8, String)])
    func `prints all its decimals`(_ units: Int64, _ scale: UInt8, _ text: String) {
        #expect(DecimalNumber(units: units, scale: scale)?.description == text)
    }

    @Test func `keeps the printed scale and knows the value without it`() throws {
        let long = try #require(DecimalNumber(units: 480, scale: 2))
        let short = try #require(DecimalNumber(units: 48, scale: 1))
        #expect(long != short)
        #expect(long.isSameValue(as: short))
        #expect(long.canonical() == short)
        #expect(DecimalNumber(units: 0, scale: 5)?.canonical() == DecimalNumber(units: 0, scale: 0))
        #expect(DecimalNumber(units: 100, scale: 0)?.canonical().units == 100)
    }

    @Test func `has no room for more than 18 digits`() {
        #expect(DecimalNumber(units: 1_000_000_000_000_000_000, scale: 0) == nil)
        #expect(DecimalNumber(units: .min, scale: 0) == nil)
        #expect(DecimalNumber(units: 1, scale: 19) == nil)
    }
}
