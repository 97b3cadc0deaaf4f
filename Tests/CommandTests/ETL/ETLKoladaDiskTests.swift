import SystemPackage
import TestSupport
import Testing

/// Kolada with a disk that is full, snapshots that were damaged, and two runs at once.
@Suite struct ETLKoladaDiskTests {
    private static let figures: KoladaStandIn.Figures = [
        "N90001 0180 2022 T": "10.5", "N90001 0182 2022 T": "20.5", "N90002 0182 2022 T": "1.5",
    ]

    private static func with<R: Sendable>(
        _ body: @Sendable (ETLBench, KoladaStandIn) async throws -> R
    ) async throws -> R {
        try await ETLBench.with { bench in
            let service = try KoladaStandIn(figures)
            defer { service.stop() }
            var bench = bench
            bench.tool.environment["RIKTMARKE_KOLADA_URL"] = service.address
            bench.tool.environment["RIKTMARKE_SNAPSHOTS"] =
                bench.folder.appending("snapshots").string
            return try await body(bench, service)
        }
    }

    private static func sync(_ bench: ETLBench) async throws {
        let result = try await bench.tool.run(["run", "kolada", "--rate", "1000"])
        guard result.status == 0 else { throw TestFailure("\(result)") }
    }

    private static func files(_ bench: ETLBench, _ pattern: String) async throws -> [String] {
        try await Shell.run(
            "find \"$1\" -type f -name \"$2\" | sort", bench.folder.appending("snapshots"), pattern
        ).split(separator: "\n").map(String.init)
    }

    @Test func `answers that cannot be kept are not loaded, and what was kept stays`() async throws
    {
        try await Self.with { bench, service in
            try await Self.sync(bench)
            let before = try await bench.digest()
            let kept = try await Self.files(bench, "*.tsv")
            service.change { $0["N90001 0182 2022 T"] = "21.5" }
            // No file may grow beyond a block: what a full disk is to a program that writes.
            var limited = CommandRunner(program: "/bin/sh")
            limited.environment = bench.tool.environment
            limited.folder = bench.folder
            let result = try await limited.run([
                "-c", "trap '' XFSZ; ulimit -f 1; exec \"$@\"", "sh", bench.tool.program.string,
                "run", "kolada", "--rate", "1000",
            ])
            #expect(result.status == 74, "\(result)")
            #expect(result.errors.contains("snapshots"), "\(result)")
            #expect(try await bench.digest() == before)
            #expect(try await Self.files(bench, "*.tsv") == kept)

            try await Self.sync(bench)
            #expect(try await bench.digest() != before)
        }
    }

    @Test func `a server without room loads nothing of it and says that its disk is full`()
        async throws
    {
        try await Self.with { bench, service in
            try await Self.sync(bench)
            let before = try await bench.digest()
            service.change { figures in
                figures["N90001 0182 2022 T"] = "21.5"
                figures["N90003 0182 2022 T"] = "3.5"
            }
            for table in ["staging.slice_value", "dw.fact_outcome", "etl.load_slice"] {
                try await bench.database.psql(
                    """
                    CREATE OR REPLACE FUNCTION public.fill() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN RAISE 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
                    CREATE TRIGGER fill AFTER INSERT ON \(table) FOR EACH STATEMENT EXECUTE FUNCTION public.fill()
                    """)
                let result = try await bench.tool.run(
                    ["run", "kolada", "--rate", "1000", "--log", "none"])
                #expect(result.status == 74, "\(table): \(result)")
                #expect(result.errors.contains("No space left on device"), "\(table): \(result)")
                #expect(try await bench.digest() == before)
                try await bench.database.psql("DROP TRIGGER fill ON \(table)")
            }
            try await Self.sync(bench)
            #expect(try await bench.digest() != before)
        }
    }

    @Test func `a snapshot that was cut or altered is told and not loaded, and fetching mends it`()
        async throws
    {
        try await Self.with { bench, service in
            try await Self.sync(bench)
            let answers = try await Self.files(bench, "*.gz")
            let manifest = try #require(try await Self.files(bench, "*.tsv").first)
            // The figures are others by now, so that a load of the snapshot would be seen.
            service.change { $0["N90001 0182 2022 T"] = "21.5" }
            try await Self.sync(bench)
            let before = try await bench.digest()
            let name = String(FilePath(manifest).stem ?? "")
            let data = try #require(try await Self.data(of: answers))
            let harms = [
                ("printf '{}' | gzip >\"$1\"", data, "wrong-digest"),
                ("truncate -s -9 \"$1\"", data, "damaged"),
                ("truncate -s 0 \"$1\"", data, "wrong-digest"),
                ("rm \"$1\"", data, "not-found"),
                ("sed -i '$d' \"$1\"", manifest, "cut-off"),
                ("echo x >\"$1\"", manifest, "unknown-manifest"),
            ]
            for (harm, file, code) in harms {
                try await Shell.run("cp \"$1\" \"$2/saved\"", file, bench.folder)
                try await Shell.run(harm, file)
                let result = try await bench.run("run", "kolada", "--snapshot", name)
                #expect(result.status == (code == "not-found" ? 66 : 65), "\(harm): \(result)")
                #expect(result.errors.contains("snapshot.\(code)"), "\(harm): \(result)")
                #expect(result.errors.contains(file), "\(harm): \(result)")
                #expect(try await bench.digest() == before, "\(harm)")
                try await Shell.run("cp \"$2/saved\" \"$1\"", file, bench.folder)
            }
            let whole = try await bench.run("run", "kolada", "--snapshot", name)
            #expect(whole.status == 0, "\(whole)")
            #expect(try await bench.digest() != before)

            // The same answer, fetched again, takes the place of a kept one that was damaged.
            let older = try await bench.digest()
            service.change { $0["N90001 0182 2022 T"] = "20.5" }
            try await Shell.run("printf '{}' | gzip >\"$1\"", data)
            try await Self.sync(bench)
            #expect(try await bench.digest() == older)
        }
    }

    /// Which of some kept answers holds values.
    private static func data(of files: [String]) async throws -> String? {
        for file in files {
            let count = try await Shell.run("gunzip -c \"$1\" | grep -c '\"kpi\":' || true", file)
            if count != "0" { return file }
        }
        return nil
    }

    @Test func `the second of two runs ends with 75 while the first one fetches`() async throws {
        try await Self.with { bench, service in
            service.fail("/data/", .answer("{}", status: "500 Internal Server Error"))
            let first = try await bench.tool.start(["run", "kolada", "--rate", "1000"]) { _ in
                for _ in 0..<600 where !service.requests.contains(where: { $0.contains("/data/") })
                {
                    try await Task.sleep(for: .milliseconds(50))
                }
                for arguments in [["run", "kolada"], ["run", "--all"]] {
                    let second = try await bench.tool.run(arguments)
                    #expect(second.status == 75, "\(second)")
                    #expect(second.errors.contains("run.locked"), "\(second)")
                }
                service.fail("/data/", nil)
            }
            #expect(first.status == 0, "\(first.errors)")
            let stored = try await bench.database.psql(
                "SELECT count(*) FROM mart.outcome_all_sources WHERE source = 'kolada'")
            #expect(stored == "3")
        }
    }
}
