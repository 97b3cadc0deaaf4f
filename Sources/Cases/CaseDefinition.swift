public import Indicators

/// How the share of those who have not come back is defined for an indicator.
public struct CaseDefinition: Sendable, Hashable {
    /// Which cases it is about.
    public enum Area: String, Sendable, Hashable, CaseIterable {
        /// Every case but economic assistance.
        case allButEconomicAssistance = "all_but_economic_assistance"
        /// Addiction care alone.
        case addiction
    }

    /// Which close counts, where a person had left more than once within the window.
    public enum ReferenceClose: String, Sendable, Hashable, CaseIterable {
        /// The first: who comes back within the window has come back.
        case first
        /// The last.
        case last
    }

    /// The days in which cases must have been closed, beside the year T of the figure.
    public struct Window: Sendable, Hashable {
        /// How many years before T.
        public var yearsBefore: Int
        /// First month and day, as month × 100 + day.
        public var first: Int
        /// Last month and day, likewise.
        public var last: Int

        /// Describes a window; `nil` where its days do not exist in every year, or are in no order.
        public init?(yearsBefore: Int, first: Int, last: Int) {
            guard (0...5).contains(yearsBefore), first <= last,
                [first, last].allSatisfy({
                    CalendarDay(year: 2001, month: $0 / 100, day: $0 % 100) != nil
                })
            else { return nil }
            self.yearsBefore = yearsBefore
            self.first = first
            self.last = last
        }

        /// The year T of the window that a day falls in; `nil` where it falls in none.
        func year(of day: CalendarDay) -> Int? {
            (first...last).contains(day.month * 100 + day.day) ? day.year + yearsBefore : nil
        }

        /// The first day of the window of a year T; `nil` outside the calendar.
        func firstDay(of year: Int) -> CalendarDay? {
            CalendarDay(year: year - yearsBefore, month: first / 100, day: first % 100)
        }
    }

    /// The indicator.
    public var indicator: IndicatorCode
    /// The years T for which the definition holds.
    public var years: ClosedRange<Int>
    /// Ages at the close, in whole years.
    public var ages: ClosedRange<Int>
    /// Which cases it is about, both those closed and those that are a return.
    public var area: Area
    /// Whether those who came as unaccompanied minors are left out.
    public var excludesUnaccompaniedMinors: Bool
    /// When cases must have been closed.
    public var window: Window
    /// For how many years a person is followed.
    public var followedYears: Int
    /// Which close counts.
    public var referenceClose: ReferenceClose

    /// Describes a definition.
    public init(
        indicator: IndicatorCode, years: ClosedRange<Int>, ages: ClosedRange<Int>, area: Area,
        excludesUnaccompaniedMinors: Bool, window: Window, followedYears: Int = 1,
        referenceClose: ReferenceClose = .first
    ) {
        self.indicator = indicator
        self.years = years
        self.ages = ages
        self.area = area
        self.excludesUnaccompaniedMinors = excludesUnaccompaniedMinors
        self.window = window
        self.followedYears = followedYears
        self.referenceClose = referenceClose
    }

    /// Whether a case is one of those that the definition is about.
    func isAbout(_ record: CaseRecord) -> Bool {
        switch area {
        case .allButEconomicAssistance: !record.isEconomicAssistance
        case .addiction: record.isAddiction && !record.isEconomicAssistance
        }
    }
}

/// The days of which a delivery of cases tells everything.
public struct CaseObservation: Sendable, Hashable {
    /// From this day on every close is in it.
    public var from: CalendarDay
    /// Until this day, included, it tells what happened.
    public var until: CalendarDay

    /// Describes them; `nil` where the last day comes before the first.
    public init?(from: CalendarDay, until: CalendarDay) {
        guard from <= until else { return nil }
        self.from = from
        self.until = until
    }
}

extension CalendarDay {
    /// The last day of a time of so many years that begins on this day: the same day of the month, or
    /// the last of the month where there is none, as on 29 February; `nil` outside the calendar.
    ///
    /// As statutory time is counted: lagen (1930:173) om beräkning av lagstadgad tid, 1 §.
    public func endOfYears(_ count: Int) -> CalendarDay? {
        CalendarDay(year: year + count, month: month, day: day)
            ?? CalendarDay(year: year + count, month: month, day: 28)
    }
}
