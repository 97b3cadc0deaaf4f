/// Days as spreadsheets count them, and the dates they are (ECMA-376 part 1, 18.17.4.1).
enum DaySerial {
    /// The date, and the time of day unless it is midnight, as ISO 8601 writes them.
    ///
    /// - Parameters:
    ///   - serial: Days since the beginning, with the time as a fraction.
    ///   - countsFrom1904: Whether day 0 is 1904-01-01; else day 1 is 1900-01-01, and there is a
    ///     day 60 that never was (1900-02-29).
    /// - Returns: nil where there is no such date.
    static func text(_ serial: Double, countsFrom1904: Bool) -> String? {
        // Seconds are what spreadsheets show; the fraction of a day holds no more.
        let seconds = (serial * 86_400).rounded()
        guard seconds >= 0, serial < 2_958_466 else { return nil }
        let day = Int(seconds) / 86_400
        let rest = Int(seconds) % 86_400
        let days: Int
        if countsFrom1904 {
            days = day - 24_107
        } else {
            guard day != 60, day > 0 else { return nil }
            days = day - (day < 60 ? 25_568 : 25_569)
        }
        let date = date(ofDay: days)
        return rest == 0 ? date : date + " " + clock(rest)
    }

    /// A part of a day as a time.
    static func time(_ part: Double) -> String {
        clock(Int((part * 86_400).rounded()))
    }

    private static func clock(_ seconds: Int) -> String {
        let hour = two(seconds / 3600)
        let minute = two(seconds / 60 % 60)
        return seconds % 60 == 0 ? "\(hour):\(minute)" : "\(hour):\(minute):\(two(seconds % 60))"
    }

    /// The date of a day counted from 1970-01-01, by the civil calendar (Howard Hinnant's
    /// `civil_from_days`).
    private static func date(ofDay days: Int) -> String {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * ofYear + 2) / 153
        let day = ofYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            + "-\(two(month))-\(two(day))"
    }

    private static func two(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
