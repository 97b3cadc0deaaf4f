import Diagnostics
import Indicators
import TestSupport
import Testing

@testable import Kolada

@Suite struct DecimalScannerTests {
    static func scan(
        _ text: String
    ) -> (value: ScaledDecimal?, outcome: DecimalScanner.Outcome, count: Int) {
        (Array(text.utf8) + Array(repeating: 0, count: 64)).withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return (nil, .malformed, 0) }
            let reading = DecimalScanner.scan(base)
            return (
                ScaledDecimal(units: reading.units, scale: reading.scale), reading.outcome,
                reading.end - base
            )
        }
    }

    @Test(arguments: [
        // Values of the bulk file, with what they are.
        ("568566.0", "568566", 0), ("47.61904762", "47.61904762", 8),
        ("7.355e-05", "0.00007355", 8),
        ("-3e-08", "-0.00000003", 8), ("201877.62578219", "201877.62578219", 8),
        ("0.0", "0", 0), ("-0.0", "0", 0), ("-6.7", "-6.7", 1), ("100", "100", 0),
        // Forms that a JSON writer may choose.
        ("1e3", "1000", 0), ("1E+3", "1000", 0), ("1.50e1", "15", 0), ("12.500", "12.5", 1),
        ("0e99999", "0", 0), ("123456789012345678", "123456789012345678", 0),
        ("0.100000000000000000000000000", "0.1", 1),
        ("1.2345678901234567e-05", "0.000012345678901234567", 21),
        ("100000000000000000e-17", "1", 0),
    ])
    func `reads a number exactly`(text: String, value: String, scale: UInt8) throws {
        let read = Self.scan(text)
        #expect(read.outcome == .read)
        #expect(read.count == text.utf8.count)
        #expect(read.value == ScaledDecimal(value))
        #expect(read.value?.scale == scale)
    }

    @Test(arguments: [
        "", "-", ".5", "1.", "01", "-01.5", "1e", "1e+", "NaN", "Infinity", "+1", "00",
    ])
    func `refuses what is no number of JSON`(text: String) {
        #expect(Self.scan(text).outcome == .malformed)
    }

    @Test(arguments: [
        "1234567890123456789", "0.1234567890123456789", "1e18", "1e-38", "9e-99", "1e999999999999",
    ])
    func `says which numbers have too many digits`(text: String) {
        let read = Self.scan(text)
        #expect(read.outcome == .tooLong)
        #expect(read.count == text.utf8.count)
    }

    @Test func `agrees with the decimal type on numbers of any form`() {
        var random = SplitMix64(seed: 3)
        for _ in 0..<20_000 {
            let units = Int64.random(in: -999_999_999_999...999_999_999_999, using: &random)
            let digits = Int.random(in: 0...18, using: &random)
            guard
                let number = ScaledDecimal(
                    units: Int128(units % 1_000_000_000), scale: UInt8(digits))
            else { continue }
            let plain = Self.scan(number.description)
            #expect(plain.value == number, "\(number)")
            let exponent = Int.random(in: -18...8, using: &random)
            let scientific = Self.scan("\(units % 100_000)e\(exponent)")
            let expected = ScaledDecimal(
                units: Int128(units % 100_000) * (exponent > 0 ? Self.power(exponent) : 1),
                scale: UInt8(max(0, -exponent)))
            #expect(scientific.value == expected, "\(units % 100_000)e\(exponent)")
        }
    }

    private static func power(_ exponent: Int) -> Int128 {
        (0..<exponent).reduce(1) { result, _ in result * 10 }
    }
}
