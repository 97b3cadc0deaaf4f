import Glibc
import Synchronization

/// Lets threads pass only when all have come.
final class Gate: Sendable {
    private let missing: Atomic<Int>

    init(count: Int) {
        missing = Atomic(count)
    }

    /// Blocks the calling thread until the others have arrived as well.
    func arriveAndWait() {
        missing.subtract(1, ordering: .sequentiallyConsistent)
        while missing.load(ordering: .sequentiallyConsistent) > 0 { usleep(1000) }
    }
}
