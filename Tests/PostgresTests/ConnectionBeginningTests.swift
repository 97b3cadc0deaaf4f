import Postgres
import TestSupport
import Testing

/// Connections that are asked for while the program does something else.
@Suite struct ConnectionBeginningTests {
    @Test func `the transaction begins with the first statement, and goes on with the next`()
        async throws
    {
        let options = try await ServerFixture.options()
        let snapshots = try await ConnectionBeginning { options }.read { connection in
            let snapshot: SQL = "SELECT pg_current_snapshot()::text"
            let first = try connection.queryOne(snapshot, as: String.self)
            var other = try Connection(options)
            _ = try other.execute("SELECT pg_current_xact_id()")
            return (first, try connection.queryOne(snapshot, as: String.self))
        }
        #expect(snapshots?.0 == snapshots?.1)
    }

    @Test func `an error in the first statement is that statement's own`() async throws {
        let options = try await ServerFixture.options()
        let error = await #expect(throws: PostgresError.self) {
            try await ConnectionBeginning { options }.read { connection in
                try connection.execute("SELECT 1/0")
            }
        }
        #expect(error?.sqlState == "22012")
        #expect(error?.statement == "SELECT 1/0")
    }

    @Test func `rows can be streamed from the first statement`() async throws {
        let options = try await ServerFixture.options()
        let sum = try await ConnectionBeginning { options }.read { connection in
            var sum = 0
            try connection.forEachRow("SELECT i FROM generate_series(1, 1000) AS i") { row in
                sum += try row.decode(Int.self, at: 0)
            }
            return sum
        }
        #expect(sum == 500_500)
    }

    @Test func `a reading that asks nothing is no error`() async throws {
        let options = try await ServerFixture.options()
        #expect(try await ConnectionBeginning { options }.read { _ in 7 } == 7)
    }

    @Test func `it is read from once, in one state of the database, and only read`() async throws {
        let options = try await ServerFixture.options()
        let beginning = ConnectionBeginning { options }
        let modes = try await beginning.read { connection in
            try connection.query(
                "SELECT current_setting('transaction_isolation'), current_setting('transaction_read_only')",
                as: String.self, String.self)
        }
        #expect(modes?.map { "\($0.0) \($0.1)" } == ["repeatable read on"])
        let again: Void? = try await beginning.read { _ in Issue.record("again") }
        #expect(again == nil)
    }

    @Test func `the connection ends with the reading`() async throws {
        let options = try await ServerFixture.options()
        let process = try await ConnectionBeginning { options }.read {
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
            try await ConnectionBeginning { options }.read { connection in
                _ = try? connection.execute("SELECT 1/0")
            }
        }
        #expect(error?.code == .commitFailed)
        #expect((error?.underlying as? PostgresError)?.sqlState == "22012")
    }

    @Test func `a cancelled task stops the statement`() async throws {
        let options = try await ServerFixture.options()
        let (processes, found) = AsyncStream.makeStream(of: Int.self)
        let task = Task(executorPreference: OwnQueue("reading")) {
            try await ConnectionBeginning { options }.read { connection in
                found.yield(try connection.queryOne("SELECT pg_backend_pid()", as: Int.self))
                _ = try connection.execute("SELECT pg_sleep(600)")
            }
        }
        let process = try #require(await processes.first { _ in true })
        try await ServerFixture.withConnection { try waitUntilSleeping(process, &$0) }
        task.cancel()
        let error = await #expect(throws: PostgresError.self) { try await task.value }
        #expect(error?.code == .cancelled)
    }

    @Test func `a cancelled task stops the first statement`() async throws {
        let options = try await ServerFixture.options()
        let task = Task(executorPreference: OwnQueue("first")) {
            try await ConnectionBeginning { options }.read { connection in
                _ = try connection.execute("SELECT pg_sleep(601)")
            }
        }
        let process = try await Self.processOfFirst("SELECT pg_sleep(601)")
        try await ServerFixture.withConnection { try waitUntilSleeping(process, &$0) }
        task.cancel()
        let error = await #expect(throws: PostgresError.self) { try await task.value }
        #expect(error?.code == .cancelled)
    }

    @Test func `a session that is ended in the first statement is a lost connection`() async throws
    {
        let options = try await ServerFixture.options()
        let task = Task(executorPreference: OwnQueue("ended")) {
            try await ConnectionBeginning { options }.read { connection in
                _ = try connection.execute("SELECT pg_sleep(602)")
            }
        }
        let process = try await Self.processOfFirst("SELECT pg_sleep(602)")
        try await ServerFixture.withConnection { connection in
            try waitUntilSleeping(process, &connection)
            _ = try connection.execute("SELECT pg_terminate_backend(\(Int32(process)))")
        }
        let error = await #expect(throws: PostgresError.self) { try await task.value }
        #expect(error?.code == .connectionLost)
        #expect(error?.sqlState == "57P01")
    }

    /// The process of the session that runs a statement.
    private static func processOfFirst(_ statement: String) async throws -> Int {
        for _ in 0..<2_400 {
            let found = try await ServerFixture.withConnection { connection in
                try connection.query(
                    "SELECT pid FROM pg_stat_activity WHERE query = \(statement) AND state = 'active'",
                    as: Int32.self)
            }
            if let process = found.first { return Int(process) }
            try await Task.sleep(for: .milliseconds(25))
        }
        throw TestFailure("nobody runs \(statement)")
    }

    @Test func `a failed connection is told when it is used`() async throws {
        let options = try await ServerFixture.options(database: "no_such_database")
        let beginning = ConnectionBeginning { options }
        let error = await #expect(throws: PostgresError.self) {
            try await beginning.read { _ in Issue.record("there is no connection") }
        }
        #expect(error?.code == .connectionFailed)
        #expect(error?.sqlState == .invalidCatalogName)
    }

    private struct NoServer: Error, Equatable {}

    @Test func `what keeps the options from being found is told by every use`() async throws {
        let beginning = ConnectionBeginning { throw NoServer() }
        for _ in 1...2 {
            await #expect(throws: NoServer()) {
                try await beginning.read { _ in Issue.record("no connection") }
            }
        }
    }
}
