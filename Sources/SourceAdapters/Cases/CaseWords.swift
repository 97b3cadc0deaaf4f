import Cases
import Indicators

/// The words that cells of case data may hold.
enum CaseWords {
    /// The form in which words are compared.
    static func key(_ word: String) -> String { NameFolding.key(word) }

    static func kind(_ word: String) -> CaseRecord.Kind? {
        switch key(word) {
        case "investigation", "utredning": .investigation
        case "intervention", "insats": .intervention
        default: nil
        }
    }

    /// Women or men; `nil` for anything else, a total included.
    static func gender(_ word: String) -> Gender? {
        guard let gender = Gender(word: word), gender != .total else { return nil }
        return gender
    }

    static func flag(_ word: String) -> Bool? {
        switch key(word) {
        case "ja", "j", "yes", "true", "1", "x": true
        case "nej", "n", "no", "false", "0", "": false
        default: nil
        }
    }

    /// A day written 2016-03-01 or 20160301, at midnight at most.
    static func day(_ text: String) -> CalendarDay? {
        var text = text
        for midnight in [" 00:00:00", " 00:00", "T00:00:00"] where text.hasSuffix(midnight) {
            text.removeLast(midnight.count)
        }
        if let day = CalendarDay(text) { return day }
        guard text.utf8.count == 8, let number = Int(text), text.utf8.first != 0x2D else {
            return nil
        }
        return CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    /// An age in whole years.
    static func age(_ text: String) -> Int? {
        guard text.utf8.count <= 3, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let age = Int(text), age <= 130
        else { return nil }
        return age
    }
}
