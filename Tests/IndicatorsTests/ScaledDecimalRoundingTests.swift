import Indicators
import Testing

@Suite struct `A decimal from a floating-point number` {
    @Test(
        arguments: [
            (0.125, 2, "0.13"), (-0.125, 2, "-0.13"), (1.5, 0, "2"),
            (33.333333333333336, 10, "33.3333333333"),
            (0.0, 4, "0"), (-0.0, 4, "0"), (12.5, 3, "12.5"),
        ] as [(Double, UInt8, String)])
    func `is rounded half away from zero`(value: Double, decimals: UInt8, text: String) {
        #expect(ScaledDecimal(rounding: value, decimals: decimals)?.description == text)
    }

    @Test(arguments: [Double.nan, .infinity, 1e300])
    func `is none where the number does not fit`(value: Double) {
        #expect(ScaledDecimal(rounding: value, decimals: 2) == nil)
        #expect(ScaledDecimal(rounding: 1, decimals: 13) == nil)
    }
}
