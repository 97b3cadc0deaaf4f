/// One attempt at a request, as a manifest tells it.
public struct SnapshotAnswer: Sendable, Hashable {
    /// What became of an attempt.
    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// The answer was used.
        case accepted
        /// The answer was whole, but not used.
        case refused
        /// There was no whole answer.
        case failed
    }

    /// The path that was asked for, below the service's address.
    public var path: String
    /// When the answer was there, in seconds since 1970.
    public var time: Double
    /// Which attempt at the path it was, from 1.
    public var attempt: Int
    /// The status of HTTP; 0 without an answer.
    public var status: Int
    /// What became of it.
    public var verdict: Verdict
    /// How many bytes the body has.
    public var size: Int
    /// The SHA-256 of the body, 64 hexadecimal digits; empty without a body.
    public var sha256: String
    /// Why it was not used; may be empty.
    public var reason: String

    /// Describes an attempt.
    public init(
        path: String, time: Double, attempt: Int, status: Int, verdict: Verdict, size: Int = 0,
        sha256: String = "", reason: String = ""
    ) {
        self.path = path
        self.time = time
        self.attempt = attempt
        self.status = status
        self.verdict = verdict
        self.size = size
        self.sha256 = sha256
        self.reason = reason
    }
}
