/// Says when each request may be made, so that there are never more than so many a second.
///
/// Times are in seconds on any clock that only goes forward.
public struct RateSchedule: Sendable {
    private let interval: Double
    private var next = 0.0
    private var pausedUntil = 0.0

    /// Allows so many requests a second, evenly spread; 0 or less for no limit.
    public init(perSecond: Double) {
        interval = perSecond > 0 ? 1 / perSecond : 0
    }

    /// Takes the next place in the row.
    /// - Returns: the time at which the request may be made, not before `now`.
    public mutating func reserve(now: Double) -> Double {
        let start = max(now, next, pausedUntil)
        next = start + interval
        return start
    }

    /// Lets nobody begin before a time.
    public mutating func pause(until time: Double) {
        pausedUntil = max(pausedUntil, time)
    }

    /// When a request that waits for its place must look again: a pause may have come since.
    public func isPaused(at now: Double) -> Double? {
        pausedUntil > now ? pausedUntil : nil
    }
}
