/// A day of the Gregorian calendar, `date` in PostgreSQL.
public struct PostgresDate: Sendable, Hashable, Comparable, BitwiseCopyable {
    /// Days since 2000-01-01; the server takes 4713 BC to 5874897 AD.
    public let daysSince2000: Int32

    /// Makes the day so many days after 2000-01-01.
    public init(daysSince2000: Int32) {
        self.daysSince2000 = daysSince2000
    }

    /// Makes a day of the calendar; `nil` if there is no such day in the years 1 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
            return nil
        }
        self.init(daysSince2000: Int32(Self.days(year: year, month: month, day: day)))
        // A day the month does not have lands in the next one.
        guard self.year == year, self.month == month, self.day == day else { return nil }
    }

    /// The year; 0 is 1 BC.
    public var year: Int { civil.year }
    /// The month, 1 to 12.
    public var month: Int { civil.month }
    /// The day of the month, from 1.
    public var day: Int { civil.day }

    /// Whether one day comes before the other.
    public static func < (left: PostgresDate, right: PostgresDate) -> Bool {
        left.daysSince2000 < right.daysSince2000
    }

    /// From 0000-03-01, where a 400-year cycle begins, to 2000-01-01.
    private static let offset = 730_425

    /// Counts the days in years that begin in March, so that the leap day comes last.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month > 2 ? year : year - 1
        let marchMonth = (month + 9) % 12
        let beforeYear = 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400
        return beforeYear + (153 * marchMonth + 2) / 5 + day - 1 - offset
    }

    private var civil: (year: Int, month: Int, day: Int) {
        let total = Int(daysSince2000) + Self.offset
        let cycle = total >= 0 ? total / 146_097 : (total - 146_096) / 146_097
        let inCycle = total - cycle * 146_097
        let yearOfCycle = (inCycle - inCycle / 1460 + inCycle / 36_524 - inCycle / 146_096) / 365
        let inYear = inCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let marchMonth = (5 * inYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
        return (year, month, inYear - (153 * marchMonth + 2) / 5 + 1)
    }
}

extension PostgresDate: CustomStringConvertible {
    /// The day in ISO 8601, such as 2017-12-31.
    public var description: String {
        func padded(_ number: Int, to width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        let (year, month, day) = civil
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }
}

extension PostgresDate: PostgresEncodable, PostgresDecodable {
    /// The PostgreSQL type a value is sent as.
    public static var postgresOID: UInt32 { PostgresOID.date }

    /// Appends the bytes of the value.
    public func encode(into output: inout BinaryOutput) throws(PostgresValueError) {
        output.append(try finite().daysSince2000)
    }

    /// Writes the value as the next one of a COPY row.
    public func copy(into writer: inout CopyBinaryWriter) throws(PostgresError) {
        try writer.write(self)
    }

    /// Whether a column of this PostgreSQL type can be read.
    public static func accepts(oid: UInt32) -> Bool { oid == PostgresOID.date }

    /// Reads one value.
    public static func decode(
        _ bytes: RawSpan, oid: UInt32
    ) throws(PostgresValueError) -> PostgresDate {
        try PostgresDate(daysSince2000: bytes.wholeInteger(as: Int32.self)).finite()
    }

    /// The server uses the two ends of the range for its infinities; they are no days.
    func finite() throws(PostgresValueError) -> PostgresDate {
        guard daysSince2000 != .max, daysSince2000 != .min else {
            throw PostgresValueError("an infinite date is not supported")
        }
        return self
    }
}
