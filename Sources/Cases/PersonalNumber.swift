/// Swedish personal identity numbers (personnummer) and coordination numbers (samordningsnummer).
///
/// Ten digits, YYMMDDNNNC, or twelve with the century in front. C is the check digit of the other nine
/// by Luhn's formula. In a coordination number 60 is added to the day. Folkbokföringslagen (1991:481)
/// 18 § and Skatteverket's description of the number.
public enum PersonalNumber {
    /// Whether a full number stands anywhere in a text.
    ///
    /// With or without century; with a dash, a plus or blanks between any of its parts, the date also
    /// with points or strokes; in digits of any script. A number that is part of a longer run of digits
    /// is none, and neither is one without a date or a check digit that fits, so that ordinary figures
    /// pass.
    public static func isFound(in text: String) -> Bool {
        // Fewer bytes than digits cannot hold one; most cells end here.
        guard text.utf8.count >= 10 else { return false }
        let runs = DigitRuns(text)
        return runs.runs.indices.contains { runs.beginsNumber(at: $0) }
    }

    /// Whether ten or twelve digits are such a number.
    public static func isValid(_ digits: some Collection<UInt8>) -> Bool {
        let digits = Array(digits)
        guard digits.count == 10 || digits.count == 12, digits.allSatisfy({ $0 < 10 }) else {
            return false
        }
        let short = Array(digits.suffix(10))
        let century = digits.count == 12 ? number(digits[0..<2]) : nil
        if let century, !(18...20).contains(century) { return false }
        return isDay(short, century: century) && checksum(short) % 10 == 0
    }

    /// Luhn's sum: every other digit doubled, the digits of the products added.
    private static func checksum(_ digits: [UInt8]) -> Int {
        digits.enumerated().reduce(0) { sum, item in
            let product = Int(item.element) * (item.offset.isMultiple(of: 2) ? 2 : 1)
            return sum + product / 10 + product % 10
        }
    }

    private static func isDay(_ digits: [UInt8], century: Int?) -> Bool {
        let year = number(digits[0..<2])
        let month = number(digits[2..<4])
        let stated = number(digits[4..<6])
        let day = stated > 60 ? stated - 60 : stated
        let isLeap: Bool
        if let century {
            let full = century * 100 + year
            isLeap = full % 4 == 0 && (full % 100 != 0 || full % 400 == 0)
        } else {
            // 1900 had no leap day, but 2000 had, and nothing tells them apart.
            isLeap = year % 4 == 0
        }
        let longest =
            switch month {
            case 1, 3, 5, 7, 8, 10, 12: 31
            case 4, 6, 9, 11: 30
            case 2: isLeap ? 29 : 28
            default: 0
            }
        return day >= 1 && day <= longest
    }

    static func number(_ digits: some Sequence<UInt8>) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1) }
    }
}
