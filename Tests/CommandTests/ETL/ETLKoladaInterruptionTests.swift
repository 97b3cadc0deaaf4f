import Subprocess
import TestSupport
import Testing

/// Runs of Kolada that are ended, or meet another one.
@Suite struct ETLKoladaInterruptionTests {
    private static func pause(_ night: KoladaNight, at event: String) async throws {
        try await night.bench.database.psql(
            """
            CREATE OR REPLACE FUNCTION public.pause() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN PERFORM pg_sleep(60); RETURN NULL; END $$
            """)
        try await night.bench.database.psql(
            "CREATE TRIGGER pause \(event) FOR EACH STATEMENT EXECUTE FUNCTION public.pause()")
    }

    /// Waits until the stand-in is asked for values.
    private static func waitForRequest(_ night: KoladaNight) async throws {
        for _ in 0..<600 where night.asked().isEmpty {
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    @Test(arguments: [
        "AFTER INSERT ON etl.load_file", "AFTER INSERT ON staging.slice_value",
        "AFTER INSERT ON dw.fact_outcome", "AFTER INSERT ON etl.load_slice",
        "AFTER UPDATE ON etl.load",
    ])
    func
        `SIGTERM during the load ends with 143, rolls back what is open, and the next run loads it`(
            moment: String
        ) async throws
    {
        try await KoladaNight.with { night in
            let before = try await night.bench.digest()
            try await Self.pause(night, at: moment)
            let ended = try await night.bench.start(
                ["run", "kolada", "--metrics", "kolada.prom"]
            ) { send in
                try await night.bench.database.waitForSession(where: "wait_event = 'PgSleep'")
                try send(.terminate)
            }
            #expect(ended.status == 143, "\(ended.errors)")
            #expect(try await night.bench.digest() == before)
            let told = try KoladaNight.objects(ended.errors)
            #expect(told.last?["exit_status"] as? Int == 143, "\(ended.errors)")
            #expect(
                try await night.text(of: "kolada.prom").contains(
                    "riktmarke_run_exit_status{job=\"kolada\"} 143\n"))
            try await night.bench.database.psql(
                "DROP TRIGGER pause ON \(moment.split(separator: " ")[3])")
            let again = try await night.run()
            #expect(again.contains("\"read\":11,\"new\":11,"), "\(again)")
            #expect(try await night.bench.run("migrate").status == 0)
            #expect(try await night.bench.run("doctor", "--data").status == 0)
        }
    }

    @Test func `SIGTERM while Kolada is slow ends with 143, keeps what was committed before`()
        async throws
    {
        try await KoladaNight.with { night in
            _ = try await night.run()
            let before = try await night.bench.digest()
            night.service.change { $0["N90001 0182 2022 T"] = "99.5" }
            night.service.fail("/data/", SmallServer.Reply(bytes: [], delay: 60_000))
            let count = night.service.requests.count
            let ended = try await night.bench.start(["run", "kolada"]) { send in
                for _ in 0..<600 where night.asked(since: count).isEmpty {
                    try await Task.sleep(for: .milliseconds(50))
                }
                try send(.terminate)
            }
            #expect(ended.status == 143, "\(ended.errors)")
            #expect(try await night.bench.digest() == before)
            night.service.fail("/data/", nil)
            let again = try await night.run("--full")
            #expect(again.contains("\"changed\":1,"), "\(again)")
        }
    }

    @Test func `a second run ends at once with 75, while the first fetches and while it loads`()
        async throws
    {
        try await KoladaNight.with { night in
            night.service.fail("/data/", SmallServer.Reply(bytes: [], delay: 20_000))
            let fetching = try await night.bench.start(["run", "kolada"]) { send in
                try await Self.waitForRequest(night)
                // Its own Kolada: the first one's may be asked again while this one starts slowly.
                let elsewhere = try KoladaStandIn([:])
                defer { elsewhere.stop() }
                var tool = night.bench.tool
                tool.environment["RIKTMARKE_KOLADA_URL"] = elsewhere.address
                for arguments in [["run", "kolada"], ["plan", "kolada"], ["run", "--all"]] {
                    let second = try await tool.run(arguments)
                    #expect(second.status == 75, "\(second)")
                    #expect(second.errors.contains("run.locked"), "\(second)")
                }
                // It does not trouble Kolada either.
                #expect(elsewhere.requests == [])
                try send(.terminate)
            }
            #expect(fetching.status == 143, "\(fetching.errors)")
            night.service.fail("/data/", nil)
            try await Self.pause(night, at: "AFTER INSERT ON staging.slice_value")
            let loading = try await night.bench.start(["run", "kolada"]) { send in
                try await night.bench.database.waitForSession(where: "wait_event = 'PgSleep'")
                let second = try await night.bench.run("run", "kolada")
                #expect(second.status == 75, "\(second)")
                try send(.terminate)
            }
            #expect(loading.status == 143, "\(loading.errors)")
        }
    }
}
