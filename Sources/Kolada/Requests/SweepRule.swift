public import Indicators

/// When a service is asked for everything, and when for what has changed since a day.
///
/// Changes alone are asked for only where an earlier sweep of the same question got everything, and
/// with some days' overlap, since `from_date` knows days and no hours. What a publisher forgets to
/// date is found by the next full sweep.
public struct SweepRule: Sendable, Hashable {
    /// What somebody asked for on the command line.
    public enum Wish: Sendable, Hashable {
        /// What the rule says.
        case automatic
        /// Everything.
        case everything
        /// What has changed, wherever that can be known.
        case changes
    }

    /// What earlier sweeps of the same question leave to build upon; times in seconds since 1970.
    public struct Known: Sendable, Hashable {
        /// When the newest whole full sweep began.
        public var fullBegan: Double
        /// The indicators that it asked for.
        public var indicators: Set<KoladaIndicatorID>
        /// When the newest sweep began of which nothing is left to be asked again.
        public var settledBegan: Double?

        /// States what is known.
        public init(
            fullBegan: Double, indicators: Set<KoladaIndicatorID>, settledBegan: Double?
        ) {
            self.fullBegan = fullBegan
            self.indicators = indicators
            self.settledBegan = settledBegan
        }
    }

    /// Why everything is asked for, or that changes are; the raw values stand in the log.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// Somebody said so.
        case askedFor = "asked-for"
        /// A held-back slice that is let through must be there as a whole.
        case accepting
        /// The specification does not say how often a full sweep is due.
        case notDeclared = "not-declared"
        /// The address is not the one that the specification declares.
        case otherService = "other-service"
        /// Nothing is known of the question.
        case first
        /// More indicators are asked for than the last time.
        case moreIndicators = "more-indicators"
        /// No sweep so far went through with nothing left over.
        case leftOver = "left-over"
        /// The last full sweep is as old as the specification allows.
        case due
        /// An earlier sweep can be built upon.
        case changes
    }

    /// How many days may lie between two full sweeps; nil where every sweep is one.
    public var everyDays: Int?
    /// How many days before the last complete success changes are asked for, from 0.
    public var overlapDays: Int
    /// Whether the service is the one that the specification declares.
    public var isDeclaredService: Bool

    /// States a rule.
    public init(everyDays: Int?, overlapDays: Int = 3, isDeclaredService: Bool = true) {
        self.everyDays = everyDays
        self.overlapDays = overlapDays
        self.isDeclaredService = isDeclaredService
    }

    /// Decides.
    ///
    /// - Parameters:
    ///   - now: The time, in seconds since 1970.
    ///   - wish: What somebody asked for.
    ///   - isAccepting: Whether a held-back slice is let through.
    ///   - indicators: The indicators that are asked for.
    ///   - known: What earlier sweeps of the same question leave.
    /// - Returns: The day since which changes are asked for, nil for everything; and why.
    public func decide(
        now: Double, wish: Wish = .automatic, isAccepting: Bool = false,
        indicators: [KoladaIndicatorID], known: Known?
    ) -> (since: CalendarDay?, reason: Reason) {
        if wish == .everything { return (nil, .askedFor) }
        if isAccepting { return (nil, .accepting) }
        if wish == .automatic {
            if everyDays == nil { return (nil, .notDeclared) }
            if !isDeclaredService { return (nil, .otherService) }
        }
        guard let known else { return (nil, .first) }
        guard known.indicators.isSuperset(of: indicators) else { return (nil, .moreIndicators) }
        guard let settled = known.settledBegan else { return (nil, .leftOver) }
        // A job that begins some minutes earlier than the last time is not a day early.
        if wish == .automatic, let everyDays,
            now - known.fullBegan > Double(everyDays) * Self.day - Self.slack
        {
            return (nil, .due)
        }
        let since = min(now, settled) - Double(max(overlapDays, 0)) * Self.day
        guard let day = CalendarDay(unixSeconds: since) else { return (nil, .leftOver) }
        return (day, .changes)
    }

    private static let day = 86_400.0
    private static let slack = 6 * 3_600.0
}
