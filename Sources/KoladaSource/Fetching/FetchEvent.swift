/// What became of one attempt at a request, for a log or a line of progress.
public enum FetchEvent: Sendable, Hashable {
    /// The answer is good.
    case answered(path: String, attempt: Int, bytes: Int)
    /// The request will be made again after so many seconds; the reason has no bytes of the answer.
    case retrying(path: String, attempt: Int, reason: String, pause: Double)
    /// Nothing will come of the request.
    case gaveUp(path: String, attempt: Int, reason: String)
}
