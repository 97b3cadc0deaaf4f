import Diagnostics
import Indicators
import Reporting
import Testing

/// What people read; expectations written by hand.
struct NumberFormatTests {
    let swedish = NumberFormat(.sv)
    let english = NumberFormat(.en)

    @Test func `writes Swedish and English numbers`() {
        let value: ScaledDecimal = ScaledDecimal(units: Int64(123_456_789), scale: 2)
        #expect(swedish.string(value) == "1\u{A0}234\u{A0}567,89")
        #expect(english.string(value) == "1,234,567.89")
        #expect(swedish.string(-1234) == "−1\u{A0}234")
        #expect(english.string(999) == "999")
    }

    @Test(
        arguments: [
            (485, 1, 0, "49"), (484, 1, 0, "48"), (-485, 1, 0, "−49"), (5, 1, 0, "1"),
            (-4, 1, 0, "0"),
            (-5, 1, 0, "−1"), (2675, 3, 2, "2,68"), (86, 0, 1, "86,0"), (4800, 3, 1, "4,8"),
        ] as [(Int64, UInt8, UInt8, String)])
    func `rounds half away from zero`(units: Int64, scale: UInt8, decimals: UInt8, text: String) {
        let value = ScaledDecimal(units: units, scale: scale)
        #expect(swedish.string(value, decimals: decimals) == text)
    }

    @Test func `puts a plus before a positive difference only`() {
        #expect(swedish.string(ScaledDecimal(3), signed: true) == "+3")
        #expect(swedish.string(ScaledDecimal(-20), signed: true) == "−20")
        #expect(swedish.string(ScaledDecimal(0), signed: true) == "0")
        #expect(
            swedish.string(ScaledDecimal(units: 4, scale: 1), decimals: 0, signed: true) == "0")
    }
}
