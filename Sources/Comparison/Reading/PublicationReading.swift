public import Indicators
public import Postgres
internal import Warehouse

/// How far the publication of an indicator's years has come, as known at one time and on its day.
public struct PublicationReading: Sendable {
    /// What the catalogue says; `nil` when none lists the indicator.
    public let plan: PublicationPlan?
    /// The day it is asked for.
    public let day: CalendarDay?

    /// Puts a plan and a day together.
    public init(plan: PublicationPlan?, day: CalendarDay?) {
        self.plan = plan
        self.day = day
    }

    /// Reads what is known: now from the indicator itself, in the past from the catalogue of then.
    ///
    /// - Throws: what the server reports.
    public init(
        of indicator: Indicator, asOf: PostgresTimestamp?, _ connection: inout Connection
    ) throws(PostgresError) {
        guard let asOf else {
            self.init(plan: indicator.publication, day: CalendarDay(PostgresDate.today))
            return
        }
        self.init(
            plan: try IndicatorDimension.publication(&connection, of: indicator, asOf: asOf),
            day: CalendarDay(PostgresDate(of: asOf)))
    }

    /// How far the publication of a period has come.
    public func state(of period: Period) -> PublicationState {
        guard let plan, let day else { return .final }
        return plan.state(of: period, on: day)
    }

    /// The years that are not final and may have values: that of the plan, this year and the next two.
    public var notFinal: [Period] {
        guard let plan, let day else { return [] }
        let years = [plan.year].compactMap(\.self) + [day.year, day.year + 1, day.year + 2]
        return Set(years).sorted().compactMap { Period(kind: .year, year: $0, part: 0) }
            .filter { state(of: $0) != .final }
    }

    /// A status as it is to be shown: a value of a year that is not final is preliminary.
    ///
    /// - Parameters:
    ///   - status: what the fact says.
    ///   - source: code of the document that states it; a catalogue speaks of its own source's alone.
    ///   - period: the period.
    /// - Returns: the status to show.
    public func status(
        _ status: OutcomeStatus, from source: String, in period: Period
    ) -> OutcomeStatus {
        guard status == .ok, source == plan?.source, state(of: period) != .final else {
            return status
        }
        return .preliminary
    }
}

extension CalendarDay {
    /// The same day.
    init?(_ day: PostgresDate) { self.init(year: day.year, month: day.month, day: day.day) }
}

extension PostgresDate {
    /// The day of a point in time, in UTC.
    init(of time: PostgresTimestamp) {
        let microsecondsADay: Int64 = 86_400_000_000
        let (days, rest) = time.microsecondsSince2000.quotientAndRemainder(
            dividingBy: microsecondsADay)
        self.init(daysSince2000: Int32(clamping: rest < 0 ? days - 1 : days))
    }
}
