import FoundationEssentials
import Pipeline
import Postgres
import TestSupport
import Testing
import Warehouse

/// A run as a whole: several sources, plans, and other runs at the same time.
@Suite struct RunTests {
    @Test func `a dry run says what would happen and leaves nothing at all`() async throws {
        try await Workbench.withShipped { bench in
            // Something to change, to withdraw and to add, in reference data and outcomes.
            _ = try await bench.run()
            try bench.replace("188;U33461;Danderyd;89\n", by: "", in: Self.benchmarks)
            try bench.replace("Nacka;86", by: "Nacka;87", in: Self.benchmarks)
            try bench.replace(
                "checks: { min_rows: 5 }", by: "", in: "etl/nacka-annual-report-2017-benchmarks.yml"
            )
            try bench.replace(
                "sjukfrånvaro totalt,N00090,vardagligt namn", by: "sjuktal,N00090,annat namn",
                in: "seeds/indicator_aliases.csv")
            try bench.writeSource(
                ["U33461;Lund;2017;70", "U33461;Nacak;2017;70"], more: "max_reject_share: 1")
            let before = try await bench.everyRow()
            let report = try await bench.run(isDryRun: true)
            #expect(report.run == nil)
            let benchmarks = report.summary.first { $0.hasPrefix("nacka-annual-report-2017-bench") }
            #expect(
                benchmarks?.contains("read 4 new 0 changed 1 unchanged 3 withdrawn 1") == true)
            #expect(report.summary.contains { $0.hasPrefix("own loaded read 2 new 1") })
            #expect(report.referenceChanges.contains { $0.changed > 0 })
            #expect(try await bench.everyRow() == before)
            // And the run that follows does what was said.
            let real = try await bench.run()
            #expect(real.summary == report.summary)
        }
    }

    @Test func `a dry run of a large first load leaves the indexes as they were`() async throws {
        try await Workbench.withEmpty { bench in
            try bench.writeLargeSource(rows: 51_000)
            let report = try await bench.run(isDryRun: true)
            #expect(report.outcomes.first?.counts.new == 51_000)
            let indexes = try await bench.database.psql(
                "SELECT count(*) FROM pg_index WHERE indrelid = 'dw.fact_outcome'::regclass AND indisvalid"
            )
            #expect(indexes == "3")
            #expect(try await bench.facts() == [])
        }
    }

    @Test func `a source that fails does not stop the others`() async throws {
        try await Workbench.withEmpty { bench in
            try bench.writeSource("a-good", ["U33461;Nacka;2017;86"])
            try bench.writeSource("b-torn", ["U33461;Nacka;2017;86"])
            try bench.write("indicator;value\nU33461;86\n", to: "etl/b-torn.csv")
            try bench.writeSource("c-absent", ["U33461;Nacka;2017;86"])
            try bench.replace(
                "files: ./c-absent.csv", by: "files: ./none.csv", in: "etl/c-absent.yml")
            try bench.writeSource("d-good", ["U33461;Täby;2017;88"])
            let report = try await bench.run()
            #expect(report.outcomes.map(\.state) == [.loaded, .failed, .failed, .loaded])
            #expect(report.outcomes.map { "\($0.exitStatus)" } == ["ok", "data", "noInput", "ok"])
            #expect("\(report.exitStatus)" != "ok")
            #expect(
                try await bench.facts() == [
                    "outcome|U33461|0160|2017|0|d-good|d-good|ok|88",
                    "outcome|U33461|0182|2017|0|a-good|a-good|ok|86",
                ])
        }
    }

    @Test(
        arguments: [
            ("dw.fact_outcome", "INSERT"), ("staging.observation", "INSERT"),
            ("etl.load", "UPDATE"), ("etl.load_file", "INSERT"),
        ])
    func `a source that the database refuses does not stop the others`(
        table: String, event: String
    ) async throws {
        try await Workbench.withEmpty { bench in
            try bench.writeSource("a-good", ["U33461;Nacka;2017;86"])
            try bench.writeSource("b-full", ["U33461;Solna;2017;85", "U33461;Täby;2017;1"])
            try bench.writeSource("c-good", ["U33461;Täby;2017;88"])
            // 53100: what the server says when its disk is full. It hits the second source only.
            try await bench.database.psql(
                """
                CREATE FUNCTION public.fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    IF (SELECT max(load_key) = (SELECT min(load_key) + 1 FROM etl.load) FROM etl.load) THEN
                        RAISE 'could not extend file: No space left on device' USING ERRCODE = '53100';
                    END IF;
                    RETURN NULL;
                END $$
                """)
            try await bench.database.psql(
                """
                CREATE TRIGGER fail AFTER \(event) ON \(table) FOR EACH STATEMENT
                EXECUTE FUNCTION public.fail()
                """)
            let report = try await bench.run()
            #expect(report.outcomes.map(\.state) == [.loaded, .failed, .loaded])
            #expect(report.said.contains("No space left on device"))
            #expect("\(report.exitStatus)" == "inputOutput")
            #expect(
                try await bench.facts() == [
                    "outcome|U33461|0160|2017|0|c-good|c-good|ok|88",
                    "outcome|U33461|0182|2017|0|a-good|a-good|ok|86",
                ])
            // With room on the disk it loads.
            try await bench.database.psql("DROP TRIGGER fail ON \(table)")
            let again = try await bench.run()
            #expect(again.outcomes.map(\.state) == [.unchanged, .loaded, .unchanged])
            #expect(try await bench.faults() == [])
        }
    }

    @Test func `a source that is not in --all runs only when it is named`() async throws {
        try await Workbench.withEmpty { bench in
            try bench.writeSource("a", ["U33461;Nacka;2017;86"])
            try bench.writeSource("b", ["U33461;Täby;2017;88"], more: "in_all: false")
            let all = try await bench.run()
            #expect(all.outcomes.map(\.source) == ["a"])
            let named = try await bench.run(["b"])
            #expect(named.outcomes.map(\.source) == ["b"])
        }
    }

    @Test func `a second run at the same time gives way with status 75`() async throws {
        try await Workbench.withEmpty { bench in
            try bench.writeSource(["U33461;Nacka;2017;86"])
            let other = try await Session(Workbench.options(bench.database))
            try await other.withConnection { try RunLedger.takeLock(&$0) }
            let failure = await failureText { try await bench.run() }
            #expect(failure.contains("run.locked"))
            #expect(failure.contains("ExitStatus.tryAgain"))
            #expect(try await bench.facts() == [])
            await other.close()
        }
    }

    @Test func `staging that was emptied between the transactions is noticed`() async throws {
        try await Workbench.withEmpty { bench in
            try bench.writeSource(["U33461;Nacka;2017;86", "U33461;Täby;2017;88"])
            _ = try await bench.run()
            let before = try await bench.rowIdentities()
            // As after a crash of the server: the load is in the ledger, what it staged is gone.
            try await bench.database.psql(
                """
                CREATE FUNCTION public.empty() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                BEGIN DELETE FROM staging.observation; RETURN NULL; END $$
                """)
            try await bench.database.psql(
                """
                CREATE TRIGGER empty AFTER INSERT ON staging.observation FOR EACH STATEMENT
                EXECUTE FUNCTION public.empty()
                """)
            try bench.writeRows(["U33461;Nacka;2017;87", "U33461;Täby;2017;88"])
            let report = try await bench.run()
            #expect(report.outcomes.map(\.state) == [.failed])
            #expect(report.said.contains("load.staging-lost"))
            #expect("\(report.exitStatus)" == "tryAgain")
            #expect(try await bench.rowIdentities() == before)
        }
    }

    @Test func `a new name of an indicator is a reason to load again`() async throws {
        try await Workbench.withShipped { bench in
            let spec = "etl/own.yml"
            try bench.writeSource(
                ["U33461;Nacka;2017;86", "Ett helt nytt namn;Täby;2017;12"],
                more: "max_reject_share: 0.5")
            let first = try await bench.run(["own"])
            #expect(first.outcomes.first?.counts.rejected == 1)
            let same = try await bench.run(["own"])
            #expect(same.outcomes.first?.state == .unchanged)
            // The title of N00003, by which the file names it.
            try bench.replace(
                "\"Personalkostnader, kr/inv\"", by: "Ett helt nytt namn",
                in: "seeds/indicators.csv")
            let renamed = try await bench.run(["own"])
            #expect(renamed.outcomes.first?.state == .loaded, "\(spec)")
            #expect(renamed.outcomes.first?.counts.new == 1)
        }
    }

    private static let benchmarks = "seeds/outcomes/nacka_annual_report_2017_benchmarks.csv"
}

extension Workbench {
    /// Every row of every table of ours, with where it lies: what a dump would hold, and more.
    func everyRow() async throws -> String {
        let tables = try await database.psql(
            """
            SELECT c.oid::regclass FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE n.nspname IN ('dw', 'etl', 'staging') AND c.relkind = 'r' ORDER BY 1
            """
        ).split(separator: "\n")
        let each = tables.map {
            "SELECT '\($0)', count(*), md5(string_agg(ctid || xmin::text || t::text, ';' ORDER BY ctid)) FROM \($0) AS t"
        }
        return try await database.psql(each.joined(separator: " UNION ALL ") + " ORDER BY 1")
    }

    /// Writes a source of many rows of two indicators: every kommun and year, in a scrambled order.
    func writeLargeSource(_ name: String = "own", rows count: Int, extra: [String] = []) throws {
        let codes = try SeedFile.municipalityCodes()
        var rows: [String] = []
        rows.reserveCapacity(count)
        let indicators = ["U33461", "U33400", "N00090", "N00003"]
        for number in 0..<count {
            // 7919 is prime and no factor of the number of rows: every number comes once.
            let place = number * 7919 % count
            let code = codes[place % codes.count]
            let year = 1900 + place / codes.count % 200
            let indicator = indicators[place / (codes.count * 200)]
            rows.append("\(indicator);\(code);\(year);\(place % 1000),\(place % 10)")
        }
        try writeSource(name, rows + extra)
    }
}

extension SeedFile {
    /// The codes of all kommuner.
    static func municipalityCodes() throws -> [String] {
        let file = Workbench.repository.appending(path: "seeds/municipalities.csv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .filter { $0.contains(",municipality,") }.map { String($0.prefix(4)) }
    }
}
