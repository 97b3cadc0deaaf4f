internal import Glibc
internal import Synchronization

/// Turns SIGINT and SIGTERM into cancellations, so that a program can roll back before it ends.
///
/// While one exists, the first signal cancels everything that was added; the program's own
/// work then fails with ``PostgresError/Code/cancelled``, and it ends with ``exitStatus``. A second
/// signal ends the process at once, with the same status.
///
/// ```swift
/// let signals = try SignalCancellation()
/// signals.add(connection.cancellation)
/// defer { signals.stop() }
/// ```
///
/// There is one at a time in a process, since signals belong to the process.
public final class SignalCancellation: Sendable {
    private struct State: Sendable {
        var received: Int32?
        var actions: [@Sendable () -> Void] = []
    }

    private let state = Mutex(State())
    private let previous: [(signal: Int32, action: sigaction)]

    /// Starts listening for SIGINT and SIGTERM.
    ///
    /// - Throws: ``PostgresError/Code/protocolMisuse`` if another one listens already.
    public convenience init() throws(PostgresError) {
        try self.init(signals: [SIGINT, SIGTERM])
    }

    /// Starts listening for some signals.
    init(signals: [Int32]) throws(PostgresError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw PostgresError(.protocolMisuse, "no pipe could be made (\(errno))")
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        guard
            signalPipe.compareExchange(
                expected: -1, desired: ends[1], ordering: .sequentiallyConsistent
            ).exchanged
        else {
            for end in ends { Glibc.close(end) }
            throw PostgresError(.protocolMisuse, "signals are being listened for already")
        }
        signalCount.store(0, ordering: .sequentiallyConsistent)
        previous = signals.map { signal in
            var new = sigaction()
            new.__sigaction_handler.sa_handler = receiveSignal
            var old = sigaction()
            sigaction(signal, &new, &old)
            // Who started the program with signals ignored, as nohup does, wants it to go on.
            if isIgnored(old) { sigaction(signal, &old, nil) }
            return (signal, old)
        }
        startListening(to: ends[0])
    }

    /// Cancels a connection's work when a signal comes; at once if one has come already.
    public func add(_ handle: CancellationHandle) {
        add { handle.cancel() }
    }

    /// Runs an action when a signal comes; at once if one has come already.
    ///
    /// It runs on a thread of its own, where it may block.
    public func add(_ action: @escaping @Sendable () -> Void) {
        let isLate = state.withLock { state in
            state.actions.append(action)
            return state.received != nil
        }
        if isLate { action() }
    }

    /// The signal that came, if any.
    public var received: Int32? { state.withLock { $0.received } }

    /// The status to end the process with after a signal: 128 and its number, 130 for SIGINT.
    public var exitStatus: Int32? { received.map { 128 + $0 } }

    /// Stops listening: signals do again what they did before.
    public func stop() {
        let writer = signalPipe.exchange(-1, ordering: .sequentiallyConsistent)
        guard writer >= 0 else { return }
        for (signal, action) in previous {
            var action = action
            sigaction(signal, &action, nil)
        }
        // The listening thread reads the end of the pipe, and ends.
        Glibc.close(writer)
    }

    private func startListening(to reader: Int32) {
        runOnOwnThread { [self] in
            var signal: UInt8 = 0
            while true {
                let count = read(reader, &signal, 1)
                if count < 0, errno == EINTR { continue }
                guard count == 1 else { break }
                let actions = state.withLock { state in
                    state.received = state.received ?? Int32(signal)
                    return state.actions
                }
                for action in actions { action() }
            }
            Glibc.close(reader)
        }
    }
}

// A signal handler can be given nothing but its number, so what it needs must be global. Both
// are set before it is installed, and are all it touches.
private let signalPipe = Atomic<Int32>(-1)
private let signalCount = Atomic<Int32>(0)

/// C compares the handler with the made-up pointer 1.
private func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
}

/// Does only what may be done in a signal handler: `write` and `_exit`.
private func receiveSignal(_ signal: Int32) {
    let saved = errno
    if signalCount.add(1, ordering: .relaxed).oldValue > 0 {
        // The first one could not stop the work, or not fast enough.
        _exit(128 + signal)
    }
    var byte = UInt8(truncatingIfNeeded: signal)
    _ = write(signalPipe.load(ordering: .relaxed), &byte, 1)
    errno = saved
}
