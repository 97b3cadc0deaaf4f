internal import Dispatch

/// Runs what blocks on a thread of its own.
///
/// Swift's shared pool has as many threads as the machine has cores; two tests that wait for each
/// other's bytes there stop all the others on a machine with two.
public enum OwnThread {
    /// Runs a body that may block, and waits for it without holding a thread of the pool.
    public static func run<Value: Sendable>(
        _ body: @escaping @Sendable () -> Value
    ) async -> Value {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "test.own-thread").async { continuation.resume(returning: body()) }
        }
    }
}
