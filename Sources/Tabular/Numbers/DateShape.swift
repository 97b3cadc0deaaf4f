/// Recognises cells that are dates or times, among them those a spreadsheet makes of numbers.
enum DateShape {
    /// Whether a text in lower case looks like a date or a time.
    static func matches(_ text: String) -> Bool {
        isNumericDate(text) || isTime(text) || hasMonthName(text)
    }

    /// `2017-03-01`, `2017-03`, `1/3`, `1/3/2017`, `03.04.2017`, `2017-03-01 00:00:00`.
    private static func isNumericDate(_ text: String) -> Bool {
        let day = text.split { $0 == " " || $0 == "t" }.first ?? ""
        for mark in ["-", "/", "."] as [Character] {
            let parts = day.split(separator: mark, omittingEmptySubsequences: false)
            guard (2...3).contains(parts.count), parts.allSatisfy(isShortNumber) else { continue }
            if parts.count == 3 {
                // 1.234.567 is grouped; a date has a part of one or two digits beside the year.
                if parts.contains(where: { $0.count < 3 }) { return true }
            } else if mark == "/" || (mark == "-" && parts[0].count == 4 && parts[1].count == 2) {
                return true
            }
        }
        return false
    }

    private static func isTime(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return (2...3).contains(parts.count)
            && parts.allSatisfy { isShortNumber($0) && $0.count <= 2 }
    }

    /// `12-mar`, `mar-12`, `1 maj 2017`.
    private static func hasMonthName(_ text: String) -> Bool {
        let words = text.split { $0 == " " || $0 == "-" || $0 == "." || $0 == "/" }
        guard (2...3).contains(words.count) else { return false }
        return words.contains { word in
            word.count >= 3 && months.contains { month in month.hasPrefix(word) }
        } && words.contains(where: isShortNumber)
    }

    private static func isShortNumber(_ text: Substring) -> Bool {
        (1...4).contains(text.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static let months = [
        "januari", "february", "februari", "january", "mars", "march", "april", "maj", "may",
        "juni", "june", "juli", "july", "augusti", "august", "september", "oktober", "october",
        "november", "december",
    ]
}
