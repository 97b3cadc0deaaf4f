/// A number of a cell, written as the spreadsheet shows it.
enum NumberText {
    /// Writes a stored number.
    ///
    /// Spreadsheets store binary numbers and show at most 15 digits of them, so 0.1 + 0.2 is 0.3
    /// here as it is there.
    ///
    /// - Parameters:
    ///   - stored: The number as the file has it; other text is given back as it is.
    ///   - kind: What it stands for.
    ///   - countsFrom1904: How the workbook counts days.
    ///   - mark: The decimal mark to write.
    /// - Returns: its text.
    static func write(
        _ stored: String, as kind: NumberKind, countsFrom1904: Bool, mark: Character
    ) -> String {
        guard let number = Double(stored), number.isFinite else { return stored }
        switch kind {
        case .plain: return decimal(number, shift: 0, mark: mark)
        case .percent: return decimal(number, shift: 2, mark: mark) + "%"
        case .date, .dateTime:
            return DaySerial.text(number, countsFrom1904: countsFrom1904)
                ?? decimal(number, shift: 0, mark: mark)
        case .time:
            return number < 1
                ? DaySerial.time(number) : decimal(number, shift: 0, mark: mark)
        }
    }

    /// Writes a number with 15 significant digits, without an exponent, multiplied by a power of ten.
    static func decimal(_ number: Double, shift: Int, mark: Character) -> String {
        var (digits, point) = digits(of: number.magnitude)
        while digits.count > 1, digits.last == 0 { digits.removeLast() }
        guard digits != [0] else { return "0" }
        point += shift
        let sign = number < 0 ? "-" : ""
        let text = digits.map(String.init)
        if point <= 0 {
            return sign + "0" + String(mark) + String(repeating: "0", count: -point) + text.joined()
        }
        if point >= text.count {
            return sign + text.joined() + String(repeating: "0", count: point - text.count)
        }
        return sign + text[..<point].joined() + String(mark) + text[point...].joined()
    }

    /// The significant digits, 15 at most, and how many of them stand before the decimal mark.
    private static func digits(of number: Double) -> (digits: [Int], point: Int) {
        // The shortest text that reads back as the number: `0.1`, `1234.5`, `1e-05`, `5e+20`.
        let parts = number.description.split(separator: "e")
        let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
        var digits: [Int] = []
        var point = 0
        var isWhole = true
        for character in parts[0] {
            if character == "." {
                isWhole = false
            } else if let digit = character.wholeNumberValue {
                if !digits.isEmpty || digit > 0 {
                    digits.append(digit)
                    if isWhole { point += 1 }
                } else if !isWhole {
                    point -= 1
                }
            }
        }
        guard !digits.isEmpty else { return ([0], 1) }
        if digits.count > 15 {
            let up = digits[15] >= 5
            digits = Array(digits[..<15])
            var place = 14
            if up { digits[place] += 1 }
            while place >= 0, digits[place] == 10 {
                digits[place] = 0
                if place == 0 {
                    digits.insert(1, at: 0)
                    point += 1
                } else {
                    digits[place - 1] += 1
                }
                place -= 1
            }
        }
        return (digits, point + exponent)
    }
}
