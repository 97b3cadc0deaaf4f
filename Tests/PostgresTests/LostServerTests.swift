import LocalServer
import Postgres
import TestSupport
import Testing

@Suite struct LostServerTests {
    @Test func `a session ended by an administrator is lost, and says why`() async throws {
        let options = try await ServerFixture.options()
        let victim = try await Session(options)
        let process = try await victim.withConnection { connection in
            try connection.queryOne("SELECT pg_backend_pid()", as: Int.self)
        }
        async let outcome = lossOf(victim)
        try await ServerFixture.withConnection { connection in
            try waitUntilSleeping(process, &connection)
            try connection.execute("SELECT pg_terminate_backend(\(Int32(process)))")
        }
        let (first, second, isBroken) = try await outcome
        #expect(first.code == .connectionLost)
        #expect(first.sqlState == .adminShutdown)
        #expect(second.code == .connectionLost)
        #expect(isBroken)
    }

    /// Sleeps in a transaction until the connection is lost, and tries once more.
    private func lossOf(_ session: Session) async throws -> (PostgresError, PostgresError, Bool) {
        try await session.withConnection { connection in
            let first = try postgresError {
                try connection.transaction { connection in
                    try connection.execute("SELECT pg_sleep(3600)")
                }
            }
            let second = try postgresError { try connection.execute("SELECT 1") }
            let third = try postgresError { try connection.transaction { _ in } }
            #expect(third.code == .connectionLost)
            return (first, second, connection.isBroken)
        }
    }

    /// INT is PostgreSQL's fast shutdown, QUIT the immediate one, without a goodbye.
    @Test(arguments: ["INT", "QUIT"])
    func `a server stopped in the middle of a query, of rows, of a COPY`(
        signal: String
    ) async throws {
        let scratch = try await ScratchCluster.made()
        try await scratch.cluster.start()
        let options = ConnectionOptions(
            target: .conninfo(scratch.cluster.address.conninfo()), applicationName: "PostgresTests")
        let gate = Gate(count: 4)
        @Sendable func loss(
            _ work: @escaping @Sendable (inout Connection) throws -> Void
        ) async throws -> PostgresError.Code {
            let session = try await Session(options)
            return try await session.withConnection { connection in
                try postgresError { try work(&connection) }.code
            }
        }
        async let query = loss { connection in
            gate.arriveAndWait()
            try connection.execute("SELECT pg_sleep(3600)")
        }
        async let rows = loss { connection in
            var count = 0
            try connection.forEachRow("SELECT generate_series(1, 1000000000)") { _ in
                count += 1
                if count == 1000 { gate.arriveAndWait() }
            }
        }
        async let copy = loss { connection in
            try connection.execute("CREATE TEMP TABLE t (a text)")
            let text = String(repeating: "x", count: 100_000)
            try connection.copyIn(into: "t", columns: ["a"]) { writer in
                for number in 0..<1_000_000 {
                    try writer.startRow()
                    try writer.write(text)
                    if number == 10 { gate.arriveAndWait() }
                }
            }
        }
        let watcher = try await Session(options)
        try await watcher.withConnection { connection in
            gate.arriveAndWait()
            try connection.execute("SELECT pg_sleep(0.2)")
        }
        try await Shell.run("kill -s $1 $2", signal, try await scratch.process())
        #expect(try await query == .connectionLost)
        #expect(try await rows == .connectionLost)
        #expect(try await copy == .connectionLost)
        try await scratch.discard()
    }

    @Test func `an idle session that is cut off is found out at the next statement`() async throws {
        try await ServerFixture.withConnection { connection in
            try connection.execute("SET idle_session_timeout = 50")
            pause(milliseconds: 300)
            let error = try postgresError { try connection.execute("SELECT 1") }
            #expect(error.code == .connectionLost)
            #expect(error.sqlState == "57P05")
        }
    }
}

@Suite struct PasswordTests {
    @Test func `right, wrong and missing passwords`() async throws {
        let scratch = try await ScratchCluster.made()
        try await Shell.run(
            """
            file=$1/pg_hba.conf
            { echo 'local all guarded scram-sha-256'; cat "$file"; } > "$file.new"
            cat "$file.new" > "$file"
            """, scratch.data)
        try await scratch.cluster.start()
        try await scratch.psql("CREATE ROLE guarded LOGIN PASSWORD 'rätt lösen'")
        let address = scratch.cluster.address
        @Sendable func attempt(user: String = "guarded", _ password: String?) async throws -> String
        {
            var keywords = Dictionary(
                uniqueKeysWithValues: address.keywords.map { ($0.keyword, $0.value) })
            keywords["user"] = user
            keywords["password"] = password
            keywords["passfile"] = "/nonexistent"
            let session = try await Session(
                ConnectionOptions(target: .keywords(keywords), applicationName: "t"))
            return try await session.withConnection { connection in
                try connection.queryOne("SELECT current_user", as: String.self)
            }
        }
        let user = try await attempt("rätt lösen")
        #expect(user == "guarded")
        let wrong = try await postgresError { _ = try await attempt("s3cret") }
        #expect(wrong.code == .authenticationFailed)
        #expect(wrong.sqlState == .invalidPassword)
        #expect(wrong.hint?.contains("PGPASSWORD") == true)
        #expect(!"\(wrong)".contains("s3cret"))
        let missing = try await postgresError { _ = try await attempt(nil) }
        #expect(missing.code == .authenticationFailed)
        let stranger = try await postgresError { _ = try await attempt(user: "stranger", "x") }
        #expect(stranger.code == .authenticationFailed)
        #expect(stranger.sqlState == "28000")
        try await scratch.discard()
    }
}
