internal import Synchronization

/// A connection that is asked for before it is needed, and read from once.
///
/// For a program that has something else to do while the server makes ready: nothing waits until
/// it is used, and no thread is started for it, which would contend with the one that works. Whatever goes wrong, even in finding
/// out where to connect, is thrown when it is used.
public final class ConnectionBeginning: Sendable {
    /// What has been begun, or the reason why nothing was.
    ///
    /// `@unchecked Sendable`: reached under the lock alone, by which it is given away at most once.
    private struct Begun: ~Copyable, @unchecked Sendable {
        var attempt: ConnectionAttempt?
        var failure: (any Error)?
        var isUsed = false
    }

    private let begun: Mutex<Begun>
    private let interruption: WaitInterruption?

    /// Asks for a connection and returns at once.
    ///
    /// - Parameters:
    ///   - interruption: What may come in while the server is waited for.
    ///   - options: Says where and how to connect.
    public init(
        interruption: WaitInterruption? = nil, _ options: () throws -> ConnectionOptions
    ) {
        self.interruption = interruption
        do {
            var attempt = try ConnectionAttempt(options())
            attempt.advance()
            begun = Mutex(Begun(attempt: attempt))
        } catch {
            begun = Mutex(Begun(attempt: nil, failure: error))
        }
    }

    /// Waits for the connection, reads in one state of the database, and ends the connection.
    ///
    /// If the task is cancelled, the server is told to stop, and the reading ends with
    /// ``PostgresError/Code/cancelled``. It blocks the thread that calls it.
    ///
    /// - Parameter body: The reading; it uses the connection it is passed.
    /// - Returns: What `body` returns; `nil`, nothing having been called, if it was read from before.
    /// - Throws: What `body` throws, what kept the connection from being asked for, or ``PostgresError``.
    public func read<R: Sendable>(
        _ body: (inout Connection) throws -> R
    ) async throws -> R? {
        guard var connection = try connect() else { return nil }
        let cancellation = connection.cancellation
        let span = cancellation.beginSpan()
        guard !Task.isCancelled else { throw PostgresError.cancelledByRequest }
        return try await withTaskCancellationHandler {
            try connection.readToTheEnd(body)
        } onCancel: {
            cancellation.cancel(span: span)
        }
    }

    /// Completes the connection; `nil` the second time.
    private func connect() throws -> Connection? {
        var taken = begun.withLock { begun in
            defer { begun.isUsed = true }
            return Begun(
                attempt: begun.attempt.take(), failure: begun.failure, isUsed: begun.isUsed)
        }
        if let failure = taken.failure { throw failure }
        guard let attempt = taken.attempt.take() else { return nil }
        return try Connection(attempt, interruption: interruption)
    }
}
