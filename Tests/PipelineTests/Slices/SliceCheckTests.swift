import Indicators
import Pipeline
import TestSupport
import Testing
import Warehouse

/// What is checked after a run: structure must hold, plausibility only warns.
@Suite struct SliceCheckTests {
    /// Says what a change made behind the loader's back makes the structural checks find.
    static let damages: [(check: String, sql: String)] = [
        (
            "slice_content",
            "UPDATE dw.fact_outcome SET value = value + 1 WHERE municipality_key = (SELECT min(municipality_key) FROM dw.fact_outcome)"
        ),
        (
            "slice_content",
            "DELETE FROM dw.fact_outcome WHERE municipality_key = (SELECT min(municipality_key) FROM dw.fact_outcome)"
        ),
        ("slice_content", "UPDATE dw.fact_outcome SET value = CASE value WHEN 5 THEN 4 ELSE 5 END"),
        ("slice_content", "UPDATE etl.slice SET row_count = row_count + 1"),
        ("unbalanced_slices", "DELETE FROM etl.load_slice"),
        ("unbalanced_slices", "UPDATE etl.load SET loaded_slices = 7 WHERE loaded_slices > 0"),
        (
            "unbalanced_loads",
            "UPDATE etl.load SET new_rows = 0, unchanged_rows = 2 WHERE new_rows = 2"
        ),
        ("orphan_facts", "UPDATE dw.fact_outcome SET source_file = 9"),
        ("torn_revisions", "UPDATE dw.fact_outcome SET revision_no = 3"),
    ]

    @Test(arguments: damages)
    func `a damage is found`(check: String, sql: String) async throws {
        try await SliceBench.with { bench in
            try await bench.load([
                try SliceBench.slice("N00090", 2022, [Figure("0182", 5), Figure("0162", 4)])
            ])
            #expect(try await bench.faults() == [])
            try await bench.database.psql(sql)
            let found = try await bench.faults()
            #expect(found.contains { $0.hasPrefix(check + ":") }, "\(found)")
        }
    }

    @Test func `the check of a run reads what the run has touched`() async throws {
        try await SliceBench.with { bench in
            try await bench.load([try SliceBench.slice("N00090", 2021, [Figure("0182", 5)])])
            try await bench.load([
                try SliceBench.slice("N00090", 2021, [Figure("0182", 5)]),
                try SliceBench.slice("N00090", 2022, [Figure("0182", 6)]),
            ])
            func torn(_ run: Int32) async throws -> Int {
                try await bench.connect { try SliceCheck.torn(&$0, run: run).count }
            }
            let runs = try await bench.lines(
                "SELECT run_key FROM etl.load WHERE loaded_slices > 0 ORDER BY 1"
            ).compactMap { Int32($0) }
            try #require(runs.count == 2)
            #expect(try await torn(runs[0]) == 0)
            try await bench.database.psql("UPDATE dw.fact_outcome SET value = 9 WHERE value = 6")
            #expect(try await torn(runs[0]) == 0)
            #expect(try await torn(runs[1]) == 1)
        }
    }

    /// A share in 2021 for everybody; in 2022 for half of them, one above 100, Riket gone.
    private static func oddSlices() throws -> (before: [Figure], after: [Figure]) {
        let kommuner = try MunicipalityCodes.shipped.filter { $0 > "0100" }.prefix(120)
        let before = kommuner.map { Figure($0, 50) } + [Figure("0000", 50)]
        var after = kommuner.prefix(60).map { Figure($0, 50) }
        after[0] = Figure(after[0].unit, 101)
        after += [
            Figure("0182", 60, .women), Figure("0182", 55, .men),
            Figure("0184", 49, .women), Figure("0184", 51, .men),
            // One of the two is not known, so the total may well lie between them.
            Figure("0186", 60, .women), Figure("0186", nil, .men),
        ]
        if !after.contains(where: { $0.unit == "0182" && $0.gender == .total }) {
            after.append(Figure("0182", 50))
        }
        return (before, after)
    }

    private static let oddities = [
        "2022 coverage-fallen 1", "2022 nation-absent 1", "2022 outside-own-range 1",
        "2022 total-outside-genders 1",
    ]
    /// What readers may ask for: computed in another way than what the load keeps.
    private static let shown = """
        SELECT p.period_code || ' ' || w.warning_code || ' ' || count(*)
        FROM mart.outcome_warning AS w JOIN dw.dim_period AS p USING (period_key)
        JOIN dw.dim_indicator AS i USING (indicator_key) WHERE i.indicator_code = 'N00090'
        GROUP BY p.period_code, w.warning_code ORDER BY 1
        """

    private static func warnings(_ bench: SliceBench, run: Int32) async throws -> [String] {
        try await bench.connect { try SliceCheck.warnings(&$0, run: run) }
            .map { "\($0.period) \($0.code) \($0.figures)" }
    }

    private static func newestRun(_ bench: SliceBench) async throws -> Int32 {
        try #require(Int32(try await bench.lines("SELECT max(run_key) FROM etl.run").first ?? ""))
    }

    @Test func `odd figures are warned of and loaded all the same`() async throws {
        try await SliceBench.with { bench in
            let (before, after) = try Self.oddSlices()
            try await bench.load([
                try SliceBench.slice("N00090", 2021, before),
                try SliceBench.slice("N00090", 2022, after),
            ])
            let run = try await Self.newestRun(bench)
            #expect(try await Self.warnings(bench, run: run) == Self.oddities)
            #expect(try await bench.lines(Self.shown) == Self.oddities)
            let periods =
                "SELECT warning_periods FROM mart.indicator WHERE indicator_code = 'N00090'"
            #expect(try await bench.lines(periods) == ["{120220000}"])
            #expect(try await bench.lines("SELECT count(*) FROM mart.kept_warning") == ["4"])
            // Mended by the source: nothing is odd any longer, and readers know.
            try await bench.load([try SliceBench.slice("N00090", 2022, before)])
            #expect(try await Self.warnings(bench, run: run + 1) == [])
            #expect(try await bench.lines(periods) == ["{}"])
            #expect(try await bench.faults() == [])
        }
    }

    /// What keeps distributions from telling what is odd, so that the facts must.
    static let unkept = [
        "INSERT INTO etl.changed_slice SELECT DISTINCT indicator_key, period_key, gender_key FROM dw.fact_outcome",
        "UPDATE dw.dim_indicator_version SET disclosure = 'internal'",
        // A report states a figure of the year before as well, and one of nobody else's.
        """
        INSERT INTO dw.dim_source (source_code, title, precedence) VALUES ('rapport', 'Rapport', 5);
        INSERT INTO dw.dim_document (source_key, document_code, title, precedence)
        SELECT source_key, 'rapport', 'Rapport', 5 FROM dw.dim_source WHERE source_code = 'rapport';
        INSERT INTO dw.fact_outcome (indicator_key, period_key, document_key, load_key, revision_no, source_line,
            municipality_key, gender_key, status_key, source_file, source_column, value)
        SELECT f.indicator_key, f.period_key, d.document_key, f.load_key, 1, 1, f.municipality_key, 0, 0, 1, 1, 50
        FROM dw.dim_document AS d
        CROSS JOIN (SELECT * FROM dw.fact_outcome WHERE value IS NOT NULL AND gender_key = 0 ORDER BY period_key LIMIT 1) AS f
        WHERE d.document_code = 'rapport';
        SELECT etl.refresh_rankings();
        """,
    ]

    @Test(arguments: unkept)
    func `what is odd is the same where nothing is kept of the slices`(sql: String) async throws {
        try await SliceBench.with { bench in
            let (before, after) = try Self.oddSlices()
            try await bench.load([
                try SliceBench.slice("N00090", 2021, before),
                try SliceBench.slice("N00090", 2022, after),
            ])
            try await bench.database.psql(sql)
            _ = try await Self.warnings(bench, run: try await Self.newestRun(bench))
            let kept = """
                SELECT p.period_code || ' ' || w.warning_code || ' ' || count(*)
                FROM dw.outcome_warning AS w JOIN dw.dim_period AS p USING (period_key)
                GROUP BY p.period_code, w.warning_code ORDER BY 1
                """
            #expect(try await bench.lines(kept) == Self.oddities)
            // Nothing of an internal indicator is shown.
            let isPublic = !sql.contains("internal")
            #expect(try await bench.lines(Self.shown) == (isPublic ? Self.oddities : []))
        }
    }
}
