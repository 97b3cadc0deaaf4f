internal import Glibc
internal import Synchronization

/// A short queue between a task that fetches and a thread that may block.
///
/// A database session has a thread of its own, so waiting on it holds nobody else up. The task that
/// puts waits without a thread while the queue is full: that bounds the memory between the two.
final class Handover<Element: Sendable>: Sendable {
    private struct State {
        var items: [Element] = []
        /// How the task ended; nil while it goes on.
        var ending: Result<Void, any Error>?
        /// The task that waits for a free place.
        var waiting: CheckedContinuation<Void, any Error>?
        var isClosed = false
    }

    private let state = Mutex(State())
    private let arrived = Semaphore()
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Puts an element in and waits until there is a place for another one.
    /// - Throws: `CancellationError` when nobody takes any more.
    func put(_ element: Element) async throws {
        try await withCheckedThrowingContinuation {
            (continuation: CheckedContinuation<Void, any Error>) in
            state.withLock { state in
                guard !state.isClosed else {
                    return continuation.resume(throwing: CancellationError())
                }
                state.items.append(element)
                if state.items.count < capacity {
                    continuation.resume()
                } else {
                    state.waiting = continuation
                }
            }
            arrived.post()
        }
    }

    /// Says that nothing more comes.
    func finish(_ ending: Result<Void, any Error>) {
        state.withLock { $0.ending = ending }
        arrived.post()
    }

    /// Waits for the next element and takes it; nil after the last.
    ///
    /// Blocks the thread.
    /// - Throws: what the task ended with.
    func next() throws -> Element? {
        arrived.wait()
        let result = state.withLock { state -> Result<Element?, any Error> in
            guard !state.items.isEmpty else {
                return (state.ending ?? .success(())).map { _ in nil }
            }
            let element = state.items.removeFirst()
            state.waiting?.resume()
            state.waiting = nil
            return .success(element)
        }
        if case .success(.none) = result { arrived.post() }
        return try result.get()
    }

    /// Says that nobody takes any more.
    func close() {
        state.withLock { state in
            state.isClosed = true
            state.items = []
            state.waiting?.resume(throwing: CancellationError())
            state.waiting = nil
        }
    }
}

/// A counting semaphore that blocks its thread.
///
/// `@unchecked Sendable`: the system's semaphore is made for several threads.
private final class Semaphore: @unchecked Sendable {
    private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init() {
        sem_init(semaphore, 0, 0)
    }

    deinit {
        sem_destroy(semaphore)
        semaphore.deallocate()
    }

    func post() { sem_post(semaphore) }

    func wait() {
        while sem_wait(semaphore) != 0 {}  // interrupted by a signal
    }
}
