/// What came of making a request once.
public enum AttemptOutcome: Sendable, Hashable {
    /// The server answered; `retryAfter` in seconds, if it said so.
    case answered(status: Int, retryAfter: Double?, complaint: String)
    /// The server answered 200, but the body is not what the API says.
    case invalidBody(KoladaFormatError)
    /// The body is larger than is accepted, in bytes.
    case tooLarge(limit: Int)
    /// No answer came in time.
    case timedOut
    /// The connection could not be made, or broke before the answer was complete.
    case broken(String)
}

/// What to do next.
public enum RetryDecision: Sendable, Hashable {
    /// The answer is good.
    case accept
    /// Wait so many seconds, then make the request again; `everybody` when all requests must wait.
    case wait(seconds: Double, everybody: Bool)
    /// Stop: nothing will come of it.
    case giveUp(FetchFault)
}

/// Decides, for one request, whether and when it is made again, and does nothing itself.
public struct RetryMachine: Sendable {
    private let policy: RetryPolicy
    private let path: String
    private var failures = 0
    private var serverPauses = 0

    /// Starts before the first attempt at a path.
    public init(_ policy: RetryPolicy, path: String) {
        self.policy = policy
        self.path = path
    }

    /// Takes what came of an attempt and says what to do.
    ///
    /// - Parameters:
    ///   - outcome: What came of it.
    ///   - jitter: A random number from 0 to 1, which spreads the pauses of many requests.
    /// - Returns: What to do next.
    public mutating func handle(_ outcome: AttemptOutcome, jitter: Double) -> RetryDecision {
        switch outcome {
        case .answered(200, _, _): return .accept
        case .answered(let status, let retryAfter, let complaint):
            let fault = FetchFault(.status(status), path: path, said: complaint)
            switch status {
            case 429, 503:
                // Without a word of how long, it counts as any failure does.
                guard let retryAfter else { return again(fault, jitter) }
                return pause(retryAfter, fault, jitter)
            case 408, 425, 500...: return again(fault, jitter)
            default: return .giveUp(fault)
            }
        case .invalidBody(let error):
            // A server that says why it gives no values will say so again.
            if error.code == .noValues, !error.detail.isEmpty {
                return .giveUp(FetchFault(.refused, path: path, said: error.detail))
            }
            return again(FetchFault(.invalidBody(error), path: path), jitter)
        case .tooLarge(let limit): return .giveUp(FetchFault(.tooLarge(limit), path: path))
        case .timedOut: return again(FetchFault(.timedOut, path: path), jitter)
        case .broken(let words): return again(FetchFault(.broken, path: path, said: words), jitter)
        }
    }

    private mutating func again(_ fault: FetchFault, _ jitter: Double) -> RetryDecision {
        failures += 1
        guard failures < policy.attempts else { return .giveUp(fault) }
        var pause = policy.firstPause
        for _ in 1..<failures where pause < policy.longestPause { pause *= 2 }
        // Between half the pause and all of it.
        let seconds = min(pause, policy.longestPause) * (0.5 + 0.5 * min(max(jitter, 0), 1))
        return .wait(seconds: seconds, everybody: false)
    }

    private mutating func pause(
        _ seconds: Double, _ fault: FetchFault, _ jitter: Double
    ) -> RetryDecision {
        serverPauses += 1
        guard seconds <= policy.longestServerPause, serverPauses <= policy.serverPauses else {
            return .giveUp(fault)
        }
        // Never earlier than asked; a little later, so that not all come back at once.
        return .wait(seconds: max(seconds, 0) + 0.25 * min(max(jitter, 0), 1), everybody: true)
    }
}
