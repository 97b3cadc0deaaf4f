import FoundationEssentials
import Glibc
import Indicators
import LocalServer
import Pipeline
import Postgres
import TestSupport
import Testing
import Warehouse

/// Loads that are broken off: every transaction is there or not, and the next run ends as if nothing
/// had happened.
@Suite struct SliceCrashTests {
    private static let units = ["0162", "0182", "0184", "0160", "0120"]

    /// Eight slices; those of the later state have new, revised and vanished figures.
    private static func slices(later: Bool) throws -> [Slice] {
        try (2015...2022).map { year in
            var figures = units.enumerated().map { Figure($1, Double($0 + year)) }
            if later {
                figures[0] = Figure(units[0], 0.5)
                figures.remove(at: 1)
                figures.append(Figure("0180", 7))
            }
            return try SliceBench.slice("N00090", year, figures)
        }
    }

    /// Everything that a disturbed load must have in common with an undisturbed one.
    private static func end(_ bench: SliceBench) async throws -> [String] {
        try await bench.facts()
            + bench.lines(
                """
                SELECT period_key, municipality_key, gender_key, revision_no, value, status_key
                FROM dw.fact_outcome_revision ORDER BY 1, 2, 3, 4
                """)
            + bench.lines(
                "SELECT period_key, row_count, status_sum, value_sum, encode(digest, 'hex') FROM etl.slice ORDER BY 1"
            )
            + bench.lines(
                "SELECT sum(new_rows), sum(revised_rows), sum(withdrawn_rows) FROM etl.load_slice")
    }

    static let moments = [
        "AFTER INSERT ON etl.load", "AFTER INSERT ON etl.load_file",
        "AFTER INSERT ON staging.slice_value", "AFTER INSERT ON staging.slice",
        "AFTER INSERT ON dw.fact_outcome", "AFTER UPDATE ON dw.fact_outcome",
        "AFTER INSERT ON dw.fact_outcome_revision", "AFTER INSERT ON etl.load_slice",
        "AFTER UPDATE ON etl.slice", "BEFORE TRUNCATE ON staging.slice",
        "AFTER UPDATE ON etl.load",
    ]

    @Test(arguments: moments)
    func `a session that is ended inside of a merge leaves whole transactions`(
        moment: String
    ) async throws {
        let undisturbed = try await SliceBench.with { bench in
            try await bench.load(try Self.slices(later: false), rowsInTransaction: 5)
            try await bench.load(try Self.slices(later: true), rowsInTransaction: 5)
            return try await Self.end(bench)
        }
        try await SliceBench.with { bench in
            try await bench.load(try Self.slices(later: false), rowsInTransaction: 5)
            // Ends the session at the second transaction that comes to the moment.
            try await bench.database.psql(
                """
                CREATE SEQUENCE public.visits;
                GRANT USAGE ON SEQUENCE public.visits TO PUBLIC;
                CREATE FUNCTION public.terminate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                BEGIN
                    IF nextval('public.visits') > 3 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
                    RETURN NULL;
                END $$;
                CREATE TRIGGER terminate \(moment) FOR EACH STATEMENT EXECUTE FUNCTION public.terminate()
                """)
            let failure = await failureText {
                try await bench.load(try Self.slices(later: true), rowsInTransaction: 5)
            }
            #expect(failure.contains("57P01") || failure.contains("connectionLost"), "\(failure)")
            let table = moment.split(separator: " ").last ?? ""
            try await bench.database.psql("DROP TRIGGER terminate ON \(table)")
            #expect(try await bench.faults() == [])
            // Each slice is as it was or as it will be.
            let torn = try await bench.lines(
                """
                SELECT period_key FROM dw.fact_outcome
                GROUP BY 1 HAVING count(DISTINCT load_key) FILTER (WHERE revision_no > 1) > 1
                    OR count(*) FILTER (WHERE revision_no > 1) NOT IN (0, 2)
                """)
            #expect(torn == [])
            try await bench.load(try Self.slices(later: true), rowsInTransaction: 5)
            #expect(try await Self.end(bench) == undisturbed)
            #expect(try await bench.faults() == [])
        }
    }

    /// More rows than from which on a first load builds the indexes at its end.
    private static func large() throws -> [Slice] {
        let units = [String](
            try MunicipalityCodes.shipped.prefix(300))
        return try (0..<60).map { number in
            try SliceBench.slice(
                "N\(90000 + number / 20)", 2000 + number % 20,
                units.flatMap { unit in
                    Gender.allCases.map { Figure(unit, Double(number), $0) }
                })
        }
    }

    private static let indexes = [
        "fact_outcome_by_own_load", "fact_outcome_by_period", "fact_outcome_pkey",
    ]

    private static func foundIndexes(_ bench: SliceBench) async throws -> [String] {
        try await bench.lines(
            "SELECT indexname FROM pg_indexes WHERE schemaname = 'dw' AND tablename = 'fact_outcome' ORDER BY 1"
        )
    }

    @Test func `a large first load is one transaction that ends with the indexes`() async throws {
        try await SliceBench.with { bench in
            let report = try await bench.load(try Self.large(), rowsInTransaction: 9_000)
            #expect(report.counts.new == 54_000)
            #expect(try await Self.foundIndexes(bench) == Self.indexes)
            #expect(
                try await bench.lines(
                    "SELECT loaded_slices, new_rows FROM etl.load WHERE loaded_slices > 0")
                    == ["60|54000"])
            #expect(try await bench.faults() == [])
            let again = try await bench.load(try Self.large(), rowsInTransaction: 9_000)
            #expect(again.unchangedSlices == 60 && !again.counts.changed)
        }
    }

    @Test func `a first load with figures in the wrong slice is not committed`() async throws {
        try await SliceBench.with { bench in
            // One more in the one year, one less in the next: all figures together are as sent.
            try await bench.database.psql(
                """
                CREATE FUNCTION public.exchange() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    NEW.value := NEW.value + CASE NEW.period_key / 10000 % 10000 WHEN 2000 THEN 1 ELSE -1 END;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER exchange BEFORE INSERT ON dw.fact_outcome FOR EACH ROW
                WHEN (NEW.period_key / 10000 % 10000 IN (2000, 2001)) EXECUTE FUNCTION public.exchange()
                """)
            let failure = await failureText {
                try await bench.load(try Self.large(), rowsInTransaction: 9_000)
            }
            #expect(failure.contains("load.staging-lost"), "\(failure)")
            #expect(try await bench.facts() == [])
            #expect(try await Self.foundIndexes(bench) == Self.indexes)
            try await bench.database.psql("DROP TRIGGER exchange ON dw.fact_outcome")
            let report = try await bench.load(try Self.large(), rowsInTransaction: 9_000)
            #expect(report.counts.new == 54_000)
            #expect(report.provedLoads == Array(report.loads.prefix(1)))
        }
    }

    @Test(arguments: [
        "AFTER INSERT ON dw.fact_outcome", "AFTER INSERT ON staging.slice",
        "AFTER INSERT ON etl.load_slice", "AFTER INSERT ON etl.slice", "AFTER UPDATE ON etl.load",
    ])
    func `a session that is ended inside of a large first load leaves nothing, indexes in place`(
        moment: String
    ) async throws {
        try await SliceBench.with { bench in
            try await bench.database.psql(
                """
                CREATE FUNCTION public.terminate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
                CREATE TRIGGER terminate \(moment) FOR EACH STATEMENT EXECUTE FUNCTION public.terminate()
                """)
            let failure = await failureText {
                try await bench.load(try Self.large(), rowsInTransaction: 9_000)
            }
            #expect(failure.contains("57P01") || failure.contains("connectionLost"), "\(failure)")
            #expect(try await bench.facts() == [])
            #expect(try await Self.foundIndexes(bench) == Self.indexes)
            let table = moment.split(separator: " ").last ?? ""
            try await bench.database.psql("DROP TRIGGER terminate ON \(table)")
            let again = try await bench.load(try Self.large(), rowsInTransaction: 9_000)
            #expect(again.counts.new == 54_000)
            #expect(try await bench.faults() == [])
        }
    }

    /// Between transactions, and inside of one that comes in pieces.
    @Test(arguments: [(1, 5), (4, 5), (7, 100)])
    func `a server that is killed leaves whole transactions`(
        slice: Int, rowsInTransaction: Int
    ) async throws {
        let scratch = try await ScratchCluster.made()
        try await scratch.cluster.start()
        func connect<R: Sendable>(
            _ body: @Sendable (inout Connection) throws -> R
        ) async throws -> R {
            let session = try await Session(
                ConnectionOptions(
                    target: .conninfo(scratch.cluster.address.conninfo()),
                    applicationName: "PipelineTests"))
            do {
                let result = try await session.withConnection(body)
                await session.close()
                return result
            } catch {
                await session.close()
                throw error
            }
        }
        try await connect { connection in
            _ = try Migrator(programVersion: "test").migrate(&connection)
            try connection.runScript(Self.fewUnits)
        }
        func load(_ slices: [Slice], killing server: Int32? = nil) async throws -> SliceReport {
            try await connect { connection in
                let run = try RunLedger.begin(&connection, command: "test", programVersion: "test")
                var rest = slices[...]
                let request = SliceRequest(
                    source: SliceBench.source, rules: SliceBench.lenient,
                    rowsInTransaction: rowsInTransaction, rowsInPiece: 5)
                return try SliceLoader(request, run: run).load(&connection) {
                    if let server, slices.count - rest.count == slice { kill(server, SIGKILL) }
                    return rest.popFirst()
                }
            }
        }
        _ = try await load(try Self.slices(later: false))
        let server = try await scratch.process()
        let failure = await failureText {
            try await load(try Self.slices(later: true), killing: server)
        }
        #expect(failure.contains("57P") || failure.contains("connectionLost"), "\(failure)")
        while case .running = try await scratch.cluster.status().state {
            try await Task.sleep(for: .milliseconds(5))
        }
        try await scratch.cluster.start()
        let report = try await load(try Self.slices(later: true))
        #expect(report.loadedSlices + report.unchangedSlices == 8)
        let end = try await scratch.psql(
            """
            SELECT (SELECT count(*) FROM dw.fact_outcome), (SELECT count(*) FROM dw.fact_outcome_revision),
                (SELECT sum(new_rows) FROM etl.load_slice), (SELECT sum(revised_rows) FROM etl.load_slice),
                (SELECT sum(withdrawn_rows) FROM etl.load_slice)
            """)
        #expect(end == "48|16|48|8|8")
        try await connect { connection in
            for check in DataCheck.all {
                let found = try check.run(&connection)
                #expect(found == [], "\(check.name)")
            }
        }
        try await scratch.discard()
    }

    private static let fewUnits = """
        INSERT INTO dw.dim_municipality (municipality_code, kind)
        SELECT code, 'municipality' FROM unnest(ARRAY['0162', '0182', '0184', '0160', '0120', '0180']) AS n (code);
        INSERT INTO dw.dim_municipality_version (municipality_key, valid, name, sort_order)
        SELECT municipality_key, daterange(NULL, NULL), municipality_code, municipality_key FROM dw.dim_municipality;
        """
}

/// Codes of the units that ship with the product.
enum MunicipalityCodes {
    static var shipped: [String] {
        get throws {
            let file = Workbench.repository.appending(path: "seeds/municipalities.csv")
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            return lines.dropFirst().map { String($0.prefix(4)) }
        }
    }
}
