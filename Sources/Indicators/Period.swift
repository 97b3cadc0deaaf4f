/// The time that an outcome speaks of.
///
/// Written `2017`, `2018-T1`, `2018-Q1`, `2018-04`, `2017-12-31` or `2016/17`. A tertial of a
/// municipal report is cumulative: `2018-T2` is January to August.
public struct Period: Sendable, Hashable, CustomStringConvertible {
    /// The kinds of period, in the order of their keys.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A calendar year.
        case year
        /// Four months of a reporting year, cumulative from January.
        case tertial
        /// A calendar quarter.
        case quarter
        /// A calendar month.
        case month
        /// A school year, July to June.
        case schoolYear = "school_year"
        /// A day at which something was measured.
        case point
    }

    /// What kind of period it is.
    public let kind: Kind
    /// The calendar year, or the year in which a school year begins; 1900 to 2199.
    public let year: Int
    /// Which part of the year: 0 for years and school years, else 1 up; month × 100 + day for points.
    public let part: Int

    /// The years that a period may lie in.
    public static let years = 1900...2199

    /// Creates a calendar year; `nil` outside `years`.
    public init?(year: Int) {
        self.init(kind: .year, year: year, part: 0)
    }

    /// Creates a period of a kind; `nil` when it does not exist, such as a fourth tertial.
    public init?(kind: Kind, year: Int, part: Int) {
        guard Self.years.contains(year) else { return nil }
        let exists =
            switch kind {
            case .year, .schoolYear: part == 0
            case .tertial: (1...3).contains(part)
            case .quarter: (1...4).contains(part)
            case .month: (1...12).contains(part)
            case .point:
                (1...12).contains(part / 100)
                    && (1...Self.days(inMonth: part / 100, of: year)).contains(part % 100)
            }
        guard exists else { return nil }
        self.kind = kind
        self.year = year
        self.part = part
    }

    /// Whether the period accumulates from the beginning of its year.
    public var isCumulative: Bool { kind == .tertial }

    /// The days in a month of a year.
    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
