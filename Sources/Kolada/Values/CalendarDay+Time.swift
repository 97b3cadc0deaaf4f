public import Indicators

extension CalendarDay {
    /// The day of a time in UTC; nil outside of 1900 to 2199.
    ///
    /// Counts in eras of 400 years that begin in March, as in Howard Hinnant's "chrono-compatible
    /// low-level date algorithms".
    public init?(unixSeconds: Double) {
        guard unixSeconds.isFinite, abs(unixSeconds) < 1e11 else { return nil }
        let days = Int((unixSeconds / 86_400).rounded(.down)) + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let number = month < 10 ? month + 3 : month - 9
        self.init(year: yearOfEra + era * 400 + (number <= 2 ? 1 : 0), month: number, day: day)
    }
}
