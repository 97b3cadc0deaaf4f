import Testing

@testable import Tabular

@Suite("Refusing what is no number")
struct NumberFailureTests {
    static let sv = NumberFormat.swedish
    static let open = NumberFormat(
        decimal: .undeclared, grouping: [.spaces, .point, .comma], allowsPercent: true)
    static let dotted = NumberFormat(decimal: .comma, grouping: [.point])
    static let strict = NumberFormat(decimal: .comma)

    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var format: NumberFormat
        var reason: NumberFailure.Reason
        var offset: Int
        var testDescription: String { "\(text.debugDescription): \(reason.rawValue)" }

        init(
            _ text: String, _ reason: NumberFailure.Reason, _ offset: Int = 0,
            _ format: NumberFormat = sv
        ) {
            self.text = text
            self.format = format
            self.reason = reason
            self.offset = offset
        }
    }

    static let cases: [Case] = [
        Case("", .empty), Case("  \u{A0}", .empty),
        Case("1,234", .ambiguousSeparator, 1, open), Case("12.345", .ambiguousSeparator, 2, open),
        Case("-123,456", .ambiguousSeparator, 4, open),
        Case("1,234 %", .ambiguousSeparator, 1, open),
        Case("4.8", .wrongDecimalMark, 1), Case("4,8", .wrongDecimalMark, 1, .plain),
        Case("1.234", .wrongDecimalMark, 1), Case("1.234,5", .wrongDecimalMark, 1),
        Case("12 34", .badGrouping, 2), Case("1234 567", .badGrouping, 4),
        Case("1 2345", .badGrouping, 1), Case("1 23", .badGrouping, 1),
        Case("0 123", .badGrouping, 1), Case("1 234\u{A0}567", .badGrouping, 5),
        Case("2017 2018", .badGrouping, 4), Case("4.8", .badGrouping, 1, dotted),
        Case("1,234 567", .badGrouping, 5), Case("1.2345,6", .badGrouping, 1, open),
        Case("1,23,456", .badGrouping, 1, open),
        Case("1 234", .groupingNotAllowed, 1, strict),
        Case("1,234,567", .groupingNotAllowed, 1, NumberFormat(decimal: .undeclared)),
        Case("1.234,5", .groupingNotAllowed, 1, NumberFormat(decimal: .undeclared)),
        Case("1,234", .ambiguousSeparator, 1, NumberFormat(decimal: .undeclared)),
        Case("5,", .missingDecimals, 1), Case("5.", .missingDecimals, 1, .plain),
        Case("5,,3", .missingDecimals, 1),
        Case("1234567890123456789", .tooManyDigits, 0),
        Case("123456789012345678,9", .tooManyDigits, 19),
        Case("0,0000000000000000001", .tooManyDigits, 2),
        Case("--5", .twoSigns, 1), Case("-\u{2212}5", .twoSigns, 1), Case("+-5", .twoSigns, 1),
        Case("5-", .trailingSign, 1), Case("4,8\u{2212}", .trailingSign, 3),
        Case("-", .signWithoutDigits), Case("\u{2013}", .signWithoutDigits),
        Case("- 5", .signWithoutDigits), Case("-,", .signWithoutDigits),
        Case("(5)", .parentheses), Case("(1 234,5)", .parentheses),
        Case("O5", .letterForDigit, 0), Case("2 02 I", .letterForDigit, 5),
        Case("l2", .letterForDigit, 0), Case("86,O", .letterForDigit, 3),
        Case("1OO", .letterForDigit, 1), Case("8S", .letterForDigit, 1),
        Case("1\u{41E}", .cyrillicLookalike, 1), Case("\u{417}5", .cyrillicLookalike, 0),
        Case("\u{FF15}", .foreignDigit), Case("1\u{662}", .foreignDigit, 1),
        Case("1E+05", .exponent, 1), Case("1,5e3", .exponent, 3),
        Case("86 %", .percentNotAllowed, 3, .plain), Case("86%", .percentNotAllowed, 2, .plain),
        Case("2017-03-01", .dateLike), Case("2017-03", .dateLike), Case("1/3", .dateLike),
        Case("1/3/2017", .dateLike), Case("03.04.2017", .dateLike), Case("12:30", .dateLike),
        Case("12-mar", .dateLike), Case("maj-05", .dateLike), Case("1 okt 2017", .dateLike),
        Case("2017-03-01 00:00:00", .dateLike), Case("1.5.2017", .dateLike, 0, dotted),
        Case("5-10", .range, 1), Case("5\u{2013}10", .range, 1), Case("1,5 - 2,5", .range, 4),
        Case("1)", .footnoteMark, 0), Case("86 1)", .footnoteMark, 3),
        Case("86*", .footnoteMark, 2), Case("4,8\u{B2}", .footnoteMark, 3),
        Case("<5", .comparison), Case("> 10", .comparison), Case("\u{2264}5", .comparison),
        Case("<=5", .comparison),
        Case("#DIV/0!", .spreadsheetError), Case("#SAKNAS!", .spreadsheetError),
        Case("#N/A", .spreadsheetError), Case("########", .spreadsheetError),
        Case("#V\u{C4}RDEFEL!", .spreadsheetError),
        Case("NaN", .notFinite), Case("inf", .notFinite), Case("-Infinity", .notFinite),
        Case("8\u{200B}6", .invisibleCharacter, 1), Case("8\u{AD}6", .invisibleCharacter, 1),
        Case("8\u{0}6", .controlCharacter, 1), Case("8\n6", .controlCharacter, 1),
        Case("86 kr", .trailingText, 2), Case("86%%", .trailingText, 3),
        Case("86a", .trailingText, 2), Case("86 %x", .trailingText, 4),
        Case("..", .notANumber), Case("Nacka", .notANumber), Case("ca 5", .notANumber),
        Case("%5", .notANumber), Case("\u{2014}", .notANumber), Case("I", .notANumber),
        Case("()", .notANumber), Case(",", .notANumber), Case(".", .notANumber, 0, open),
        Case(" Nacka", .notANumber, 1),
    ]

    @Test(arguments: cases)
    func `refuses a cell with the reason that helps most`(_ example: Case) {
        let result = NumberCell.parse(example.text, format: example.format)
        #expect(result == .failure(NumberFailure(example.reason, at: example.offset)))
    }

    @Test func `has a tested case for every reason`() {
        let tested = Set(Self.cases.map(\.reason))
        #expect(tested == Set(NumberFailure.Reason.allCases))
    }

    @Test func `does not look at more than the beginning of a very long cell`() {
        let long = String(repeating: "1", count: 1_000_000)
        #expect(NumberCell.parse(long, format: .swedish).failure?.reason == .tooManyDigits)
        let text = String(repeating: "x", count: 1_000_000)
        #expect(NumberCell.parse(text, format: .swedish).failure?.reason == .notANumber)
    }
}
