public import Postgres

extension PostgresTimestamp {
    /// The time in UTC after RFC 3339, to the microsecond: `2026-11-22T01:02:03.000004Z`.
    public var rfc3339: String {
        let (day, micros) = dayAndMicroseconds
        let seconds = micros / 1_000_000
        return "\(day)T\(Self.two(seconds / 3600)):\(Self.two(seconds / 60 % 60))"
            + ":\(Self.two(seconds % 60)).\(Self.digits(micros % 1_000_000, 6))Z"
    }

    /// The time in UTC to the minute, for people: `2026-11-22 01:02`.
    public var minuteInUTC: String {
        let (day, micros) = dayAndMicroseconds
        let minutes = micros / 60_000_000
        return "\(day) \(Self.two(minutes / 60)):\(Self.two(minutes % 60))"
    }

    private var dayAndMicroseconds: (day: String, micros: Int64) {
        let perDay: Int64 = 86_400_000_000
        var (days, rest) = microsecondsSince2000.quotientAndRemainder(dividingBy: perDay)
        if rest < 0 {
            days -= 1
            rest += perDay
        }
        let date = PostgresDate(daysSince2000: Int32(truncatingIfNeeded: days))
        return (
            "\(Self.digits(Int64(date.year), 4))-\(Self.two(Int64(date.month)))"
                + "-\(Self.two(Int64(date.day)))", rest
        )
    }

    private static func two(_ number: Int64) -> String { digits(number, 2) }

    private static func digits(_ number: Int64, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}
