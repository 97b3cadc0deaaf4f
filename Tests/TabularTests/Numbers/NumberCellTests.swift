import Testing

@testable import Tabular

@Suite("Reading numbers")
struct NumberCellTests {
    static let sv = NumberFormat.swedish
    static let dotted = NumberFormat(decimal: .comma, grouping: [.point], allowsPercent: true)
    static let english = NumberFormat(decimal: .point, grouping: [.comma])
    static let open = NumberFormat(
        decimal: .undeclared, grouping: [.spaces, .point, .comma], allowsPercent: true)

    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var format: NumberFormat
        var value: String
        var testDescription: String { "\(text.debugDescription) → \(value)" }

        init(_ text: String, _ format: NumberFormat, _ value: String) {
            self.text = text
            self.format = format
            self.value = value
        }
    }

    static let cases: [Case] = [
        Case("86", sv, "86"), Case("0", sv, "0"), Case("4,8", sv, "4.8"), Case("4,80", sv, "4.80"),
        Case("-12,5", sv, "-12.5"), Case("+3", sv, "3"), Case(",5", sv, "0.5"),
        Case("-,5", sv, "-0.5"), Case("007", sv, "7"), Case("0,005", sv, "0.005"),
        Case(" 86 ", sv, "86"), Case("\u{A0}4,8\u{202F}", sv, "4.8"), Case("\u{FEFF}1", sv, "1"),
        Case("1 234", sv, "1234"), Case("1\u{A0}234\u{A0}567", sv, "1234567"),
        Case("12\u{202F}345,60", sv, "12345.60"), Case("123\u{2009}456", sv, "123456"),
        Case("1\u{2007}234", sv, "1234"), Case("-1 234,5", sv, "-1234.5"),
        Case("\u{2212}5", sv, "-5"), Case("\u{2013}5,0", sv, "-5.0"), Case("\u{FE63}5", sv, "-5"),
        Case("\u{FF0D}5", sv, "-5"), Case("-0", sv, "0"),
        Case("123456789012345678", sv, "123456789012345678"),
        Case("000123456789012345678", sv, "123456789012345678"),
        Case("0,123456789012345678", sv, "0.123456789012345678"),
        Case("1234567890123456,78", sv, "1234567890123456.78"),
        Case("4.8", .plain, "4.8"), Case("-4.80", .plain, "-4.80"), Case(".5", .plain, "0.5"),
        Case("1.234", dotted, "1234"), Case("1.234.567,8", dotted, "1234567.8"),
        Case("1,234", english, "1234"), Case("1,234.50", english, "1234.50"),
        Case("12", open, "12"), Case("4,8", open, "4.8"), Case("4.80", open, "4.80"),
        Case("1234,567", open, "1234.567"), Case("0,123", open, "0.123"),
        Case("1.234,56", open, "1234.56"), Case("1,234.56", open, "1234.56"),
        Case("1,234,567", open, "1234567"), Case("1.234.567", open, "1234567"),
        Case("1 234,567", open, "1234.567"), Case("-0.500", open, "-0.500"),
        Case("4,8123", open, "4.8123"), Case(",123", open, "0.123"),
    ]

    @Test(arguments: cases)
    func `reads every spelling that has one meaning`(_ example: Case) {
        let result = NumberCell.parse(example.text, format: example.format)
        #expect(result.number?.description == example.value, "\(result)")
    }

    @Test(arguments: ["86%", "86 %", "86\u{A0}%", "86\u{202F}%", " 86 % "])
    func `reads a percent sign and tells of it`(_ text: String) throws {
        let expected = try #require(DecimalNumber(units: 86, scale: 0))
        #expect(
            NumberCell.parse(text, format: .swedish)
                == .number(expected, hadPercentSign: true))
        #expect(
            NumberCell.parse("86", format: .swedish)
                == .number(expected, hadPercentSign: false))
    }

    @Test(arguments: [
        ("1E+05", "100000"), ("1,5E+3", "1500"), ("1,5e-3", "0.0015"), ("2E0", "2"),
        ("0E+99", "0"), ("1,25E1", "12.5"), ("-5E2", "-500"),
    ])
    func `reads powers of ten where they are allowed`(_ text: String, _ value: String) {
        let format = NumberFormat(decimal: .comma, allowsExponent: true)
        #expect(NumberCell.parse(text, format: format).number?.description == value)
        #expect(NumberCell.parse(text, format: .swedish).failure?.reason == .exponent)
    }

    @Test(arguments: ["1E18", "12E17", "1E-19", "1E99999999999999999999"])
    func `refuses powers of ten that do not fit`(_ text: String) {
        let format = NumberFormat(decimal: .comma, allowsExponent: true)
        #expect(NumberCell.parse(text, format: format).failure?.reason == .tooManyDigits)
    }

    @Test func `reads back what was printed in any style`() throws {
        var generator = SplitMix64(seed: 1862)
        for _ in 0..<20_000 {
            let digits = Int.random(in: 1...18, using: &generator)
            let bound = (0..<digits).reduce(Int64(1)) { power, _ in power * 10 }
            let units = Int64.random(in: -(bound - 1)...(bound - 1), using: &generator)
            let scale = UInt8.random(in: 0...18, using: &generator)
            let number = try #require(DecimalNumber(units: units, scale: scale))
            let plain = number.description
            #expect(NumberCell.parse(plain, format: .plain).number == number)
            let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
            let swedish =
                Self.grouped(String(parts[0]), "\u{A0}")
                + (parts.count == 2 ? "," + parts[1] : "")
            #expect(NumberCell.parse(swedish, format: .swedish).number == number, "\(swedish)")
        }
    }

    /// Groups the digits of a whole number from the right.
    private static func grouped(_ text: String, _ mark: String) -> String {
        let digits = text.drop { $0 == "-" }
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result += mark }
            result.append(digit)
        }
        return (text.hasPrefix("-") ? "-" : "") + result
    }

    @Test func `reads plain numbers by the short way and the long way alike`() {
        var generator = SplitMix64(seed: 7)
        let alphabet = Array("0123456789,.- ".utf8)
        for _ in 0..<10_000 {
            let count = Int.random(in: 0...7, using: &generator)
            let cell = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            for format in [NumberFormat.plain, .swedish, Self.open] {
                let short = NumberCell.parse(cell.span, format: format)
                let long = cell.withUnsafeBufferPointer { bytes in
                    var scanner = NumberScanner(bytes, format)
                    return scanner.parse()
                }
                #expect(short == long, "\(String(decoding: cell, as: UTF8.self)) \(format)")
            }
        }
    }

    @Test func `never crashes on random bytes and always names a place within the cell`() {
        var generator = SplitMix64(seed: 99)
        let alphabet = Array("0123456789,.-+ %()#<*eEOIl:/\u{A0}\u{2013}\u{E5}\u{41E}\u{B9}".utf8)
        for _ in 0..<10_000 {
            let count = Int.random(in: 0...10, using: &generator)
            let cell = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            let result = NumberCell.parse(cell.span, format: Self.open)
            if let failure = result.failure {
                #expect((0...cell.count).contains(failure.offset))
            }
        }
    }

    @Test func `knows when a format contradicts itself`() {
        #expect(NumberFormat.swedish.isConsistent)
        #expect(!NumberFormat(decimal: .comma, grouping: [.comma]).isConsistent)
        #expect(!NumberFormat(decimal: .point, grouping: [.point]).isConsistent)
    }
}
