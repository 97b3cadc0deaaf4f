import SystemPackage
import TestSupport
import Testing

/// The private cluster, from the outside: every test has a data folder of its own.
@Suite(.serialized) struct ETLServerTests {
    /// The tool with a private cluster; ``ScratchCluster`` clears it away, however the test ends.
    private static func tool(_ scratch: ScratchCluster) throws -> CommandRunner {
        var tool = try CommandRunner("riktmarke-etl")
        tool.environment["RIKTMARKE_DATA"] = "\(scratch.temporary.path)/data"
        tool.environment["RIKTMARKE_LANG"] = "en"
        tool.folder = ETLBench.repository
        return tool
    }

    @Test func `start, load, back up, break, restore, stop`() async throws {
        let scratch = try await ScratchCluster()
        let tool = try Self.tool(scratch)
        let absent = try await tool.run(["server", "status"])
        #expect(absent.status == 1, "\(absent)")
        #expect(absent.output.contains("not made yet"), "\(absent)")
        let started = try await tool.run(["server", "start"])
        #expect(started.status == 0, "\(started)")
        let running = try await tool.run(["server", "status"])
        #expect(running.status == 0 && running.output.contains("running (process "), "\(running)")
        let conninfo = try await tool.run(["server", "status", "--conninfo"])
        #expect(
            conninfo.output.hasPrefix("host='") && conninfo.output.hasSuffix("\n"), "\(conninfo)")

        for arguments in [["migrate"], ["run", "--all"], ["doctor", "--data"]] {
            let result = try await tool.run(arguments)
            #expect(result.status == 0, "\(result)")
        }
        let count = "SELECT count(*) FROM mart.outcome_all_sources"
        let loaded = try await scratch.psql(count)
        #expect(loaded != "0")
        let backup = "\(scratch.temporary.path)/backup"
        let written = try await tool.run(["server", "backup", backup])
        #expect(written.status == 0, "\(written)")
        try await scratch.psql("TRUNCATE dw.fact_outcome")
        #expect(try await scratch.psql(count) == "0")
        let restored = try await tool.run(["server", "restore", backup])
        #expect(restored.status == 0, "\(restored)")
        #expect(try await scratch.psql(count) == loaded)
        // What was restored is complete: nothing to migrate, nothing to load.
        let migrated = try await tool.run(["migrate"])
        #expect(migrated.errors.contains("nothing to do"), "\(migrated)")
        let run = try await tool.run(["run", "--all"])
        #expect(run.output.contains("nothing to do"), "\(run)")

        let stopped = try await tool.run(["server", "stop"])
        #expect(stopped.status == 0 && stopped.errors.contains("is stopped"), "\(stopped)")
        let again = try await tool.run(["server", "stop"])
        #expect(again.status == 0 && again.errors.contains("was not running"), "\(again)")
        let status = try await tool.run(["server", "status"])
        #expect(status.status == 1 && status.output.contains("stopped"), "\(status)")
        // A command that needs it starts it.
        let woken = try await tool.run(["status"])
        #expect(woken.status == 0, "\(woken)")
        try await scratch.discard()
    }

    @Test func `a file that is no backup is refused, and the database stays`() async throws {
        let scratch = try await ScratchCluster.made()
        let tool = try Self.tool(scratch)
        for arguments in [["migrate"], ["run", "--all"]] {
            let result = try await tool.run(arguments)
            #expect(result.status == 0, "\(result)")
        }
        let file = "\(scratch.temporary.path)/no-backup"
        try await Shell.run("echo no backup > \"$1\"", file)
        let refused = try await tool.run(["server", "restore", file])
        #expect(refused.status != 0 && refused.status != 70, "\(refused)")
        let absent = try await tool.run(["server", "restore", "/nonexistent/file"])
        #expect(absent.status != 0 && absent.status != 70, "\(absent)")
        let unwritable = try await tool.run(["server", "backup", "/nonexistent/folder/file"])
        #expect(unwritable.status != 0 && unwritable.status != 70, "\(unwritable)")
        #expect(try await scratch.psql("SELECT count(*) > 0 FROM mart.outcome") == "t")
        try await scratch.discard()
    }

    /// QUIT stops the server at once, as a power cut does; what is unlogged is empty afterwards.
    @Test(arguments: [
        "AFTER INSERT ON staging.observation", "AFTER INSERT ON dw.fact_outcome",
        "AFTER UPDATE ON etl.load",
    ])
    func
        `a server that is stopped at once in a load: status 69, no half load, and all of it afterwards`(
            moment: String
        ) async throws
    {
        let scratch = try await ScratchCluster.made()
        let tool = try Self.tool(scratch)
        #expect(try await tool.run(["migrate"]).status == 0)
        try await scratch.psql(
            """
            CREATE FUNCTION public.pause() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN PERFORM pg_sleep(60); RETURN NULL; END $$
            """)
        try await scratch.psql(
            "CREATE TRIGGER pause \(moment) FOR EACH STATEMENT EXECUTE FUNCTION public.pause()")
        async let loading = tool.run(["run", "nacka-annual-report-2017"])
        try await Self.waitForPause(scratch)
        try await Shell.run("kill -QUIT $(head -n 1 \"$1/postmaster.pid\")", scratch.data)
        let broken = try await loading
        #expect(broken.status == 69, "\(broken)")
        #expect(broken.errors.contains("database.unreachable"), "\(broken)")

        // The next command starts the server, which recovers.
        let status = try await tool.run(["status"])
        // It answers; whether a load that had hardly begun counts as one is not the matter here.
        #expect(status.errors == "", "\(status)")
        #expect(try await scratch.psql("SELECT count(*) FROM dw.fact_outcome") == "0")
        #expect(try await scratch.psql("SELECT count(*) FROM staging.observation") == "0")
        try await scratch.psql("DROP TRIGGER pause ON \(moment.split(separator: " ")[3])")
        let again = try await tool.run(["run", "--all"])
        #expect(again.status == 0, "\(again)")
        let healthy = try await tool.run(["doctor", "--data"])
        #expect(healthy.status == 0, "\(healthy)")
        #expect(
            try await scratch.psql(
                "SELECT value FROM mart.outcome WHERE indicator_code = 'U33461' AND municipality = 'Solna'"
            )
                == "85")
        try await scratch.discard()
    }

    private static func waitForPause(_ scratch: ScratchCluster) async throws {
        for _ in 0..<400 {
            let waiting = try await scratch.psql(
                "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
            if waiting != "0" { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw TestFailure("the load did not come to its pause")
    }
}
