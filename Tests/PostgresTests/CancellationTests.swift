import Glibc
import Postgres
import TestSupport
import Testing

@Suite struct CancellationTests {
    /// Starts work, waits until the server sleeps in it, and then does something.
    private func whileSleeping<R: Sendable>(
        _ work: @escaping @Sendable (Session) async throws -> R,
        do action: @Sendable (Task<R, any Error>, CancellationHandle) async throws -> Void
    ) async throws -> Result<R, any Error> {
        let session = try await Session(ServerFixture.options())
        let (process, handle) = try await session.withConnection { connection in
            (
                try connection.queryOne("SELECT pg_backend_pid()", as: Int.self),
                connection.cancellation
            )
        }
        // The work sleeps for an hour, because it may be minutes until a thread of the shared pool is
        // free for the next line: hundreds of tests want one.
        let task = Task { try await work(session) }
        try await ServerFixture.withConnection { try waitUntilSleeping(process, &$0) }
        try await action(task, handle)
        return await task.result
    }

    private func error<R>(of result: Result<R, any Error>) throws -> PostgresError {
        try postgresError { _ = try result.get() }
    }

    @Test func `another thread stops a statement; the connection goes on`() async throws {
        let result = try await whileSleeping { session in
            try await session.withConnection { connection in
                let error = try postgresError { try connection.execute("SELECT pg_sleep(3600)") }
                return (error, try connection.queryOne("SELECT 1", as: Int.self))
            }
        } do: { _, handle in
            #expect(handle.cancel())
        }
        let (error, one) = try result.get()
        #expect(error.code == .cancelled)
        #expect(error.sqlState == .queryCanceled)
        #expect(one == 1)
    }

    @Test func `cancelling the task stops the statement on the server`() async throws {
        let result = try await whileSleeping { session in
            try await session.withConnection { connection in
                try connection.execute("SELECT pg_sleep(3600)")
            }
        } do: { task, _ in
            task.cancel()
        }
        #expect(try error(of: result).code == .cancelled)
    }

    @Test func `a cancelled transaction is rolled back, and the session can be used on`()
        async throws
    {
        let name = "cancelled_transaction"
        let result = try await whileSleeping { session in
            do {
                try await session.withConnection { connection in
                    try connection.transaction { connection in
                        try connection.execute("CREATE TABLE \(identifier: name) ()")
                        try connection.execute("SELECT pg_sleep(3600)")
                    }
                }
            } catch let error as PostgresError where error.code == .cancelled {
                // The next work is another matter, and the task is no reason to refuse it.
            }
            return await Task {
                try? await session.withConnection { connection in
                    try connection.queryOne(
                        "SELECT count(*) FROM pg_class WHERE relname = \(name)", as: Int.self)
                }
            }.value
        } do: { task, _ in
            task.cancel()
        }
        #expect(try result.get() == 0)
    }

    @Test func `a task cancelled before its turn does not run, and harms nobody`() async throws {
        let session = try await Session(ServerFixture.options())
        let gate = Gate(count: 2)
        async let first = session.withConnection { connection in
            gate.arriveAndWait()
            return try connection.queryOne("SELECT 'first' FROM pg_sleep(0.3)", as: String.self)
        }
        let second = Task {
            try await session.withConnection { connection in
                try connection.queryOne("SELECT 'second'", as: String.self)
            }
        }
        second.cancel()
        gate.arriveAndWait()
        #expect(try await first == "first")
        #expect(try error(of: await second.result).code == .cancelled)
    }

    @Test func `between two statements a cancellation is kept for the next, once`() async throws {
        try await ServerFixture.withConnection { connection in
            connection.cancellation.cancel()
            let first = try postgresError { try connection.execute("SELECT 1") }
            #expect(first.code == .cancelled)
            let two = try connection.queryOne("SELECT 2", as: Int.self)
            #expect(two == 2)
        }
    }

    @Test func `with only COMMIT left a cancellation still rolls back`() async throws {
        try await ServerFixture.withConnection { connection in
            try connection.execute("CREATE TEMP TABLE t (a int)")
            let error = try postgresError {
                try connection.transaction { connection in
                    try connection.execute("INSERT INTO t VALUES (1)")
                    connection.cancellation.cancel()
                }
            }
            #expect(error.code == .cancelled)
            let count = try connection.queryOne("SELECT count(*) FROM t", as: Int.self)
            #expect(count == 0)
        }
    }

    @Test func `a COPY is stopped`() async throws {
        try await ServerFixture.withConnection { connection in
            try connection.execute("CREATE TEMP TABLE t (a int)")
            let handle = connection.cancellation
            let error = try postgresError {
                try connection.copyIn(into: "t", columns: ["a"]) { writer in
                    for number in 0..<10_000_000 {
                        try writer.startRow()
                        try writer.write(number)
                        if number == 100_000 { handle.cancel() }
                    }
                }
            }
            #expect(error.code == .cancelled)
            let count = try connection.queryOne("SELECT count(*) FROM t", as: Int.self)
            #expect(count == 0)
        }
    }

    @Test func `reading rows is stopped`() async throws {
        try await ServerFixture.withConnection { connection in
            let handle = connection.cancellation
            var count = 0
            let error = try postgresError {
                try connection.forEachRow("SELECT generate_series(1, 1000000000)") { _ in
                    count += 1
                    if count == 1000 { handle.cancel() }
                }
            }
            #expect(error.code == .cancelled)
            #expect(count >= 1000)
        }
    }

    @Test func `a statement that took too long is not one that was cancelled`() async throws {
        try await ServerFixture.withConnection(settings: ["statement_timeout": "50"]) {
            connection in
            let error = try postgresError { try connection.execute("SELECT pg_sleep(3600)") }
            #expect(error.code == .server)
            #expect(error.sqlState == .queryCanceled)
        }
    }

    @Test func `a handle outlives its connection`() async throws {
        let handle = try await ServerFixture.withConnection { $0.cancellation }
        // The session's thread lets go of the connection in its own time.
        for _ in 0..<1000 where handle.cancel() { pause(milliseconds: 5) }
        #expect(!handle.cancel())
    }

    @Test func `a closed session says so`() async throws {
        let session = try await Session(ServerFixture.options())
        await session.close()
        let error = try await postgresError { try await session.withConnection { _ in } }
        #expect(error.code == .protocolMisuse)
    }

    @Test func `sessions block nobody but themselves`() async throws {
        // More than the machine has cores: on shared threads they would never all meet.
        let count = 2 * Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))) + 2
        let gate = Gate(count: count)
        let options = try await ServerFixture.options()
        let threads = try await withThrowingTaskGroup(of: [pthread_t].self) { group in
            for _ in 0..<count {
                group.addTask {
                    let session = try await Session(options)
                    let first = try await session.withConnection { _ in
                        gate.arriveAndWait()
                        return pthread_self()
                    }
                    return [first, try await session.withConnection { _ in pthread_self() }]
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(threads.map { $0[0] }).count == count)
        #expect(threads.allSatisfy { $0[0] == $0[1] })
    }

    @Test func `a session's work is done in turn, on one thread`() async throws {
        let session = try await Session(ServerFixture.options())
        try await session.withConnection { connection in
            try connection.execute("CREATE TEMP TABLE t (a int)")
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask {
                    try await session.withConnection { connection in
                        try connection.transaction { connection in
                            try connection.execute("INSERT INTO t VALUES (\(number))")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let (count, backends) = try await session.withConnection { connection in
            try connection.queryOne(
                "SELECT count(DISTINCT a), count(DISTINCT pg_backend_pid()) FROM t",
                as: Int.self, Int.self)
        }
        #expect(count == 200)
        #expect(backends == 1)
    }
}
