internal import Indicators

/// What a `Retry-After` header asks for (RFC 9110, section 10.2.3).
public enum RetryAfter {
    /// The seconds to wait, from a number or a date such as `Wed, 21 Oct 2015 07:28:00 GMT`.
    ///
    /// - Parameters:
    ///   - value: The header's value.
    ///   - now: The time now, in seconds since 1970.
    /// - Returns: nil for anything else; never less than 0.
    public static func seconds(_ value: String, now: Double) -> Double? {
        let text = value.split(whereSeparator: \.isWhitespace)
        if text.count == 1, let seconds = Int(text[0]), seconds >= 0 { return Double(seconds) }
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        guard text.count == 6, text[5] == "GMT", let day = Int(text[1]),
            let month = months.firstIndex(of: String(text[2])), let year = Int(text[3]),
            CalendarDay(year: year, month: month + 1, day: day) != nil
        else { return nil }
        let clock = text[4].split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, clock[0] < 24, clock[1] < 60, clock[2] <= 60 else { return nil }
        let days = daysSince1970(year: year, month: month + 1, day: day)
        let then = Double(((days * 24 + clock[0]) * 60 + clock[1]) * 60 + clock[2])
        return max(0, then - now)
    }

    /// Days from 1970-01-01 in the Gregorian calendar, counting years from March.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let m = (month + 9) % 12
        return 365 * y + y / 4 - y / 100 + y / 400 + (m * 306 + 5) / 10 + day - 1 - 719_468
    }
}
