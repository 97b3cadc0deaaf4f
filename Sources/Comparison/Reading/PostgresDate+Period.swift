internal import Glibc
public import Indicators
public import Postgres

extension PostgresDate {
    /// The present day in UTC.
    public static var today: PostgresDate {
        // Whole days since 1970-01-01, which lies 10 957 days before 2000-01-01.
        PostgresDate(daysSince2000: Int32(time(nil) / 86_400) - 10_957)
    }

    /// The first day that a period is about; of a tertial, the first of its own four months, though
    /// its figures accumulate from January.
    public init(firstDayOf period: Period) {
        let ownMonth = period.kind == .tertial ? period.part * 4 - 3 : nil
        self =
            ownMonth.flatMap { PostgresDate(year: period.year, month: $0, day: 1) }
            ?? PostgresDate(written: period.startDate) ?? .today
    }

    /// The last day of a period.
    public init(lastDayOf period: Period) {
        self = PostgresDate(written: period.endDate) ?? .today
    }

    /// Reads `YYYY-MM-DD`; `nil` for anything else.
    private init?(written text: String) {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }
}
