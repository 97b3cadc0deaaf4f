internal import Synchronization

/// Lets a signal end what a load waits for outside of the database.
///
/// The session's thread blocks while a task fetches; cancelling the session does not reach that task.
public final class Interruption: Sendable {
    private struct State {
        var isOver = false
        var tasks: [Int: Task<Void, Never>] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    /// Nothing is interrupted yet.
    public init() {}

    /// Ends every task that goes on, and every later one at once.
    public func interrupt() {
        let tasks = state.withLock { state in
            state.isOver = true
            return Array(state.tasks.values)
        }
        for task in tasks { task.cancel() }
    }

    /// Runs a task while the calling thread takes what it hands over.
    ///
    /// - Parameters:
    ///   - capacity: how many elements may wait to be taken.
    ///   - produce: puts elements into the queue.
    ///   - consume: takes them; blocks its thread.
    /// - Returns: what `consume` returns.
    /// - Throws: what either throws; `CancellationError` when it was interrupted.
    func run<Element: Sendable, R>(
        capacity: Int,
        _ produce: @escaping @Sendable (Handover<Element>) async throws -> Void,
        consume: (Handover<Element>) throws -> R
    ) throws -> R {
        let queue = Handover<Element>(capacity: capacity)
        let task = Task.detached {
            do {
                try await produce(queue)
                queue.finish(.success(()))
            } catch {
                queue.finish(.failure(error))
            }
        }
        let number = add(task)
        defer {
            queue.close()
            task.cancel()
            state.withLock { $0.tasks[number] = nil }
        }
        return try consume(queue)
    }

    /// Waits for what a task gives; blocks the calling thread.
    /// - Throws: what the task throws; `CancellationError` when it was interrupted.
    func wait<R: Sendable>(_ work: @escaping @Sendable () async throws -> R) throws -> R {
        let result = try run(capacity: 2) { (queue: Handover<R>) in
            try await queue.put(try await work())
        } consume: { queue in
            try queue.next()
        }
        guard let result else { throw CancellationError() }
        return result
    }

    private func add(_ task: Task<Void, Never>) -> Int {
        let (number, isOver) = state.withLock { state in
            state.next += 1
            state.tasks[state.next] = task
            return (state.next, state.isOver)
        }
        if isOver { task.cancel() }
        return number
    }
}
