/// An answer of HTTP as it was received.
public struct KoladaAnswer: Sendable, Hashable {
    /// The status.
    public var status: Int
    /// The `Retry-After` header, if there was one.
    public var retryAfter: String?
    /// The bytes of the body.
    public var body: [UInt8]

    /// Describes an answer.
    public init(status: Int, retryAfter: String? = nil, body: [UInt8]) {
        self.status = status
        self.retryAfter = retryAfter
        self.body = body
    }
}

/// Why there is no whole answer.
public enum TransportFault: Error, Sendable, Hashable {
    /// None came in time.
    case timedOut
    /// The connection could not be made, or broke; with the system's words.
    case broken(String)
    /// The body has more than so many bytes.
    case tooLarge(limit: Int)
    /// A replayed snapshot does not hold it.
    case notKept
    /// The task was cancelled.
    case cancelled
}

/// What can be asked for a path below the service's address.
public protocol KoladaTransport: Sendable {
    /// Asks once.
    /// - Throws: `TransportFault` without a whole answer.
    func get(_ path: String) async throws(TransportFault) -> KoladaAnswer
}
