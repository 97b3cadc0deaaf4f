/// A connection that a session's thread makes before it takes on work, or the reason why not.
///
/// `@unchecked Sendable`: made on one thread and given to another, which alone calls its methods:
/// `run` first, then `result`, from the jobs that wait behind it.
final class SessionBeginning: @unchecked Sendable {
    private var attempt: ConnectionAttempt?
    private var connection: Connection?
    private var failure: (any Error)?

    /// Begins to connect, on the thread that makes it: until the new thread is given a processor, the
    /// server has done its part.
    init(_ options: ConnectionOptions) {
        do {
            var attempt = try ConnectionAttempt(options)
            attempt.advance()
            self.attempt = consume attempt
        } catch {
            failure = error
        }
    }

    /// Completes the connection and does the first work.
    func run(_ first: (inout Connection) throws -> Void) {
        guard let attempt = attempt.take() else { return }
        do {
            var connection = try Connection(attempt)
            try first(&connection)
            self.connection = consume connection
        } catch {
            failure = error
        }
    }

    /// Hands over the connection, once.
    /// - Throws: what went wrong on the way.
    func result() throws -> Connection {
        if let failure { throw failure }
        guard let connection = connection.take() else {
            throw PostgresError(.protocolMisuse, "the session has not begun")
        }
        return connection
    }
}
