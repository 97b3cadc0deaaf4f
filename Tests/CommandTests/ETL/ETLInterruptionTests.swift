import Subprocess
import SystemPackage
import TestSupport
import Testing

/// Loads that are interrupted, killed, or meet another one.
@Suite struct ETLInterruptionTests {
    /// Makes the server wait in the middle of a load, after the given event.
    private static func pause(_ bench: ETLBench, at event: String) async throws {
        try await bench.database.psql(
            """
            CREATE OR REPLACE FUNCTION public.pause() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN PERFORM pg_sleep(60); RETURN NULL; END $$
            """)
        try await bench.database.psql(
            "CREATE TRIGGER pause \(event) FOR EACH STATEMENT EXECUTE FUNCTION public.pause()")
    }

    static let moments = [
        "AFTER INSERT ON etl.load_file", "AFTER INSERT ON staging.observation",
        "AFTER INSERT ON dw.fact_outcome", "AFTER UPDATE ON etl.load",
    ]

    @Test(arguments: moments, ["INT", "TERM"])
    func `SIGINT and SIGTERM end a load with 130 and 143, and nothing of it is loaded`(
        moment: String, signal: String
    ) async throws {
        try await ETLBench.with { bench in
            try bench.writeSource(["U33461;Lund;2017;70", "U33461;Umeå;2017;71"])
            let before = try await bench.digest()
            try await Self.pause(bench, at: moment)
            let ended = try await bench.start(["run", "own"]) { send in
                try await bench.database.waitForSession(where: "wait_event = 'PgSleep'")
                try send(signal == "INT" ? .interrupt : .terminate)
            }
            #expect(ended.status == (signal == "INT" ? 130 : 143), "\(ended.errors)")
            #expect(ended.errors.contains("program.interrupted"), "\(ended.errors)")
            #expect(try await bench.digest() == before)
            try await bench.database.psql(
                "DROP TRIGGER pause ON \(moment.split(separator: " ")[3])")
            // The ledger does not claim that the program failed.
            let run = try await bench.database.psql(
                "SELECT exit_status IS NULL OR exit_status >= 130 FROM etl.run ORDER BY run_key DESC LIMIT 1"
            )
            #expect(run == "t")
            let again = try await bench.run("run", "own")
            #expect(again.status == 0, "\(again)")
            let lund = try await bench.database.psql(
                "SELECT value FROM mart.outcome WHERE municipality = 'Lund'")
            #expect(lund == "70")
        }
    }

    @Test func `of two runs at once the second ends with 75 and changes nothing`() async throws {
        try await ETLBench.with { bench in
            try bench.writeSource(["U33461;Lund;2017;70"])
            try await Self.pause(bench, at: "AFTER INSERT ON dw.fact_outcome")
            let first = try await bench.start(["run", "own"]) { send in
                try await bench.database.waitForSession(where: "wait_event = 'PgSleep'")
                for arguments in [["run", "--all"], ["plan", "own"]] {
                    let second = try await bench.tool.run(arguments)
                    #expect(second.status == 75, "\(second)")
                    #expect(second.errors.contains("run.locked"), "\(second)")
                }
                // Reading goes on meanwhile; the source has not succeeded yet.
                let status = try await bench.run("status")
                #expect(status.status == 1, "\(status)")
                #expect(status.errors == "", "\(status)")
                try await bench.database.psql(
                    "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
                )
            }
            #expect(first.status == 75, "\(first.errors)")
        }
    }

    @Test
    func
        `a load killed at any moment leaves no half of it, and the next run is as if nothing had been`()
        async throws
    {
        let rows = 52_000
        let undisturbed = try await ETLBench.with { bench in
            try await bench.writeLargeSource(rows: rows)
            let result = try await bench.run("run", "own")
            guard result.status == 0 else { throw TestFailure("\(result)") }
            return try await bench.digest()
        }
        try await ETLBench.with { bench in
            try await bench.writeLargeSource(rows: rows)
            let before = try await bench.digest()
            var random = SplitMix64(seed: 182)
            var killed = 0
            for _ in 0..<6 {
                let delay = Int(random.next() % 3_000)
                let ended = try await bench.start(["run", "own"]) { send in
                    try await Task.sleep(for: .milliseconds(delay))
                    // It may have ended already, with 75 while the last one's session is being ended.
                    try? send(.kill)
                }
                if ended.status == 128 + 9 { killed += 1 }
                let now = try await bench.digest()
                #expect(now == before || now == undisturbed, "killed after \(delay) ms: \(ended)")
            }
            #expect(killed > 0)
            // The server notices in its own time that a client is gone.
            var result = try await bench.run("run", "own")
            for _ in 0..<100 where result.status == 75 {
                try await Task.sleep(for: .milliseconds(100))
                result = try await bench.run("run", "own")
            }
            #expect(result.status == 0, "\(result)")
            #expect(try await bench.digest() == undisturbed)
            #expect(try await bench.run("migrate").status == 0)
            let healthy = try await bench.run("doctor", "--data")
            #expect(healthy.status == 0, "\(healthy)")
        }
    }
}

extension ETLBench {
    /// Runs the tool to its end while a body does something to it.
    func start(
        _ arguments: [String],
        _ body: @escaping @Sendable (@Sendable (Signal) throws -> Void) async throws -> Void
    ) async throws -> (status: Int32, errors: String) {
        try await tool.start(arguments, body)
    }
}
