import Cases
import Indicators
import Testing

/// The shares by hand: T is 2017, so cases closed from January to June 2016 count.
@Suite struct CaseRatesTests {
    static let window = CaseDefinition.Window(yearsBefore: 1, first: 101, last: 630)

    static func definition(
        _ code: String = "U33461", years: ClosedRange<Int> = 2000...2199,
        ages: ClosedRange<Int> = 0...12, area: CaseDefinition.Area = .allButEconomicAssistance,
        excludes: Bool = true, close: CaseDefinition.ReferenceClose = .first
    ) throws -> CaseDefinition {
        CaseDefinition(
            indicator: try #require(IndicatorCode(code)), years: years, ages: ages, area: area,
            excludesUnaccompaniedMinors: excludes, window: try #require(window),
            referenceClose: close)
    }

    static func observed(
        from: String = "2015-01-01", until: String = "2017-12-31"
    ) throws -> CaseObservation {
        let first = try #require(CalendarDay(from))
        let last = try #require(CalendarDay(until))
        return try #require(CaseObservation(from: first, until: last))
    }

    /// A case of a person: `2016-01-10/2016-03-01` or `2016-01-10/` while it is open.
    static func item(
        _ person: UInt8, _ days: String, kind: CaseRecord.Kind = .investigation, age: Int = 10,
        gender: Gender? = .women, again: String? = nil, assistance: Bool = false,
        addiction: Bool = false, minor: Bool = false
    ) throws -> CaseRecord {
        let parts = days.split(separator: "/", omittingEmptySubsequences: false)
        var record = CaseRecord(
            person: [person], id: Array(days.utf8), kind: kind,
            openedOn: try #require(CalendarDay(parts[0])))
        if !parts[1].isEmpty {
            let closed = try #require(CalendarDay(parts[1]))
            record.closedOn = closed
            record.ageAtClose = age
        }
        if let again {
            let began = try #require(CalendarDay(again))
            record.newInvestigationOn = began
        }
        record.gender = gender
        record.isEconomicAssistance = assistance
        record.isAddiction = addiction
        record.isUnaccompaniedMinor = minor
        return record
    }

    /// The rates as `2017 T 3/4`, preliminary ones with a star; then the remarks.
    static func counted(
        _ records: [CaseRecord], _ definitions: [CaseDefinition]? = nil,
        observed observation: CaseObservation? = nil
    ) throws -> [String] {
        var rates = CaseRates(
            try definitions ?? [definition()], observed: try observation ?? observed())
        for record in records { rates.add(record) }
        let found = rates.finish()
        return found.rates.map {
            "\($0.indicator) \($0.year) \($0.gender.rawValue) \($0.stayedAway)/\($0.followed)"
                + ($0.isPreliminary ? "*" : "")
        } + found.notes.map { "\($0.indicator) \($0.year) \($0.remark)" }
    }

    /// One person's total: `1/1` stayed away, `0/1` came back, empty when not counted.
    static func alone(
        _ records: [CaseRecord], _ definition: CaseDefinition? = nil
    ) throws -> String {
        let lines = try counted(records, definition.map { [$0] })
        return lines.first { $0.contains(" T ") }.map { String($0.suffix(3)) } ?? ""
    }

    @Test func `three of four have not come back, both women and one of two men`() throws {
        // 1 K closes 1 March, nothing more: stayed.   2 K closes 30 June, returns 2 July 2017, which is
        // after 30 June 2017: stayed.   3 M closes 1 January, nothing more: stayed.   4 M closes 15
        // April, new investigation 20 December 2016: returned.   5 closes in July: not of this year.
        // What 4 came back for was closed in February 2017, of 2018, and is followed until 2018 only.
        let lines = try Self.counted([
            Self.item(1, "2016-01-10/2016-03-01"),
            Self.item(2, "2016-02-10/2016-06-30"), Self.item(2, "2017-07-02/"),
            Self.item(3, "2015-11-10/2016-01-01", gender: .men),
            Self.item(4, "2016-01-10/2016-04-15", gender: .men),
            Self.item(4, "2016-12-20/2017-02-01", gender: .men),
            Self.item(5, "2016-01-10/2016-07-01"),
        ])
        #expect(
            lines == [
                "U33461 2017 T 3/4", "U33461 2017 K 2/2", "U33461 2017 M 1/2",
                "U33461 2018 notFollowed(persons: 1)",
            ])
    }

    @Test func `the interval is Wilson's`() throws {
        let rate = CaseRate(
            indicator: try #require(IndicatorCode("U33461")), year: 2017, gender: .total,
            stayedAway: 45, followed: 52, isPreliminary: false)
        let interval = try #require(rate.interval)
        // By the formula of Wilson (1927) in another program: 0.74731 to 0.93316.
        #expect(abs(interval.lowerBound - 0.7473) < 0.0001)
        #expect(abs(interval.upperBound - 0.9332) < 0.0001)
        // 45 / 52 = 0.86538461…
        #expect(rate.percent == ScaledDecimal(units: 865_385, scale: 4))
    }

    @Test(arguments: [
        // The same day a year later is still within the year; the next is not.
        ("2016-03-01", "2017-03-01", "0/1"), ("2016-03-01", "2017-03-02", "1/1"),
        ("2016-03-01", "2016-03-02", "0/1"),
        // 29 February has no day of its own a year later: the last of February ends the year.
        ("2016-02-29", "2017-02-28", "0/1"), ("2016-02-29", "2017-03-01", "1/1"),
        ("2016-02-28", "2017-02-28", "0/1"), ("2016-02-28", "2017-03-01", "1/1"),
        ("2016-01-01", "2017-01-01", "0/1"), ("2016-06-30", "2017-06-30", "0/1"),
        ("2016-06-30", "2017-07-01", "1/1"),
        // Closed outside the half-year.
        ("2015-12-31", "2016-05-01", ""), ("2016-07-01", "2016-08-01", ""),
    ])
    func `a return counts from the day after the close to the same day next year`(
        close: String, again: String, expected: String
    ) throws {
        let closed = try Self.item(1, "2015-06-01/\(close)")
        #expect(try Self.alone([closed, Self.item(1, "\(again)/")]) == expected)
        // The same told by a column instead of a row.
        #expect(try Self.alone([Self.item(1, "2015-06-01/\(close)", again: again)]) == expected)
    }

    @Test func `a person of several episodes counts once, from the first close`() throws {
        let records = [
            try Self.item(1, "2016-01-10/2016-02-01"), try Self.item(1, "2016-02-15/2016-04-01"),
            try Self.item(1, "2016-05-01/2016-06-01"),
        ]
        #expect(try Self.alone(records) == "0/1")
        // From the last close nothing follows: another definition would count it otherwise.
        #expect(try Self.alone(records, Self.definition(close: .last)) == "1/1")
    }

    @Test func `what begins before another case is closed delays the close`() throws {
        let first = try Self.item(1, "2016-01-10/2016-03-01")
        // The second is closed on 10 April, and only then is everything closed.
        #expect(try Self.alone([first, Self.item(1, "2016-02-20/2016-04-10")]) == "1/1")
        // Opened on the very day of the close: not closed, whatever follows.
        #expect(try Self.alone([first, Self.item(1, "2016-03-01/2016-04-10")]) == "1/1")
        #expect(try Self.alone([first, Self.item(1, "2016-03-01/")]) == "")
        // Still open, or closed only in July: not one of those counted.
        #expect(try Self.alone([first, Self.item(1, "2016-02-20/")]) == "")
        #expect(try Self.alone([first, Self.item(1, "2016-02-20/2016-07-01")]) == "")
        // An intervention that goes on delays it too, one that comes later is no return.
        #expect(
            try Self.alone([first, Self.item(1, "2016-03-01/", kind: .intervention)]) == "")
        #expect(
            try Self.alone([first, Self.item(1, "2016-03-05/", kind: .intervention)]) == "1/1")
        // A new investigation that only a column tells of, before the other close: nobody knows its end.
        #expect(
            try Self.alone([
                Self.item(1, "2015-10-01/2015-12-01", again: "2016-02-01"), first,
            ]) == "")
    }

    @Test
    func `age at the close decides, and economic assistance and unaccompanied minors are out`()
        throws
    {
        let both = [
            try Self.definition(), try Self.definition("U33400", ages: 13...20),
        ]
        let lines = try Self.counted(
            (0..<4).map {
                try Self.item(UInt8($0), "2016-01-10/2016-03-01", age: [12, 13, 20, 21][$0])
            },
            both)
        #expect(
            lines == [
                "U33461 2017 T 1/1", "U33461 2017 K 1/1", "U33400 2017 T 2/2", "U33400 2017 K 2/2",
            ])
        let closed = try Self.item(1, "2016-01-10/2016-03-01")
        #expect(
            try Self.alone([Self.item(1, "2016-01-10/2016-03-01", assistance: true)]) == "")
        // Neither an application for assistance that is open nor a new one says anything.
        #expect(try Self.alone([closed, Self.item(1, "2016-02-01/", assistance: true)]) == "1/1")
        #expect(try Self.alone([closed, Self.item(1, "2016-09-01/", assistance: true)]) == "1/1")
        #expect(try Self.alone([Self.item(1, "2016-01-10/2016-03-01", minor: true)]) == "")
    }

    @Test func `addiction care counts returns to itself alone, and has no definition before 2017`()
        throws
    {
        let care = try Self.definition(
            "U35409", years: 2017...2199, ages: 21...130, area: .addiction, excludes: false)
        let closed = try Self.item(1, "2016-01-10/2016-03-01", age: 40, addiction: true)
        #expect(try Self.alone([closed, Self.item(1, "2016-09-01/")], care) == "1/1")
        #expect(try Self.alone([closed, Self.item(1, "2016-02-01/")], care) == "1/1")
        #expect(
            try Self.alone([closed, Self.item(1, "2016-09-01/", addiction: true)], care) == "0/1")
        // Closed in 2015, so of the figure for 2016.
        let lines = try Self.counted(
            [Self.item(1, "2015-01-10/2015-03-01", age: 40, addiction: true)], [care])
        #expect(lines == ["U35409 2016 noDefinition"])
    }

    @Test func `who has not been followed for a whole year is no success and no failure`() throws {
        // Known until 28 February 2017: whoever left on 29 February 2016 has just been followed.
        let observation = try Self.observed(until: "2017-02-28")
        let lines = try Self.counted(
            [
                Self.item(1, "2016-01-10/2016-02-29"),
                Self.item(2, "2016-01-10/2016-03-01"),
                Self.item(3, "2016-01-10/2016-03-01"), Self.item(3, "2016-05-01/"),
            ], observed: observation)
        #expect(
            lines == [
                "U33461 2017 T 1/1*", "U33461 2017 K 1/1*", "U33461 2017 notFollowed(persons: 2)",
            ])
        // Nobody followed: no figure at all, and it is said why.
        let none = try Self.counted(
            [Self.item(2, "2016-01-10/2016-03-01")], observed: observation)
        #expect(none == ["U33461 2017 notFollowed(persons: 1)"])
    }

    @Test func `a window that the delivery does not tell of gives no figure`() throws {
        let records = [try Self.item(1, "2016-03-10/2016-04-01")]
        #expect(
            try Self.counted(records, observed: Self.observed(from: "2016-01-02"))
                == ["U33461 2017 windowNotCovered"])
        #expect(
            try Self.counted(records, observed: Self.observed(from: "2016-01-01"))
                == ["U33461 2017 T 1/1", "U33461 2017 K 1/1"])
    }

    @Test func `who is stated in two ways is told of, and who is neither woman nor man is counted`()
        throws
    {
        let lines = try Self.counted([
            Self.item(1, "2016-01-10/2016-03-01"),
            Self.item(1, "2016-01-11/2016-03-01", gender: .men),
            Self.item(2, "2016-01-10/2016-03-01", age: 10),
            Self.item(2, "2016-01-11/2016-03-01", age: 11),
            Self.item(3, "2016-01-10/2016-03-01", gender: nil),
        ])
        #expect(lines == ["U33461 2017 T 1/1", "U33461 2017 contradictory(persons: 2)"])
    }

    @Test func `a year after 29 February ends on the 28th, and four years after on the 29th`()
        throws
    {
        let leap = try #require(CalendarDay("2016-02-29"))
        #expect(leap.endOfYears(1)?.description == "2017-02-28")
        #expect(leap.endOfYears(4)?.description == "2020-02-29")
        #expect(CalendarDay("2199-05-01")?.endOfYears(1) == nil)
    }
}
