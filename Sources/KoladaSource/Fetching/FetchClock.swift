internal import Glibc

/// The clocks, the pauses and the chance that a fetch uses; tests bring their own.
public struct FetchClock: Sendable {
    /// Seconds on a clock that only goes forward.
    public var now: @Sendable () -> Double
    /// Seconds since 1970.
    public var wallClock: @Sendable () -> Double
    /// Waits so many seconds, or throws when the task is cancelled.
    public var sleep: @Sendable (Double) async throws(CancellationError) -> Void
    /// A random number from 0 to 1.
    public var jitter: @Sendable () -> Double

    /// Puts a clock together.
    public init(
        now: @escaping @Sendable () -> Double, wallClock: @escaping @Sendable () -> Double,
        sleep: @escaping @Sendable (Double) async throws(CancellationError) -> Void,
        jitter: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.wallClock = wallClock
        self.sleep = sleep
        self.jitter = jitter
    }

    /// The system's.
    public static var system: FetchClock {
        FetchClock(
            now: { seconds(of: CLOCK_MONOTONIC) }, wallClock: { seconds(of: CLOCK_REALTIME) },
            sleep: { seconds throws(CancellationError) in
                do {
                    try await Task.sleep(for: .seconds(seconds))
                } catch {
                    throw CancellationError()
                }
            },
            jitter: { Double.random(in: 0...1) })
    }

    private static func seconds(of clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
