import Postgres
import TestSupport
import Testing

/// Statements that are sent together with the one before them.
@Suite struct AheadOfTimeTests {
    private static func read<R: Sendable>(
        _ body: @Sendable (inout Connection) throws -> R
    ) async throws -> R {
        try await ServerFixture.withConnection { connection in
            try connection.transaction(.readOnlyRepeatableRead, body)
        }
    }

    private static func doubled(_ number: Int) -> SQL { "SELECT 2 * \(number)" }

    @Test func `the answer is that of the statement, and the next goes on as ever`() async throws {
        let numbers = try await Self.read { connection in
            try connection.askAhead(Self.doubled(21))
            return [
                try connection.queryOne("SELECT 1", as: Int.self),
                try connection.queryOne(Self.doubled(21), as: Int.self),
                try connection.queryOne("SELECT 3", as: Int.self),
            ]
        }
        #expect(numbers == [1, 42, 3])
    }

    @Test func `of several the answers are read in their order`() async throws {
        let numbers = try await Self.read { connection in
            for number in 1...3 { try connection.askAhead(Self.doubled(number)) }
            var numbers = [try connection.queryOne("SELECT 1", as: Int.self)]
            for number in 1...3 {
                numbers.append(try connection.queryOne(Self.doubled(number), as: Int.self))
            }
            return numbers
        }
        #expect(numbers == [1, 2, 4, 6])
    }

    @Test func `with other values, or after something else, it is asked anew`() async throws {
        let numbers = try await Self.read { connection in
            try connection.askAhead(Self.doubled(21))
            var numbers = [try connection.queryOne("SELECT 1", as: Int.self)]
            numbers.append(try connection.queryOne(Self.doubled(4), as: Int.self))
            numbers.append(try connection.queryOne(Self.doubled(21), as: Int.self))
            return numbers
        }
        #expect(numbers == [1, 8, 42])
    }

    @Test func `what nobody runs is thrown away by a stream, a savepoint and the end`()
        async throws
    {
        let numbers = try await Self.read { connection in
            var numbers: [Int] = []
            try connection.askAhead(Self.doubled(1))
            _ = try connection.execute("SELECT 1")
            try connection.forEachRow("SELECT 5") { numbers.append(try $0.decode(Int.self, at: 0)) }
            try connection.askAhead(Self.doubled(1))
            _ = try connection.execute("SELECT 1")
            try connection.savepoint { connection in
                numbers.append(try connection.queryOne("SELECT 6", as: Int.self))
            }
            try connection.askAhead(Self.doubled(1))
            numbers.append(try connection.queryOne("SELECT 7", as: Int.self))
            return numbers
        }
        #expect(numbers == [5, 6, 7])
    }

    @Test func `a failure before it is told as itself, and the connection can be used`()
        async throws
    {
        try await ServerFixture.withConnection { connection in
            let error = try postgresError {
                try connection.transaction(.readOnly) { connection in
                    try connection.askAhead(Self.doubled(1))
                    _ = try connection.execute("SELECT 1/0")
                }
            }
            #expect(error.sqlState == "22012")
            #expect(try connection.queryOne("SELECT 1", as: Int.self) == 1)
        }
    }

    @Test(arguments: [true, false])
    func `its own failure is told by who runs it, else by the end of the transaction`(
        isRun: Bool
    ) async throws {
        try await ServerFixture.withConnection { connection in
            let failing: SQL = "SELECT 1/0"
            let error = try postgresError {
                try connection.transaction(.readOnly) { connection in
                    try connection.askAhead(failing)
                    _ = try connection.execute("SELECT 1")
                    if isRun { _ = try connection.execute(failing) }
                }
            }
            if isRun {
                #expect(error.sqlState == "22012")
            } else {
                #expect(error.code == .commitFailed)
                #expect((error.underlying as? PostgresError)?.sqlState == "22012")
            }
            #expect(try connection.queryOne("SELECT 1", as: Int.self) == 1)
        }
    }

    @Test func `outside of a transaction nothing is sent ahead`() async throws {
        try await ServerFixture.withConnection { connection in
            try connection.askAhead(Self.doubled(1))
            #expect(try connection.queryOne("SELECT 1", as: Int.self) == 1)
            #expect(try connection.queryOne(Self.doubled(1), as: Int.self) == 2)
        }
    }

    @Test func `it goes with BEGIN and the first statement of a reading`() async throws {
        let options = try await ServerFixture.options()
        let numbers = try await ConnectionBeginning { options }.read { connection in
            try connection.askAhead(Self.doubled(21))
            return [
                try connection.queryOne("SELECT 1", as: Int.self),
                try connection.queryOne(Self.doubled(21), as: Int.self),
            ]
        }
        #expect(numbers == [1, 42])
    }

    @Test func `a session that is ended in the middle is a lost connection`() async throws {
        let error = try await ServerFixture.withConnection { connection in
            try postgresError {
                try connection.transaction(.readOnly) { connection in
                    try connection.askAhead(Self.doubled(1))
                    _ = try connection.execute("SELECT pg_terminate_backend(pg_backend_pid())")
                    _ = try connection.execute(Self.doubled(1))
                }
            }
        }
        #expect(error.code == .connectionLost, "\(error)")
    }

    @Test func `what is left running goes on while nobody waits, and the next waits for it`()
        async throws
    {
        let options = try await ServerFixture.options()
        try await ServerFixture.withConnection { connection in
            var watcher = try Connection(options)
            let sums = try connection.transaction { connection in
                let process = try connection.queryOne("SELECT pg_backend_pid()", as: Int32.self)
                try connection.execute("CREATE TEMPORARY TABLE number (number int) ON COMMIT DROP")
                try connection.leaveRunning(
                    "INSERT INTO number SELECT 21 FROM pg_sleep(1)")
                // It takes the server a moment to begin.
                let started = ContinuousClock.now
                var state = ""
                while state != "active", started.duration(to: .now) < .milliseconds(800) {
                    state = try watcher.queryOne(
                        "SELECT state FROM pg_stat_activity WHERE pid = \(process)", as: String.self
                    )
                }
                #expect(state == "active")
                let first = try connection.queryOne("SELECT sum(number) FROM number", as: Int.self)
                try connection.leaveRunning("INSERT INTO number VALUES (21)")
                try connection.leaveRunning("INSERT INTO number VALUES (42)")
                return [
                    first, try connection.queryOne("SELECT sum(number) FROM number", as: Int.self),
                ]
            }
            #expect(sums == [21, 84])
            #expect(try connection.queryOne("SELECT 1", as: Int.self) == 1)
        }
    }

    @Test(arguments: [true, false])
    func `the failure of what is left running ends the transaction`(isFollowed: Bool) async throws {
        try await ServerFixture.withConnection { connection in
            let error = try postgresError {
                try connection.transaction { connection in
                    try connection.leaveRunning("SELECT 1/0")
                    if isFollowed { _ = try connection.execute("SELECT 1") }
                }
            }
            let cause = isFollowed ? error : error.underlying as? PostgresError
            #expect(cause?.sqlState == "22012", "\(error)")
            #expect(error.code == (isFollowed ? cause?.code : .commitFailed))
            #expect(try connection.queryOne("SELECT 1", as: Int.self) == 1)
        }
    }

    @Test func `nothing is left running outside of a transaction`() async throws {
        try await ServerFixture.withConnection { connection in
            let error = try postgresError { try connection.leaveRunning("SELECT 1") }
            #expect(error.code == .protocolMisuse)
        }
    }
}
