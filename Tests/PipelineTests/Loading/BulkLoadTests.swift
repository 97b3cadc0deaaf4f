import Pipeline
import TestSupport
import Testing
import Warehouse

/// A large first load builds the indexes at its end; what comes out must be the same.
@Suite struct BulkLoadTests {
    private static let rows = 52_000
    private static let kept = "SELECT count(*) FROM dw.latest_outcome"
    private static let places = """
        SELECT md5(string_agg(p::text, E'\\n' ORDER BY p::text)) || (SELECT md5(string_agg(d::text, E'\\n' ORDER BY d::text))
            FROM mart.distribution AS d) FROM mart.profile AS p
        """

    @Test func `the quick way gives the same facts as the slow one, indexes and all`() async throws
    {
        let quick = try await Workbench.withEmpty { bench in
            try bench.writeLargeSource(rows: Self.rows)
            let report = try await bench.run()
            #expect(
                report.summary == [
                    "own loaded read 52000 new 52000 changed 0 unchanged 0 withdrawn 0 rejected 0 duplicates 0"
                ])
            let indexes = try await bench.database.psql(Self.indexes)
            #expect(
                indexes == """
                    fact_outcome_by_own_load|t|For what a load of a source without slices has changed; \
                    Kolada's millions are not in it.
                    fact_outcome_by_period|t|For questions about every indicator of a period.
                    fact_outcome_pkey|t|
                    """)
            #expect(try await bench.faults() == [])
            // Places are computed when they are read, until the next run keeps them.
            let computed = try await bench.database.psql(Self.places)
            #expect(try await bench.database.psql(Self.kept) == "0")
            // Nothing to do, and a change goes through the slow way.
            let again = try await bench.run()
            #expect(again.didNothing)
            #expect(try await bench.database.psql(Self.kept) != "0")
            #expect(try await bench.database.psql(Self.places) == computed)
            #expect(try await bench.faults() == [])
            return try await bench.digest()
        }
        let slow = try await Workbench.withEmpty { bench in
            // A source that has loaded before is compared row by row, however few rows there were.
            try bench.writeLargeSource(rows: Self.rows)
            let whole = try bench.read("etl/own.csv")
            let first = whole.split(separator: "\n")[1]
            try bench.writeRows([String(first)])
            _ = try await bench.run()
            try bench.write(whole, to: "etl/own.csv")
            let report = try await bench.run()
            #expect(report.outcomes.first?.counts.unchanged == 1)
            let outcomes = try await bench.database.psql("SELECT count(*) FROM dw.fact_outcome")
            #expect(outcomes == "52000")
            return try await bench.digest()
        }
        #expect(quick == slow)
    }

    @Test func `repetitions are found on the quick way too, and settled on the slow one`()
        async throws
    {
        try await Workbench.withEmpty { bench in
            try bench.writeLargeSource(
                rows: Self.rows,
                extra: [
                    // The last row again, and two that contradict what is there.
                    "U33461;0182;2199;1", "U33461;0182;2199;1", "N00090;0182;1999;1",
                    "N00090;0182;1999;2",
                ])
            let report = try await bench.run()
            let counts = try #require(report.outcomes.first?.counts)
            #expect(counts.duplicates == 1)
            #expect(counts.rejected == 2)
            #expect(counts.new == Int64(Self.rows) + 1)
            #expect(counts.read == Int64(Self.rows) + 4)
            let indexes = try await bench.database.psql(Self.indexes)
            #expect(indexes.split(separator: "\n").count == 3)
            #expect(try await bench.faults() == [])
        }
    }

    private static let indexes = """
        SELECT c.relname, i.indisvalid, obj_description(c.oid) FROM pg_index AS i
        JOIN pg_class AS c ON c.oid = i.indexrelid
        WHERE i.indrelid = 'dw.fact_outcome'::regclass ORDER BY 1
        """
}
