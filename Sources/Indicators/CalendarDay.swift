/// A day of the calendar, written `2026-08-28`.
public struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The year, 1900 to 2199.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// Makes a day; `nil` where the calendar has none.
    public init?(year: Int, month: Int, day: Int) {
        guard Period(kind: .point, year: year, part: month * 100 + day) != nil,
            (1...99).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads a day from its written form; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 10, let point = Period(text), point.kind == .point else {
            return nil
        }
        year = point.year
        month = point.part / 100
        day = point.part % 100
    }

    /// The written form.
    public var description: String {
        "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// Orders days by time.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
