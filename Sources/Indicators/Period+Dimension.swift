extension Period {
    /// The key of the period in `dw.dim_period`: the kind's digit, the year and the part.
    ///
    /// It follows from the period alone, so that a loader needs no look-up: kind × 100 000 000
    /// + year × 10 000 + part, with kinds numbered from 1 in the order of `Kind.allCases`.
    public var key: Int32 {
        Int32(Self.kindDigit(kind) * 100_000_000 + year * 10_000 + part)
    }

    /// Finds the period of a key; `nil` when no period has it.
    public init?(key: Int32) {
        let index = Int(key) / 100_000_000 - 1
        guard Kind.allCases.indices.contains(index) else { return nil }
        let rest = Int(key) % 100_000_000
        self.init(kind: Kind.allCases[index], year: rest / 10_000, part: rest % 10_000)
    }

    /// The first day as `YYYY-MM-DD`; of a cumulative period, the first of January.
    public var startDate: String {
        switch kind {
        case .year, .tertial: Self.date(year, 1, 1)
        case .quarter: Self.date(year, part * 3 - 2, 1)
        case .month: Self.date(year, part, 1)
        case .schoolYear: Self.date(year, 7, 1)
        case .point: description
        }
    }

    /// The last day as `YYYY-MM-DD`.
    public var endDate: String {
        switch kind {
        case .year: Self.date(year, 12, 31)
        case .tertial: Self.lastDay(year, part * 4)
        case .quarter: Self.lastDay(year, part * 3)
        case .month: Self.lastDay(year, part)
        case .schoolYear: Self.date(year + 1, 6, 30)
        case .point: description
        }
    }

    private static func kindDigit(_ kind: Kind) -> Int {
        (Kind.allCases.firstIndex(of: kind) ?? 0) + 1
    }

    private static func lastDay(_ year: Int, _ month: Int) -> String {
        date(year, month, days(inMonth: month, of: year))
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> String {
        "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
}

extension Period: Comparable {
    /// Orders periods by their end, then by their start (the longer first), then by kind.
    public static func < (left: Period, right: Period) -> Bool {
        (left.endDate, left.startDate, left.key) < (right.endDate, right.startDate, right.key)
    }
}
