import Indicators
import Testing

@testable import Reports

/// Numbers as reports print them.
@Suite struct NumeralTests {
    @Test(arguments: [
        ("0", "0"), ("-148 150", "-148150"), ("36,0", "36.0"), ("+9,3", "9.3"),
        ("1\u{A0}059\u{202F}521", "1059521"), ("\u{2212}5,5", "-5.5"), ("\u{2013}5", "-5"),
        ("- 9,8", "-9.8"), ("I 089", "1089"), ("6,I", "6.1"), ("1O5", "105"), ("l2", "12"),
        ("1\u{41E}", "10"),
    ])
    func `a printed number is read`(printed: String, value: String) throws {
        let numeral = try #require(Numeral(printed))
        #expect(numeral.value.description == value)
    }

    @Test(arguments: [
        "", "-", "I", "O", "2 02 1", "1 2345", "12 34", "1.059", "1,", ",5", "5-", "(5)",
        "2017 års",
        "I 2017 års", "1,5,6", "1  000",
    ])
    func `what is no number is not read`(printed: String) {
        #expect(Numeral(printed) == nil)
    }

    @Test(arguments: [
        ("I 089", Repair.Kind.letterForDigit), ("1\u{41E}", .lookAlike), ("\u{2212}5", .minusSign),
        ("- 5", .strayBlank),
    ])
    func `every repair is told`(printed: String, kind: Repair.Kind) throws {
        let numeral = try #require(Numeral(printed))
        #expect(numeral.repairs.map(\.kind) == [kind])
        #expect(try #require(Numeral("1 089")).repairs.isEmpty)
    }

    @Test func `groups that are no thousands need arithmetic`() throws {
        let numeral = try #require(Numeral("2 02 I", allowsStrayBlanks: true))
        #expect(numeral.value == ScaledDecimal(2021))
        #expect(numeral.needsArithmetic)
    }

    @Test func `a letter alone is a number only where a column says so`() throws {
        #expect(Numeral("I") == nil)
        #expect(Numeral("I", allowsLetterAlone: true)?.value == ScaledDecimal(1))
        #expect(CellContent(number: "I").number == ScaledDecimal(1))
    }

    @Test func `words of follow-up are read with their slips`() {
        #expect(FollowUp.tertials("T1 T2 T3") == [1, 2, 3])
        #expect(FollowUp.tertials("TI T2 T3") == [1, 2, 3])
        #expect(FollowUp.tertials("\u{422}3") == [3])
        #expect(FollowUp.tertials("T4") == nil)
        #expect(FollowUp.tertials("T1 och T2") == nil)
        #expect(FollowUp.tertial("\u{422}3")?.repair?.kind == .lookAlike)
    }

    @Test func `a cell tells its unit, and an empty cell is no zero`() {
        #expect(
            CellContent(number: "54 %") == .number(ScaledDecimal(54), unit: .percent, repairs: []))
        #expect(
            CellContent(number: "0/100 000 inv")
                == .number(ScaledDecimal(0), unit: .perHundredThousand, repairs: []))
        #expect(CellContent(number: " \u{A0}") == .empty)
        #expect(CellContent(number: "\u{2013}") == .dash)
        #expect(CellContent(number: "se text") == .unreadable)
    }
    @Test(arguments: [
        ("12\u{B9}", "12", FigureUnit?.none), ("86 %\u{B2}\u{207E}", "86", .percent),
        ("1 250\u{2074}\u{B9})", "1250", nil), ("36,5\u{B3}", "36.5", nil),
    ])
    func `a note's mark after a number is read past, and told`(
        printed: String, value: String, unit: FigureUnit?
    ) {
        let content = CellContent(number: printed)
        #expect(content.number?.description == value)
        #expect(content.repairs.map(\.kind) == [.noteMark])
        #expect(content.repairs.first?.printed == printed)
        if case .number(_, let read, _) = content { #expect(read == unit) }
    }

    @Test(arguments: ["m\u{B2}", "\u{B9}", "12\u{B9}3", "12)", "12\u{B9}\u{B9}\u{B9}", "\u{B9}12"])
    func `raised digits elsewhere make no number`(printed: String) {
        #expect(CellContent(number: printed) == .unreadable)
    }
}
