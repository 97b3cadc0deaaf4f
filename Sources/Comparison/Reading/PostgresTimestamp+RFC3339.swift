public import Postgres

extension PostgresTimestamp {
    /// The point in time in UTC after RFC 3339, to the microsecond: `2026-11-22T13:30:00.000000Z`.
    ///
    /// `--as-of` reads it back to the same point.
    public var rfc3339: String {
        let perDay: Int64 = 86_400_000_000
        var (days, rest) = microsecondsSince2000.quotientAndRemainder(dividingBy: perDay)
        if rest < 0 { (days, rest) = (days - 1, rest + perDay) }
        func padded(_ number: Int64, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let seconds = rest / 1_000_000
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
        return "\(PostgresDate(daysSince2000: Int32(clamping: days)))T"
            + time.joined(separator: ":") + "." + padded(rest % 1_000_000, 6) + "Z"
    }
}
