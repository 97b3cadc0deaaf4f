internal import Glibc

/// Something that may come in while a thread waits for the server, and that this thread takes itself.
///
/// For a program that has no second thread to take it, such as one that wants to hear of signals.
public struct WaitInterruption: Sendable {
    private let descriptor: Int32
    private let take: @Sendable () -> Void

    /// Says what may come in.
    ///
    /// - Parameters:
    ///   - descriptor: Is readable as long as something has come in that nobody has taken.
    ///   - take: Takes it, on the thread that waits, which goes on waiting when it returns. It may cancel the
    ///     task that waits, and by that the statement: then it takes as long as it takes to tell the server.
    public init(descriptor: Int32, take: @escaping @Sendable () -> Void) {
        self.descriptor = descriptor
        self.take = take
    }

    /// Why a wait has ended.
    enum WaitEnd {
        case ready, timedOut, failed
        /// Something came in, or a signal; the wait may go on.
        case interrupted
    }

    /// Waits until a socket is ready, the time is over, or something has come in and been taken.
    ///
    /// - Parameters:
    ///   - socket: What is waited for.
    ///   - events: `POLLIN` or `POLLOUT`.
    ///   - milliseconds: For how long at most; for ever if negative.
    ///   - interruption: What may come in meanwhile, if anything.
    /// - Returns: why the wait has ended.
    static func wait(
        on socket: Int32, for events: Int32, milliseconds: Int32,
        _ interruption: WaitInterruption?
    ) -> WaitEnd {
        var awaited = [pollfd(fd: socket, events: Int16(events), revents: 0)]
        if let interruption {
            awaited.append(
                pollfd(fd: interruption.descriptor, events: Int16(POLLIN), revents: 0))
        }
        let count = poll(&awaited, nfds_t(awaited.count), milliseconds)
        guard count >= 0 else { return errno == EINTR ? .interrupted : .failed }
        if let interruption, awaited[1].revents != 0 {
            interruption.take()
            return .interrupted
        }
        return count == 0 ? .timedOut : .ready
    }
}
