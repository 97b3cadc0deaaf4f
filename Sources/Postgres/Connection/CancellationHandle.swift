internal import CLibPQ
internal import Synchronization

/// Cancels what a ``Connection`` is doing, from any thread.
///
/// The statement that runs ends with ``PostgresError/Code/cancelled``. If none runs, the next
/// one fails so before it is sent, and a transaction that has only its COMMIT left is rolled
/// back: a cancellation is not lost in the gap between two statements. It is then used up, so
/// that the work can still be wound up on the same connection.
public final class CancellationHandle: Sendable {
    private let state: Mutex<State>

    /// `@unchecked Sendable`: the ticket is never written to after it was made, and libpq
    /// documents `PQcancel` as safe from any thread.
    private struct State: ~Copyable, @unchecked Sendable {
        /// libpq's ticket; it holds copies of all it needs, and outlives the connection.
        let ticket: OpaquePointer?
        var isRunning = false
        var isRequested = false
        var isClosed = false
        /// Counts the spans of work, so that a late request cannot hit the next one.
        var span = 0

        init(ticket: OpaquePointer?) {
            self.ticket = ticket
        }

        deinit { PQfreeCancel(ticket) }

        /// Tells the server; there is no answer, the statement itself fails.
        func send() -> Bool {
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
                PQcancel(ticket, buffer.baseAddress, 256) == 1
            }
        }
    }

    init(_ connection: OpaquePointer) {
        // The ticket is made inside, so that nobody else can hold it.
        let ticket = PQgetCancel(connection)
        state = Mutex(State(ticket: ticket))
    }

    /// Cancels the statement that runs, or else the next one.
    ///
    /// The call opens a connection of its own to tell the server, and so may take as long as
    /// that. It must not be called from within a signal handler.
    ///
    /// - Returns: `false` if the server could not be told or the connection is closed.
    @discardableResult
    public func cancel() -> Bool {
        state.withLock { state in request(&state) }
    }

    private func request(_ state: inout State) -> Bool {
        guard !state.isClosed else { return false }
        state.isRequested = true
        return state.isRunning ? state.send() : true
    }
}

extension CancellationHandle {
    /// Starts a span of work: forgets what was requested for earlier ones.
    func beginSpan() -> Int {
        state.withLock { state in
            state.isRequested = false
            state.span += 1
            return state.span
        }
    }

    /// Cancels a span of work, unless it is over.
    func cancel(span: Int) {
        state.withLock { state in
            if state.span == span { _ = request(&state) }
        }
    }

    /// Takes note that a statement is about to be sent; fails if it should not be.
    func statementBegins() throws(PostgresError) {
        let isCancelled = state.withLock { state in
            let isCancelled = state.isRequested
            state.isRequested = false
            state.isRunning = !isCancelled
            return isCancelled
        }
        if isCancelled { throw PostgresError.cancelledByRequest }
    }

    /// Takes note that the statement was answered; waits for a request being sent, since it
    /// would hit the next statement.
    ///
    /// - Parameter failed: Whether it was answered by the error of a cancelled statement.
    /// - Returns: Whether that was because of a request, which is now used up.
    @discardableResult
    func statementEnds(failed: Bool = false) -> Bool {
        state.withLock { state in
            state.isRunning = false
            defer { if failed { state.isRequested = false } }
            return failed && state.isRequested
        }
    }

    /// Stops the running statement for a reason of this library's own.
    func stopRunningStatement() {
        state.withLock { state in
            if state.isRunning { _ = state.send() }
        }
    }

    /// Whether a cancellation waits; it is used up by asking.
    func takeRequest() -> Bool {
        state.withLock { state in
            defer { state.isRequested = false }
            return state.isRequested
        }
    }

    /// Nothing is sent any more: the server may have given the number to another session.
    func close() {
        state.withLock { $0.isClosed = true }
    }
}

extension PostgresError {
    static var cancelledByRequest: PostgresError {
        PostgresError(.cancelled, "the work was cancelled")
    }
}
