/// How often and after which pauses a request is made again.
public struct RetryPolicy: Sendable, Hashable {
    /// How often a request is made in all, answers that only ask to wait not counted.
    public var attempts: Int
    /// The pause after the first failure, in seconds; it doubles with each further one.
    public var firstPause: Double
    /// The longest pause of our own choosing, in seconds.
    public var longestPause: Double
    /// How long the server may ask us to wait at a time, in seconds; longer counts as a failure.
    public var longestServerPause: Double
    /// How often the server may ask us to wait before it counts as a failure.
    public var serverPauses: Int

    /// States a policy; the default tries six times within some two minutes.
    public init(
        attempts: Int = 6, firstPause: Double = 1, longestPause: Double = 60,
        longestServerPause: Double = 300, serverPauses: Int = 20
    ) {
        self.attempts = attempts
        self.firstPause = firstPause
        self.longestPause = longestPause
        self.longestServerPause = longestServerPause
        self.serverPauses = serverPauses
    }
}
