internal import Glibc
internal import Indicators
public import Logging
internal import Reporting

/// Writes each event of swift-log as one line: a JSON object, or words and `name=value`.
///
/// A JSON line has `time` (UTC, RFC 3339), `level` and `event` first, then what the event says;
/// numbers are numbers. It is written whole, so that lines of several threads do not mix.
public struct LineLogHandler: LogHandler {
    /// Events below this level are left out.
    public var logLevel: Logger.Level = .info
    /// What every event says.
    public var metadata: Logger.Metadata = [:]
    /// Not used; here because swift-log asks for it.
    public var metadataProvider: Logger.MetadataProvider?

    private let isJSON: Bool
    private let now: @Sendable () -> Double
    private let write: @Sendable (String) -> Void

    /// Creates a handler.
    ///
    /// - Parameters:
    ///   - isJSON: whether lines are JSON objects.
    ///   - now: the time, in seconds since 1970.
    ///   - write: takes a line with its end.
    public init(
        isJSON: Bool, now: @escaping @Sendable () -> Double = { LineLogHandler.wallClock() },
        write: @escaping @Sendable (String) -> Void
    ) {
        self.isJSON = isJSON
        self.now = now
        self.write = write
    }

    /// A value that every event says.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes an event.
    public func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        let keys = all.keys.sorted { (Self.rank($0), $0) < (Self.rank($1), $1) }
        let time = Self.rfc3339(now())
        write(
            isJSON
                ? json(event, time, keys, all)
                : keys.reduce("\(time) \(event.level.rawValue) \(event.message)") { line, key in
                    "\(line) \(key)=\(Self.word(all[key]))"
                } + "\n")
    }

    private func json(
        _ event: LogEvent, _ time: String, _ keys: [String], _ all: Logger.Metadata
    ) -> String {
        var json = JSONWriter(.compact)
        json.object { json in
            json.member("time", time)
            json.member("level", event.level.rawValue)
            json.member("event", event.message.description)
            for key in keys where !["time", "level", "event"].contains(key) {
                json.key(key)
                Self.write(all[key], to: &json)
            }
        }
        json.endLine()
        return json.takeText()
    }

    private static func write(_ value: Logger.MetadataValue?, to json: inout JSONWriter) {
        switch value {
        case .stringConvertible(let value as LogValue):
            switch value {
            case .number(let number): json.number(Int(number))
            case .seconds(let seconds): json.number(LogValue.thousandths(seconds))
            case .truth(let truth): json.bool(truth)
            }
        case .array(let values):
            json.array { json in
                for value in values { write(value, to: &json) }
            }
        case nil: json.null()
        case let value?: json.string("\(value)")
        }
    }

    /// A value as one word; what has blanks or quotes stands in quotes.
    private static func word(_ value: Logger.MetadataValue?) -> String {
        let text = Escaping.visible(value.map { "\($0)" } ?? "")
        guard text.isEmpty || text.contains(where: { $0 == " " || $0 == "\"" || $0 == "=" }) else {
            return text
        }
        return "\"\(text.replacing("\"", with: "\\\""))\""
    }

    /// What says whose event it is comes first.
    private static func rank(_ key: String) -> Int {
        ["run", "source", "stage"].firstIndex(of: key) ?? 3
    }

    /// The system's clock, in seconds since 1970.
    public static func wallClock() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// A time in UTC after RFC 3339, to the millisecond.
    static func rfc3339(_ seconds: Double) -> String {
        let thousandths = Int64((seconds * 1000).rounded(.down))
        var time = time_t(thousandths / 1000)
        var parts = tm()
        gmtime_r(&time, &parts)
        func digits(_ number: Int, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        let day = [Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday)]
        let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { digits(Int($0), 2) }
        return digits(day[0], 4) + "-" + digits(day[1], 2) + "-" + digits(day[2], 2) + "T"
            + clock.joined(separator: ":") + "." + digits(Int(thousandths % 1000), 3) + "Z"
    }
}
