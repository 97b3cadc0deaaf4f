internal import Diagnostics
internal import Glibc
internal import Postgres
internal import Synchronization

/// Turns SIGINT and SIGTERM into a call on an ordinary thread.
///
/// The handler does the one thing that a handler may: it writes the number into a pipe. From there it is
/// taken by a thread that listens, or by whoever waits for something and watches the pipe meanwhile: a
/// thread of its own costs a short query a twentieth of its time. A second signal of the same kind ends
/// the process at once.
final class SignalWatch: Sendable {
    private struct State {
        var received: ExitStatus?
        var action: (@Sendable () -> Void)?
        var isListening = false
    }

    private let state = Mutex(State())

    /// The pipe that the handler writes to; made once, before the handler can run.
    private static let pipe: (read: Int32, write: Int32)? = {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        return (ends[0], ends[1])
    }()

    /// Begins to watch; until then, and without a free descriptor, signals keep their default effect.
    func begin() {
        guard Self.pipe != nil else { return }
        for number in Self.numbers {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                var byte = UInt8(truncatingIfNeeded: number)
                if let pipe = SignalWatch.pipe { _ = write(pipe.write, &byte, 1) }
            }
            action.sa_flags = Int32(bitPattern: UInt32(SA_RESTART) | UInt32(SA_RESETHAND))
            var previous = sigaction()
            sigaction(number, &action, &previous)
            // Who started the program with signals ignored, as nohup does, wants it to go on.
            if Self.isIgnored(previous) { sigaction(number, &previous, nil) }
        }
    }

    private static let numbers = [SIGINT, SIGTERM]

    /// For a thread that waits for the server: takes signals meanwhile, as one that listens would.
    var interruption: WaitInterruption? {
        Self.pipe.map { pipe in WaitInterruption(descriptor: pipe.read) { self.take(pipe.read) } }
    }

    /// Takes signals on a thread of its own from now on; where none can be had they get their default effect.
    func listen() {
        guard let pipe = Self.pipe else { return }
        let isListening = state.withLock { state in
            defer { state.isListening = true }
            return state.isListening
        }
        guard !isListening else { return }
        let status = runOnOwnThread { [self] in
            while true {
                var ready = pollfd(fd: pipe.read, events: Int16(POLLIN), revents: 0)
                if poll(&ready, 1, -1) < 0, errno != EINTR { return }
                take(pipe.read)
            }
        }
        if status != 0 { Self.restoreDefaults() }
    }

    private static func restoreDefaults() {
        for number in numbers {
            var current = sigaction()
            sigaction(number, nil, &current)
            if !isIgnored(current) { signal(number, SIG_DFL) }
        }
    }

    /// The status of the signal that came in, if one has.
    var received: ExitStatus? {
        if let pipe = Self.pipe { take(pipe.read) }
        return state.withLock { $0.received }
    }

    /// Sets what a signal does; done at once if one has come already.
    func onSignal(_ action: @escaping @Sendable () -> Void) {
        let isLate = state.withLock { state in
            state.action = action
            return state.received != nil
        }
        if isLate { action() }
    }

    /// C compares the handler with the made-up pointer 1.
    private static func isIgnored(_ action: sigaction) -> Bool {
        unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    }

    /// Takes what has come in, if anything has.
    private func take(_ descriptor: Int32) {
        var byte: UInt8 = 0
        guard read(descriptor, &byte, 1) == 1 else { return }
        let action = state.withLock { state in
            state.received = Int32(byte) == SIGTERM ? .terminated : .interrupted
            return state.action
        }
        action?()
    }
}
