import Cases
import TestSupport
import Testing

@Suite struct PersonalNumberTests {
    /// Numbers that authorities print as examples: Skatteverket's Tolvan Tolvansson, a coordination
    /// number from the same, and one of the many that stand for nobody in manuals.
    static let printed = ["191212121212", "7010632391", "8112189876"]

    @Test(arguments: printed)
    func `a printed example is a number`(digits: String) {
        #expect(PersonalNumber.isFound(in: digits))
    }

    @Test(arguments: [
        "811218-9876", "811218+9876", "811218 9876", "19811218-9876", "19811218 - 9876",
        "1981-12-18-9876", "1981-12-18 9876", "81.12.18-9876", "1981/12/18 9876", "81 12 18 98 76",
        "8112189876,00", "8112189876.0", "'8112189876", "pnr8112189876", "(811218–9876)",
        "Anna, 811218-9876, Nacka", "811218\u{2011}9876", "811218\u{00A0}9876",
        "811218-\u{200B}9876", "8\u{00AD}112189876", "811218-\n9876", "８１１２１８−９８７６",
        "2016 811218-9876", "811218-9876 2016-03-01", "1981 1218 9876", "701063-2391",
        "\u{FEFF}811218-9876", "id=811218-9876;", "811218*9876", "811218:9876", "811218,9876",
        "19811218'9876", "811218;9876", "811218\u{00B7}9876", "811218\u{0301}9876",
    ])
    func `a number is found however it is written`(text: String) {
        #expect(PersonalNumber.isFound(in: text))
    }

    @Test(arguments: [
        "", "0180", "2016-03-01", "2016-03-01 12:34:56", "2016-03-01T08:15:00", "20160301083000",
        "2005-03-01 12:34:56", "2005-05-03 12.30", "2005-11-18 98-76",
        "2016-03-01 – 2016-06-30", "1 234 567,89", "148 150 430", "-148 150 430", "556703-7485",
        "811218-9877", "811318-9876", "810230-1238", "12345678901234567890", "88112189876",
        "81121898765", "3.14159265358979", "U33461", "08-718 80 00", "A-2016-000123",
        "811218x9876", "811218 kr 9876", "171812189876", "2005-11-18, 9876 kr", "1,234,567,890.12",
        "2016-03-01 12:34,50", "01.01.2010 02:00", "01/01/2010 02:00:00",
    ])
    func `an ordinary figure passes`(text: String) {
        #expect(!PersonalNumber.isFound(in: text))
    }

    /// A valid number of a day that exists; of a coordination number the day has 60 added.
    private static func number(_ random: inout SplitMix64, isCoordination: Bool) -> [UInt8] {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        let year = 1890 + Int(random.next() % 136)
        let month = Int(random.next() % 12)
        let day = 1 + Int(random.next() % UInt64(lengths[month])) + (isCoordination ? 60 : 0)
        let serial = Int(random.next() % 1000)
        let full = year * 10_000 + (month + 1) * 100 + day
        var digits = "\(full)".utf8.map { $0 - 0x30 }
        digits += [UInt8(serial / 100), UInt8(serial / 10 % 10), UInt8(serial % 10)]
        // The digit that makes Luhn's sum a multiple of ten.
        let sum = digits.dropFirst(2).enumerated().reduce(0) { sum, item in
            let product = Int(item.element) * (item.offset % 2 == 0 ? 2 : 1)
            return sum + (product > 9 ? product - 9 : product)
        }
        return digits + [UInt8((10 - sum % 10) % 10)]
    }

    @Test
    func `every valid number is found anywhere in a text, and no number with a digit changed`() {
        var random = SplitMix64(seed: 20_161_231)
        let fillings = ["", " ", "a", "Å;", "(", "x-", "1,5 %, "]
        for round in 0..<3000 {
            let digits = Self.number(&random, isCoordination: round % 5 == 0)
            let text = digits.map(String.init).joined()
            let short = String(text.dropFirst(2))
            let separator = ["", "-", "+", " ", "\u{2013}"][Int(random.next() % 5)]
            for form in [text, short] {
                let written = form.dropLast(4) + separator + form.suffix(4)
                let before = fillings[Int(random.next() % UInt64(fillings.count))]
                let after = fillings[Int(random.next() % UInt64(fillings.count - 1))]
                #expect(
                    PersonalNumber.isFound(in: before + written + after),
                    "\(before)|\(written)|\(after)")
            }
            // Luhn's digit finds every change of one digit.
            var changed = digits
            let place = 2 + Int(random.next() % 10)
            changed[place] = (changed[place] + 1 + UInt8(random.next() % 9)) % 10
            #expect(!PersonalNumber.isValid(changed))
            #expect(!PersonalNumber.isValid(changed.dropFirst(2)))
        }
    }

    @Test func `amounts, dates and times are hardly ever taken for a number`() {
        var random = SplitMix64(seed: 7)
        var found = 0
        for _ in 0..<20_000 {
            // Ten digits at random: about one in 270 is a number by date and check digit.
            if PersonalNumber.isFound(in: "\(1_000_000_000 + random.next() % 9_000_000_000)") {
                found += 1
            }
            // Up to nine digits, as figures of a kommun have: never.
            #expect(!PersonalNumber.isFound(in: "\(random.next() % 1_000_000_000)"))
        }
        #expect(found < 200)
    }

    @Test func `a date and the four digits beside it are one number, when all rows say so`() {
        var random = SplitMix64(seed: 3)
        var split = SplitNumberWatch()
        var chance = SplitNumberWatch()
        var few = SplitNumberWatch()
        for line in 2..<40 {
            let text = Self.number(&random, isCoordination: false).map(String.init).joined()
            split.look(
                at: ["x", "\(text.prefix(8))", "\(text.suffix(4))", ""], line: line)
            if line < 6 { few.look(at: ["\(text.prefix(8))", "\(text.suffix(4))"], line: line) }
            chance.look(at: ["2016-03-\(10 + line % 20)", "0180"], line: line)
        }
        #expect(split.found?.line == 2)
        #expect(split.found?.column == 2)
        #expect(chance.found == nil)
        #expect(few.found == nil)
        // One row that does not fit, among many that do, hides none of them.
        split.look(at: ["x", "1981-12-18", "1111", ""], line: 40)
        #expect(split.found?.line == 2)
    }

    @Test func `numbers within longer ids are found when nearly all rows have them there`() {
        var random = SplitMix64(seed: 11)
        var (before, after, short) = (
            EmbeddedNumberWatch(), EmbeddedNumberWatch(), EmbeddedNumberWatch()
        )
        var (times, alike) = (EmbeddedNumberWatch(), EmbeddedNumberWatch())
        for line in 2..<40 {
            let text = Self.number(&random, isCoordination: false).map(String.init).joined()
            before.look(at: ["x", "U\(text)\(line)"], line: line)
            after.look(at: ["\(1000 + line * line)\(text)"], line: line)
            short.look(at: ["", "", "\(text.suffix(10))01"], line: line)
            times.look(at: ["201603\(10 + line % 20)12\(10 + line)00"], line: line)
            // One and the same day of extraction whose digits happen to fit: 2019-12-12 12:12:12.
            alike.look(at: ["19121212121200"], line: line)
        }
        #expect(before.found.map { "\($0)" } == "(line: 2, column: 2)")
        #expect(after.found.map { "\($0)" } == "(line: 2, column: 1)")
        #expect(short.found.map { "\($0)" } == "(line: 2, column: 3)")
        #expect(times.found == nil)
        #expect(alike.found == nil)
    }
}
