import Subprocess
import SystemPackage
import TestSupport
import Testing

/// Questions that are interrupted while the server is busy with them.
@Suite struct QueryInterruptionTests {
    /// Each waits with three programs and a database of its own.
    private static let turnstile = Turnstile(seats: 2)

    @Test(arguments: ["INT", "TERM"], ["compare", "rank", "trend"])
    func `SIGINT and SIGTERM end a question with 130 and 143, and the server is told`(
        signal: String, command: String
    ) async throws {
        try await Self.turnstile.pass {
            try await Self.interrupt(command, by: signal)
        }
    }

    private static func interrupt(_ command: String, by signal: String) async throws {
        try await EphemeralCluster.shared().withDatabase(template: .query) { database in
            var tool = try CommandRunner("riktmarke")
            tool.environment = [
                "RIKTMARKE_DATABASE_URL": database.conninfo, "RIKTMARKE_LANG": "en",
            ]
            async let lock = database.psql(
                "BEGIN; LOCK TABLE dw.fact_outcome IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(600)")
            try await database.waitForSession(where: "wait_event = 'PgSleep'")
            let runner = tool
            let ended = try await runner.start([command, "U33461", "--kommun", "Nacka"]) { send in
                try await database.waitForSession(where: "wait_event_type = 'Lock'")
                try send(signal == "INT" ? .interrupt : .terminate)
            }
            #expect(ended.status == (signal == "INT" ? 130 : 143), "\(ended.errors)")
            #expect(ended.errors.contains("program.interrupted"), "\(ended.errors)")
            let waiting = try await database.psql(
                """
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock'
                """)
            #expect(waiting == "0")
            try await database.psql(
                "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()"
            )
            _ = try? await lock
        }
    }
}
