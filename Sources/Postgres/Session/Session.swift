/// A ``Connection`` on a thread of its own, for asynchronous code.
///
/// ```swift
/// let session = try await Session(options)
/// let names = try await session.withConnection { connection in
///     try connection.query("SELECT name FROM city", as: String.self)
/// }
/// ```
///
/// Work is done one piece after the other. If the task that waits for a piece is cancelled, the
/// server is told to stop, and the piece ends with ``PostgresError/Code/cancelled``.
public actor Session {
    private let executor: ThreadExecutor
    private var connection: Connection?

    /// The thread all work is done on.
    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    /// Connects to a server, on the new thread.
    public init(_ options: ConnectionOptions) async throws(PostgresError) {
        executor = try ThreadExecutor()
        connection = nil
        try await connect(options)
    }

    private func connect(_ options: ConnectionOptions) async throws(PostgresError) {
        connection = try Connection(options)
    }

    /// Runs a closure with the connection, on the session's thread.
    ///
    /// The closure may block as long as it likes. Do much in one go: coming and going costs some
    /// microseconds.
    ///
    /// - Parameter body: The work; the connection is not to be used after it returns.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws, or ``PostgresError`` if the session is closed.
    @discardableResult
    public func withConnection<R: Sendable>(
        _ body: sending (inout Connection) throws -> R
    ) async throws -> R {
        guard !Task.isCancelled else { throw PostgresError.cancelledByRequest }
        guard var lent = connection.take() else {
            throw PostgresError(.protocolMisuse, "the session is closed")
        }
        let cancellation = lent.cancellation
        let span = cancellation.beginSpan()
        let result: Result<R, any Error>
        do {
            let value = try await withTaskCancellationHandler {
                // Through a method of the actor: a closure that does not use `self` would leave
                // its thread and block one of the shared pool.
                try perform(body, with: &lent)
            } onCancel: {
                cancellation.cancel(span: span)
            }
            result = .success(value)
        } catch {
            result = .failure(error)
        }
        connection = consume lent
        return try result.get()
    }

    private func perform<R: Sendable>(
        _ body: (inout Connection) throws -> R, with lent: inout Connection
    ) throws -> R {
        try body(&lent)
    }

    /// Ends the connection, after the work that was asked for before.
    public func close() {
        connection = nil
    }
}
