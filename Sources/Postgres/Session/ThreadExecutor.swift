internal import Glibc

/// Runs an actor's work on one thread of its own, so that calls that block hold up nobody else.
///
/// Swift's shared pool has only as many threads as the machine has cores; a blocked one is
/// missed at once. The thread ends when the executor is gone and its work is done.
final class ThreadExecutor: SerialExecutor {
    private let queue: JobQueue

    /// Starts the thread.
    /// - Throws: ``PostgresError`` if the system has no thread left.
    init() throws(PostgresError) {
        let queue = JobQueue()
        self.queue = queue
        let status = runOnOwnThread { queue.run() }
        guard status == 0 else {
            throw PostgresError(.connectionFailed, "no thread could be started (\(status))")
        }
    }

    deinit { queue.close() }

    func enqueue(_ job: consuming ExecutorJob) {
        queue.append(Item(job: UnownedJob(job), executor: asUnownedSerialExecutor()))
    }
}

/// A job with the executor it belongs to, which its actor keeps alive until it has run.
private struct Item: Sendable {
    let job: UnownedJob
    let executor: UnownedSerialExecutor
}

/// Jobs waiting for the thread, in order of arrival.
///
/// `@unchecked Sendable`: every access to `items` and `isClosed` happens between lock and
/// unlock of the mutex, which no `Mutex` of the standard library could lend to a condition.
private final class JobQueue: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var items: [Item] = []
    private var isClosed = false

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    func append(_ item: Item) {
        pthread_mutex_lock(mutex)
        items.append(item)
        pthread_cond_signal(condition)
        pthread_mutex_unlock(mutex)
    }

    func close() {
        pthread_mutex_lock(mutex)
        isClosed = true
        pthread_cond_signal(condition)
        pthread_mutex_unlock(mutex)
    }

    func run() {
        while let batch = take() {
            for item in batch {
                item.job.runSynchronously(on: item.executor)
            }
        }
    }

    /// Waits for jobs; `nil` when there will be none any more.
    private func take() -> [Item]? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while items.isEmpty {
            if isClosed { return nil }
            pthread_cond_wait(condition, mutex)
        }
        defer { items = [] }
        return items
    }
}
