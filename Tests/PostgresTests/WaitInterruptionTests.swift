import Glibc
import Postgres
import Synchronization
import TestSupport
import Testing

/// What comes in while a thread waits for the server, taken by that thread.
@Suite struct WaitInterruptionTests {
    /// A pipe into which a test writes what comes in, and what its reader does with it.
    private final class Bell: Sendable {
        private let ends: (read: Int32, write: Int32)
        private let action = Mutex<(@Sendable () -> Void)?>(nil)
        private let count = Atomic(0)

        init() throws {
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { throw TestFailure("no pipe") }
            self.ends = (ends[0], ends[1])
        }

        deinit {
            close(ends.read)
            close(ends.write)
        }

        var taken: Int { count.load(ordering: .sequentiallyConsistent) }

        func onRing(_ body: @escaping @Sendable () -> Void) { action.withLock { $0 = body } }

        func ring() {
            var byte: UInt8 = 1
            _ = write(ends.write, &byte, 1)
        }

        var interruption: WaitInterruption {
            WaitInterruption(descriptor: ends.read) { [self] in
                var byte: UInt8 = 0
                _ = read(ends.read, &byte, 1)
                count.add(1, ordering: .sequentiallyConsistent)
                action.withLock(\.self)?()
            }
        }
    }

    @Test func `it can cancel the statement that is waited for`() async throws {
        let options = try await ServerFixture.options()
        let bell = try Bell()
        let (processes, found) = AsyncStream.makeStream(of: Int.self)
        let task = Task(executorPreference: OwnQueue("interrupted")) {
            try await ConnectionBeginning(interruption: bell.interruption) { options }.read {
                connection in
                found.yield(try connection.queryOne("SELECT pg_backend_pid()", as: Int.self))
                _ = try connection.execute("SELECT pg_sleep(600)")
            }
        }
        bell.onRing { task.cancel() }
        let process = try #require(await processes.first { _ in true })
        try await ServerFixture.withConnection { try waitUntilSleeping(process, &$0) }
        bell.ring()
        let error = await #expect(throws: PostgresError.self) { try await task.value }
        #expect(error?.code == .cancelled)
        #expect(bell.taken == 1)
    }

    @Test func `a statement that nobody cancels goes on to its end`() async throws {
        let options = try await ServerFixture.options()
        let bell = try Bell()
        bell.ring()
        bell.ring()
        let task = Task(executorPreference: OwnQueue("rung")) {
            try await ConnectionBeginning(interruption: bell.interruption) { options }.read {
                connection in
                _ = try connection.execute("SELECT pg_sleep(0.2)")
                return try connection.queryOne("SELECT 7", as: Int.self)
            }
        }
        #expect(try await task.value == 7)
        #expect(bell.taken == 2)
    }

    @Test func `a server that never answers is given up at once when the task is cancelled`()
        async throws
    {
        let silent = try SilentServer()
        let port = "\(silent.port)"
        let bell = try Bell()
        let task = Task(executorPreference: OwnQueue("silent")) {
            try await ConnectionBeginning(interruption: bell.interruption) {
                ConnectionOptions(
                    target: .keywords(["host": "127.0.0.1", "port": port]),
                    applicationName: "PostgresTests", connectTimeout: 600)
            }.read { _ in }
        }
        bell.onRing { task.cancel() }
        bell.ring()
        let error = await #expect(throws: PostgresError.self) { try await task.value }
        #expect(error?.code == .cancelled)
        withExtendedLifetime(silent) {}
    }
}
