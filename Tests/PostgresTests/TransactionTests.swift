import Postgres
import Testing

@Suite struct TransactionTests {
    private struct Stop: Error, Equatable { var why = "" }

    /// A connection with a table of numbers.
    private func withTable<R: Sendable>(
        _ body: @Sendable (inout Connection) throws -> R
    ) async throws -> R {
        try await ServerFixture.withConnection { connection in
            try connection.execute(
                "CREATE TEMP TABLE t (a int UNIQUE DEFERRABLE INITIALLY DEFERRED)")
            return try body(&connection)
        }
    }

    @Test func `a transaction that returns is kept`() async throws {
        let (result, rows) = try await withTable { connection in
            let result = try connection.transaction { connection in
                try connection.execute("INSERT INTO t VALUES (1)")
                return "done"
            }
            return (result, try connection.query("SELECT a FROM t", as: Int.self))
        }
        #expect(result == "done")
        #expect(rows == [1])
    }

    @Test func `a transaction that throws is undone, and its error comes out`() async throws {
        try await withTable { connection in
            let error = #expect(throws: Stop.self) {
                try connection.transaction { connection in
                    try connection.execute("INSERT INTO t VALUES (1)")
                    throw Stop(why: "changed my mind")
                }
            }
            #expect(error == Stop(why: "changed my mind"))
            let rows = try connection.query("SELECT a FROM t", as: Int.self)
            #expect(rows.isEmpty)
        }
    }

    @Test func `an inner transaction is undone alone`() async throws {
        let rows = try await withTable { connection in
            try connection.transaction { connection in
                try connection.execute("INSERT INTO t VALUES (1)")
                _ = try? connection.transaction { connection in
                    try connection.execute("INSERT INTO t VALUES (2)")
                    try connection.savepoint { connection in
                        try connection.execute("INSERT INTO t VALUES (3)")
                    }
                    throw Stop()
                }
                try connection.savepoint { connection in
                    try connection.execute("INSERT INTO t VALUES (4)")
                    let error = try? postgresError {
                        try connection.savepoint { connection in
                            try connection.execute("SELECT 1/0")
                        }
                    }
                    #expect(error?.sqlState == "22012")
                    try connection.execute("INSERT INTO t VALUES (5)")
                }
            }
            return try connection.query("SELECT a FROM t ORDER BY a", as: Int.self)
        }
        #expect(rows == [1, 4, 5])
    }

    @Test func `a savepoint whose statement failed is undone even if the error is hidden`()
        async throws
    {
        let rows = try await withTable { connection in
            try connection.transaction { connection in
                let error = try postgresError {
                    try connection.savepoint { connection in
                        try connection.execute("INSERT INTO t VALUES (1)")
                        _ = try? connection.execute("SELECT 1/0")
                    }
                }
                #expect(error.code == .commitFailed)
                #expect((error.underlying as? PostgresError)?.sqlState == "22012")
                try connection.execute("INSERT INTO t VALUES (2)")
            }
            return try connection.query("SELECT a FROM t", as: Int.self)
        }
        #expect(rows == [2])
    }

    @Test func `a COMMIT that the server answers with ROLLBACK is an error`() async throws {
        try await withTable { connection in
            let error = try postgresError {
                try connection.transaction { connection in
                    try connection.execute("INSERT INTO t VALUES (1)")
                    _ = try? connection.execute("SELECT 1/0")
                }
            }
            #expect(error.code == .commitFailed)
            #expect(error.sqlState == .inFailedTransaction)
            #expect((error.underlying as? PostgresError)?.sqlState == "22012")
            let rows = try connection.query("SELECT a FROM t", as: Int.self)
            #expect(rows.isEmpty)
        }
    }

    @Test func `a constraint checked at COMMIT makes the commit fail`() async throws {
        try await withTable { connection in
            let error = try postgresError {
                try connection.transaction { connection in
                    try connection.execute("INSERT INTO t VALUES (1), (1)")
                }
            }
            #expect(error.code == .commitFailed)
            #expect(error.sqlState == .uniqueViolation)
            let rows = try connection.query("SELECT a FROM t", as: Int.self)
            #expect(rows.isEmpty)
        }
    }

    @Test func `read-only transactions refuse to write`() async throws {
        try await withTable { connection in
            for mode in [TransactionMode.readOnly, .readOnlyRepeatableRead] {
                let error = try postgresError {
                    try connection.transaction(mode) { connection in
                        try connection.execute("CREATE TABLE forbidden ()")
                    }
                }
                #expect(error.sqlState == .readOnlyTransaction)
            }
            let inner = try connection.transaction { connection in
                let error = try postgresError {
                    try connection.transaction(.readOnly) { connection in
                        try connection.execute("CREATE TABLE forbidden ()")
                    }
                }
                try connection.execute("INSERT INTO t VALUES (1)")
                return error
            }
            #expect(inner.sqlState == .readOnlyTransaction)
        }
    }

    @Test func `modes are what they say`() async throws {
        let modes = try await ServerFixture.withConnection { connection in
            try [TransactionMode.readWrite, .readOnly, .readOnlyRepeatableRead].map { mode in
                try connection.transaction(mode) { connection in
                    try connection.queryOne(
                        """
                        SELECT current_setting('transaction_isolation') || ' '
                            || current_setting('transaction_read_only')
                        """, as: String.self)
                }
            }
        }
        #expect(modes == ["read committed off", "read committed on", "repeatable read on"])
    }

    @Test(arguments: [
        (TransactionMode.readOnly, TransactionMode.readWrite),
        (.readOnlyRepeatableRead, .readWrite), (.readWrite, .readOnlyRepeatableRead),
        (.readOnly, .readOnlyRepeatableRead),
    ])
    func `an inner transaction cannot ask for more than the outer`(
        outer: TransactionMode, inner: TransactionMode
    ) async throws {
        let error = try await ServerFixture.withConnection { connection in
            try postgresError {
                try connection.transaction(outer) { connection in
                    try connection.transaction(inner) { _ in }
                }
            }
        }
        #expect(error.code == .protocolMisuse)
    }

    @Test func `a savepoint alone is refused`() async throws {
        let error = try await ServerFixture.withConnection { connection in
            try postgresError { try connection.savepoint { _ in } }
        }
        #expect(error.code == .protocolMisuse)
    }

    @Test(arguments: ["BEGIN", "SELECT 1; BEGIN; CREATE TABLE left_over ()"])
    func `a transaction begun by hand does not stay open`(text: String) async throws {
        try await ServerFixture.withConnection { connection in
            let error = try postgresError { try connection.runScript(text) }
            #expect(error.code == .protocolMisuse)
            let count = try connection.transaction { connection in
                try connection.queryOne(
                    "SELECT count(*) FROM pg_class WHERE relname = 'left_over'", as: Int.self)
            }
            #expect(count == 0)
        }
    }

    @Test func `a script may bring its own transaction`() async throws {
        let rows = try await withTable { connection in
            try connection.runScript("BEGIN; INSERT INTO t VALUES (1); COMMIT")
            let error = try postgresError {
                try connection.runScript("BEGIN; INSERT INTO t VALUES (2); SELECT 1/0; COMMIT")
            }
            #expect(error.sqlState == "22012")
            return try connection.query("SELECT a FROM t", as: Int.self)
        }
        #expect(rows == [1])
    }

    @Test(arguments: ["COMMIT", "ROLLBACK"])
    func `a transaction ended by hand is an error, and nothing more is written`(
        text: String
    ) async throws {
        try await withTable { connection in
            let error = try postgresError {
                try connection.transaction { connection in
                    try connection.execute("INSERT INTO t VALUES (1)")
                    _ = try? connection.runScript(text)
                    _ = try? connection.execute("INSERT INTO t VALUES (2)")
                }
            }
            #expect(error.code == .protocolMisuse)
            let rows = try connection.query("SELECT a FROM t WHERE a = 2", as: Int.self)
            #expect(rows.isEmpty)
        }
    }

    @Test func `two transactions in deadlock: one is told, the other goes on`() async throws {
        try await ServerFixture.withDatabase { options in
            let first = try await Session(options)
            let second = try await Session(options)
            try await first.withConnection { connection in
                try connection.runScript(
                    "CREATE TABLE t (a int PRIMARY KEY, n int); INSERT INTO t VALUES (1, 0), (2, 0)"
                )
            }
            let gate = Gate(count: 2)
            @Sendable func update(_ session: Session, _ rows: (Int, Int)) async -> PostgresError? {
                do {
                    try await session.withConnection { connection in
                        try connection.transaction { connection in
                            try connection.execute("UPDATE t SET n = n + 1 WHERE a = \(rows.0)")
                            gate.arriveAndWait()
                            try connection.execute("UPDATE t SET n = n + 1 WHERE a = \(rows.1)")
                        }
                    }
                    return nil
                } catch {
                    return error as? PostgresError
                }
            }
            async let one = update(first, (1, 2))
            async let two = update(second, (2, 1))
            let errors = await [one, two].compactMap(\.self)
            #expect(errors.count == 1)
            #expect(errors.first?.sqlState == .deadlockDetected)
            #expect(errors.first?.detail?.contains("waits for") == true)
            let sums = try await first.withConnection { connection in
                try connection.query("SELECT n FROM t ORDER BY a", as: Int.self)
            }
            #expect(sums == [1, 1])
        }
    }
}
