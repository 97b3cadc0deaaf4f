internal import Glibc
internal import Synchronization

/// Runs a program's one task on the main thread.
///
/// The shared pool of Swift's concurrency would be started for it: threads, a manager of theirs and
/// a timer, which take a tenth of the time of a short query. A tool has one thing to do at a time,
/// so the thread that is there already suffices; work that blocks for long has threads of its own.
final class MainLoop: TaskExecutor {
    private let jobs = Mutex<[UnownedJob]>([])
    /// Counts the jobs that have not been taken; a semaphore is made to be used by all threads.
    nonisolated(unsafe) private let arrived: UnsafeMutablePointer<sem_t>

    init() {
        arrived = .allocate(capacity: 1)
        sem_init(arrived, 0, 0)
    }

    deinit {
        sem_destroy(arrived)
        arrived.deallocate()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        sem_post(arrived)
    }

    /// Runs jobs on the calling thread as they arrive; the program ends by `exit`.
    ///
    /// - Parameter idle: Called whenever there is nothing to do until another thread has done something.
    func run(idle: () -> Void) -> Never {
        while true {
            if sem_trywait(arrived) != 0 {
                idle()
                while sem_wait(arrived) != 0 {}  // interrupted by a signal
            }
            let next = jobs.withLock { $0.isEmpty ? [] : [$0.removeFirst()] }
            for job in next { job.runSynchronously(on: asUnownedTaskExecutor()) }
        }
    }
}
