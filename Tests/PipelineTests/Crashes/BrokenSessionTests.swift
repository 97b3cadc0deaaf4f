import Pipeline
import Postgres
import TestSupport
import Testing
import Warehouse

/// Sessions that end in the middle of a load: what is in the facts is a whole load or nothing of it.
@Suite struct BrokenSessionTests {
    private static let rows = 300

    /// The statement after which the session is ended, and whether the load counts as done.
    static let moments = [
        "AFTER INSERT ON etl.run", "AFTER INSERT ON etl.load", "AFTER INSERT ON etl.load_file",
        "AFTER INSERT ON staging.observation", "AFTER INSERT ON dw.dim_period",
        "BEFORE TRUNCATE ON staging.observation", "AFTER INSERT ON dw.fact_outcome",
        "AFTER UPDATE ON dw.fact_outcome", "AFTER INSERT ON dw.fact_outcome_revision",
        "BEFORE UPDATE ON etl.load", "AFTER UPDATE ON etl.load",
    ]

    @Test(arguments: moments)
    func `a session that is ended leaves nothing of the load, and the next run does it`(
        moment: String
    ) async throws {
        try await Workbench.withEmpty { bench in
            try bench.writeLargeSource(rows: Self.rows)
            _ = try await bench.run()
            let first = try await bench.digest()
            // One figure changes, one goes, one comes.
            try bench.changeRows()
            // Ended by itself, from inside of a statement: as by pg_terminate_backend from elsewhere.
            try await bench.database.psql(
                """
                CREATE FUNCTION public.terminate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$
                """)
            try await bench.database.psql(
                "CREATE TRIGGER terminate \(moment) FOR EACH STATEMENT EXECUTE FUNCTION public.terminate()"
            )
            let failure = await failureText { try await bench.run() }
            #expect(failure.contains("57P01") || failure.contains("connectionLost"), "\(failure)")
            #expect(try await bench.digest() == first)
            let table = moment.split(separator: " ").last ?? ""
            try await bench.database.psql("DROP TRIGGER terminate ON \(table)")

            let again = try await bench.run()
            let counts = try #require(again.outcomes.first?.counts)
            #expect(
                [counts.new, counts.revised, counts.withdrawn, counts.unchanged]
                    == [1, 1, 1, Int64(Self.rows) - 2])
            #expect(try await bench.faults() == [])
            let same = try await bench.run()
            #expect(same.didNothing)
        }
    }

    @Test(arguments: [1, 20_000, 40_000])
    func `a session ended from outside while a large file is read leaves nothing`(
        cells: Int64
    )
        async throws
    {
        try await Workbench.withEmpty { bench in
            try bench.writeLargeSource(rows: 50_500)
            let killer = try Killer(bench.database)
            let failure = await failureText {
                try await bench.run { _, read in if read >= cells { killer.strike() } }
            }
            #expect(failure.contains("57P01") || failure.contains("connectionLost"), "\(failure)")
            #expect(try await bench.facts() == [])
            let again = try await bench.run()
            #expect(again.outcomes.first?.counts.new == 50_500)
            #expect(try await bench.faults() == [])
        }
    }
}

/// Ends every other session of our program in a database, once.
private final class Killer: Sendable {
    private let options: ConnectionOptions

    init(_ database: TestDatabase) throws {
        options = ConnectionOptions(
            target: .conninfo(database.conninfo), applicationName: "killer")
    }

    /// Ends them; blocks until they are gone.
    func strike() {
        do {
            var connection = try Connection(options)
            _ = try connection.query(
                """
                SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity
                WHERE datname = current_database() AND application_name = 'PipelineTests'
                """, as: Int64.self)
        } catch {
            Issue.record(error)
        }
    }
}

extension Workbench {
    /// Changes the first figure of a large source, takes out its second and adds one.
    func changeRows() throws {
        var lines = try read("etl/own.csv").split(separator: "\n").map(String.init)
        let cells = lines[1].split(separator: ";")
        lines[1] = cells.dropLast().joined(separator: ";") + ";4711"
        lines.remove(at: 2)
        lines.append("N00090;0182;2017;5,5")
        try write(lines.joined(separator: "\n") + "\n", to: "etl/own.csv")
    }
}
