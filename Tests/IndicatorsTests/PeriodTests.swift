import Indicators
import Testing

@Suite struct PeriodTests {
    /// Written form, kind, first day, last day and key, by hand.
    static let known: [(String, Period.Kind, String, String, Int32)] = [
        ("2017", .year, "2017-01-01", "2017-12-31", 120_170_000),
        ("2018-T1", .tertial, "2018-01-01", "2018-04-30", 220_180_001),
        ("2018-T2", .tertial, "2018-01-01", "2018-08-31", 220_180_002),
        ("2018-T3", .tertial, "2018-01-01", "2018-12-31", 220_180_003),
        ("2018-Q1", .quarter, "2018-01-01", "2018-03-31", 320_180_001),
        ("2018-Q4", .quarter, "2018-10-01", "2018-12-31", 320_180_004),
        ("2018-04", .month, "2018-04-01", "2018-04-30", 420_180_004),
        ("2016-02", .month, "2016-02-01", "2016-02-29", 420_160_002),
        ("1900-02", .month, "1900-02-01", "1900-02-28", 419_000_002),
        ("2000-02", .month, "2000-02-01", "2000-02-29", 420_000_002),
        ("2016/17", .schoolYear, "2016-07-01", "2017-06-30", 520_160_000),
        ("1999/00", .schoolYear, "1999-07-01", "2000-06-30", 519_990_000),
        ("2017-12-31", .point, "2017-12-31", "2017-12-31", 620_171_231),
        ("2016-02-29", .point, "2016-02-29", "2016-02-29", 620_160_229),
    ]

    @Test(arguments: known)
    func `reads every written form`(
        text: String, kind: Period.Kind, start: String, end: String, key: Int32
    ) throws {
        let period = try #require(Period(text))
        #expect(period.kind == kind)
        #expect(period.startDate == start)
        #expect(period.endDate == end)
        #expect(period.key == key)
        #expect(period.description == text)
        #expect(period.isCumulative == (kind == .tertial))
    }

    @Test func `small letters are read and written large`() throws {
        #expect(try #require(Period("2018-t1")).description == "2018-T1")
        #expect(try #require(Period("2018-q3")).description == "2018-Q3")
    }

    @Test(arguments: [
        "", "17", "201", "20178", "2018-T0", "2018-T4", "2018-Q0", "2018-Q5", "2018-00", "2018-13",
        "2016/18", "2016/16", "2016-17", "2017-02-29", "2017-13-01", "2017-00-10", "2017-04-31",
        "2017-1-1", "1899", "2200", " 2017", "2017 ", "2017-", "2017-12-3", "20١٧", "2018T1",
        "2018-X1", "-2017", "+2017", "2017/12-31",
    ])
    func `refuses what is no period`(text: String) {
        #expect(Period(text) == nil)
    }

    @Test func `every period there can be leads back to itself by text and by key`() throws {
        var keys: Set<Int32> = []
        for year in Period.years {
            for period in Self.periods(of: year) {
                #expect(Period(key: period.key) == period)
                #expect(Period(period.description) == period)
                keys.insert(period.key)
            }
        }
        // A year has 1 year, 3 tertials, 4 quarters, 12 months, 1 school year and its days; the 300
        // years from 1900 on have 73 leap days: 75 fours but for 1900 and 2100.
        #expect(keys.count == 300 * (1 + 3 + 4 + 12 + 1 + 365) + 73)
    }

    @Test func `a key that belongs to no period is refused`() {
        for key: Int32 in [
            0, 1, -120_170_000, 20_170_000, 720_170_000, 120_170_001, 220_180_004, 620_170_229,
        ] {
            #expect(Period(key: key) == nil, "\(key)")
        }
    }

    @Test func `periods are ordered by their end, the longer one first among equals`() throws {
        let texts = [
            "2018-04-30", "2018-04", "2018-T1", "2017", "2017-T3", "2017-Q4", "2017-12", "2018",
        ]
        let sorted = try texts.map { try #require(Period($0)) }.sorted().map(\.description)
        #expect(
            sorted == [
                "2017", "2017-T3", "2017-Q4", "2017-12", "2018-T1", "2018-04", "2018-04-30", "2018",
            ])
    }

    private static func periods(of year: Int) -> [Period] {
        let candidates: [(Period.Kind, ClosedRange<Int>)] = [
            (.year, 0...0), (.tertial, 1...3), (.quarter, 1...4), (.month, 1...12),
            (.schoolYear, 0...0), (.point, 101...1231),
        ]
        return candidates.flatMap { kind, parts in
            parts.compactMap { Period(kind: kind, year: year, part: $0) }
        }
    }
}
