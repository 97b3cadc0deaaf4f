import Indicators
import Testing

@Suite struct ScaledDecimalTests {
    @Test(arguments: [
        ("0", 0, 0), ("4.80", 480, 2), ("-12.5", -125, 1), ("0.007", 7, 3), ("-0.50", -50, 2),
        ("100", 100, 0), ("00012.10", 1210, 2),
    ])
    func `reads a number with a decimal point`(text: String, units: Int, scale: UInt8) throws {
        let number = try #require(ScaledDecimal(text))
        #expect(number.units == Int128(units))
        #expect(number.scale == scale)
    }

    @Test(arguments: [
        "", "-", ".", "1.", ".5", "--1", "+1", "1,5", "1 000", "1e3", "NaN", "Infinity", "1.2.3",
        "٣", "1-", " 1", "0x10", "999999999999999999999999999999999999999",
        "0.00000000000000000000000000000000000001",
    ])
    func `refuses anything else`(text: String) {
        #expect(ScaledDecimal(text) == nil)
    }

    @Test func `38 digits are kept exactly`() throws {
        let text = "-12345678901234567890123456.789012345678"
        #expect(try #require(ScaledDecimal(text)).description == text)
    }

    @Test(arguments: [
        ("1234567.5", "1 234 567,5"), ("-1234", "-1 234"), ("999", "999"), ("1000", "1 000"),
        ("0.05", "0,05"), ("-0.5", "-0,5"), ("0", "0"), ("123456", "123 456"),
    ])
    func `writes groups of three and the decimal mark asked for`(
        text: String, written: String
    ) throws {
        let number = try #require(ScaledDecimal(text))
        #expect(number.formatted(decimalSeparator: ",", groupSeparator: " ") == written)
    }

    /// Half away from zero, as Statistics Sweden rounds; by hand.
    @Test(
        arguments: [
            ("0.5", 0, "1"), ("1.5", 0, "2"), ("2.5", 0, "3"), ("-0.5", 0, "-1"), ("-1.5", 0, "-2"),
            ("-2.5", 0, "-3"), ("0.49", 0, "0"), ("-0.49", 0, "0"), ("82.85", 1, "82.9"),
            ("82.84", 1, "82.8"), ("2.675", 2, "2.68"), ("1.005", 2, "1.01"), ("9.995", 2, "10.00"),
            ("-9.995", 2, "-10.00"), ("86", 1, "86.0"), ("86.50", 1, "86.5"), ("0.05", 1, "0.1"),
        ] as [(String, UInt8, String)])
    func `rounds half away from zero`(text: String, scale: UInt8, rounded: String) throws {
        let number = try #require(ScaledDecimal(text))
        #expect(number.rounded(toScale: scale)?.description == rounded)
    }

    @Test func `equal numbers are equal and hash alike whatever their scale`() throws {
        let forms = try ["4.8", "4.80", "4.800"].map { try #require(ScaledDecimal($0)) }
        #expect(Set(forms).count == 1)
        #expect(forms[0] == forms[2])
        #expect(try #require(ScaledDecimal("-0.0")) == ScaledDecimal(0))
    }

    @Test(arguments: [
        ("4.79", "4.8"), ("-4.8", "-4.79"), ("9", "10.0"), ("-10", "9.99"),
        ("0.0000000000000000000000000000000000001", "1000000000000000000000000000000000000"),
        ("1", "1.0000000000000000000000000000000000001"),
    ])
    func `orders numbers by value, not by digits`(smaller: String, larger: String) throws {
        let small = try #require(ScaledDecimal(smaller))
        let large = try #require(ScaledDecimal(larger))
        #expect(small < large)
        #expect(!(large < small))
    }

    /// The reference comparison of the issue: five municipalities, and four without Nacka.
    @Test func `means and medians of the reference comparison`() throws {
        let five = [89, 88, 86, 85, 66].map { ScaledDecimal($0) }
        let four = [89, 88, 85, 66].map { ScaledDecimal($0) }
        #expect(ScaledDecimal.mean(five)?.description == "82.8")
        #expect(ScaledDecimal.median(five)?.description == "86")
        #expect(ScaledDecimal.mean(four)?.description == "82")
        #expect(ScaledDecimal.median(four)?.description == "86.5")
        #expect(ScaledDecimal.mean([]) == nil)
        #expect(ScaledDecimal.median([]) == nil)
        #expect(ScaledDecimal.median([ScaledDecimal(7)])?.description == "7")
    }

    @Test(
        arguments: [
            ("10", "3", 4, "3.3333"), ("20", "3", 4, "6.6667"), ("-10", "3", 4, "-3.3333"),
            ("-20", "3", 2, "-6.67"), ("20", "-3", 2, "-6.67"), ("-20", "-3", 2, "6.67"),
            ("1", "8", 2, "0.13"), ("-1", "8", 2, "-0.13"), ("3", "2", 0, "2"),
            ("10", "210", 3, "0.048"),
            ("4.8", "0.12", 2, "40"), ("0", "7", 3, "0"), ("1", "0.001", 0, "1000"),
            ("0.0001", "100", 3, "0"), ("0.05", "100", 3, "0.001"),
        ] as [(String, String, UInt8, String)])
    func `divides and rounds half away from zero`(
        number: String, divisor: String, decimals: UInt8, quotient: String
    ) throws {
        let left = try #require(ScaledDecimal(number))
        let right = try #require(ScaledDecimal(divisor))
        #expect(left.divided(by: right, decimals: decimals)?.description == quotient)
    }

    @Test func `a division by zero, and what does not fit, gives nothing`() throws {
        let huge = try #require(ScaledDecimal("99999999999999999999999999999999999999"))
        #expect(ScaledDecimal(1).divided(by: ScaledDecimal(0), decimals: 2) == nil)
        #expect(huge.divided(by: ScaledDecimal(1), decimals: 10) == nil)
        #expect(huge.multiplied(by: 2) == nil)
        #expect(ScaledDecimal.sum([huge, huge]) == nil)
        #expect(huge.subtracting(ScaledDecimal(-1)) == nil)
        #expect(huge.rounded(toScale: 1) == nil)
    }

    @Test func `differences are exact: 0.3 less 0.1 is 0.2`() throws {
        let difference = try #require(ScaledDecimal("0.3")).subtracting(
            #require(ScaledDecimal("0.1")))
        #expect(difference?.description == "0.2")
        let mixed = try #require(ScaledDecimal("89")).subtracting(#require(ScaledDecimal("86.25")))
        #expect(mixed?.description == "2.75")
    }

    /// Random numbers, the same at every run: written and read back they are themselves, and rounding,
    /// ordering and differences agree with whole numbers of the smallest unit.
    @Test func `what is written is read back, and arithmetic agrees with whole units`() throws {
        var random = Numbers(state: 20_170_182)
        for _ in 0..<20_000 {
            let scale = UInt8(random.next() % 7)
            let units = Int64(bitPattern: random.next()) / (1 << Int64(random.next() % 50 + 10))
            let number = ScaledDecimal(units: units, scale: scale)
            #expect(ScaledDecimal(number.description) == number)
            #expect(ScaledDecimal(number.description)?.scale == scale)
            // With one digit less: the nearest, the one away from zero of two equally near.
            if scale > 0 {
                let expected = (units.magnitude + 5) / 10
                let rounded = try #require(number.rounded(toScale: scale - 1))
                #expect(rounded.units.magnitude == UInt128(expected))
                #expect(rounded.units == 0 || (rounded.units < 0) == (units < 0))
            }
            let other = ScaledDecimal(units: Int64(random.next() % 1_000_000), scale: scale)
            #expect((number < other) == (number.units < other.units))
            #expect(number.subtracting(other)?.units == number.units - other.units)
        }
    }
}

/// Marsaglia's xorshift64, which gives the same numbers for the same state.
private struct Numbers {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
