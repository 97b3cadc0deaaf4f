import Dispatch
import Postgres
import Testing

/// Connections that are asked for while the program does something else.
@Suite struct ConnectionBeginningTests {
    @Test func `the first work comes before the reading, on the same connection`() async throws {
        let options = try await ServerFixture.options()
        let beginning = ConnectionBeginning { options }
        let names = try await beginning.read { connection in
            try connection.execute("SET application_name = 'first'")
        } _: { connection in
            try connection.query("SHOW application_name", as: String.self)
        }
        #expect(names == ["first"])
    }

    @Test func `it is read from once, in one state of the database, and only read`() async throws {
        let options = try await ServerFixture.options()
        let beginning = ConnectionBeginning { options }
        let modes = try await beginning.read(first: { _ in }) { connection in
            try connection.query(
                "SELECT current_setting('transaction_isolation'), current_setting('transaction_read_only')",
                as: String.self, String.self)
        }
        #expect(modes?.map { "\($0.0) \($0.1)" } == ["repeatable read on"])
        let again = try await beginning.read(first: { _ in Issue.record("again") }) { _ in
            Issue.record("again")
        }
        #expect(again == nil)
    }

    @Test func `the connection ends with the reading`() async throws {
        let options = try await ServerFixture.options()
        let process = try await ConnectionBeginning { options }.read(first: { _ in }) {
            connection in
            try connection.queryOne("SELECT pg_backend_pid()", as: Int32.self)
        }
        var watcher = try Connection(options)
        var isThere = true
        for _ in 0..<500 where isThere {
            isThere = try watcher.queryOne(
                "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE pid = \(process ?? 0))",
                as: Bool.self)
            if isThere { try await Task.sleep(for: .milliseconds(10)) }
        }
        #expect(!isThere)
    }

    @Test func `a swallowed failure is not taken for an answer`() async throws {
        let options = try await ServerFixture.options()
        let error = await #expect(throws: PostgresError.self) {
            try await ConnectionBeginning { options }.read(first: { _ in }) { connection in
                _ = try? connection.execute("SELECT 1/0")
            }
        }
        #expect(error?.code == .commitFailed)
        #expect((error?.underlying as? PostgresError)?.sqlState == "22012")
    }

    /// Runs what blocks for long: the shared pool has few threads, and other tests need them.
    private final class OwnQueue: TaskExecutor {
        private let queue = DispatchQueue(label: "reading")

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
        }
    }

    @Test func `a cancelled task stops the statement`() async throws {
        let options = try await ServerFixture.options()
        let (processes, found) = AsyncStream.makeStream(of: Int.self)
        let task = Task(executorPreference: OwnQueue()) {
            try await ConnectionBeginning { options }.read { connection in
                found.yield(try connection.queryOne("SELECT pg_backend_pid()", as: Int.self))
            } _: { connection in
                _ = try connection.execute("SELECT pg_sleep(600)")
            }
        }
        let process = try #require(await processes.first { _ in true })
        try await ServerFixture.withConnection { try waitUntilSleeping(process, &$0) }
        task.cancel()
        let error = await #expect(throws: PostgresError.self) { try await task.value }
        #expect(error?.code == .cancelled)
    }

    @Test func `a failed connection is told when it is used`() async throws {
        let options = try await ServerFixture.options(database: "no_such_database")
        let beginning = ConnectionBeginning { options }
        let error = await #expect(throws: PostgresError.self) {
            try await beginning.read(first: { _ in Issue.record("there is no connection") }) { _ in
            }
        }
        #expect(error?.code == .connectionFailed)
        #expect(error?.sqlState == .invalidCatalogName)
    }

    private struct NoServer: Error, Equatable {}

    @Test func `what keeps the options from being found is told by every use`() async throws {
        let beginning = ConnectionBeginning { throw NoServer() }
        for _ in 1...2 {
            await #expect(throws: NoServer()) {
                try await beginning.read(first: { _ in Issue.record("no connection") }) { _ in }
            }
        }
    }
}
