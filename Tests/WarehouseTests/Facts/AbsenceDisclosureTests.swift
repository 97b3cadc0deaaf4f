import Postgres
import TestSupport
import Testing

/// Absence by unit is health data: what readers may see of it, whatever they ask.
@Suite struct AbsenceDisclosureTests {
    /// A figure of a unit: name, gender key, headcount, value.
    private typealias Figure = (unit: String, gender: Int, headcount: Int?, value: String)

    private static func insert(
        _ figures: [Figure], kind: String = "unit", document: Int = 2, _ database: TestDatabase
    ) async throws {
        for figure in figures {
            let staff = figure.headcount.map { "\($0)" } ?? "NULL"
            try await database.psql(
                """
                INSERT INTO dw.dim_workplace (organisation_key, kind, workplace_code, has_own_code)
                VALUES (0, '\(kind)', '\(figure.unit)', false) ON CONFLICT DO NOTHING;
                INSERT INTO etl.load (run_key, source_key, state, identity)
                SELECT 1, 2, 'loaded', sha256('x') WHERE NOT EXISTS (SELECT FROM etl.load);
                INSERT INTO dw.fact_staff_absence (workplace_key, period_key, document_key, load_key,
                    revision_no, source_line, headcount, municipality_key, measure_key, gender_key,
                    status_key, source_file, source_column, value, definition, unit, workplace_name,
                    printed)
                SELECT w.workplace_key, 120170000, \(document), l.load_key, 1, 7, \(staff), 2, 1,
                    \(figure.gender), 0, 1, 1, \(figure.value), '', 'percent', '\(figure.unit)', ''
                FROM dw.dim_workplace AS w, (SELECT min(load_key) AS load_key FROM etl.load) AS l
                WHERE w.workplace_code = '\(figure.unit)' AND w.kind = '\(kind)'
                """)
        }
    }

    /// What a reader sees: unit and gender, each figure once.
    private static func shown(_ database: TestDatabase) async throws -> String {
        try await database.psql(
            """
            SET ROLE riktmarke_read;
            SELECT coalesce(string_agg(workplace || ' ' || gender || ' ' || value, ', '
                ORDER BY workplace_kind DESC, workplace, gender DESC), '') FROM mart.absence
            """)
    }

    @Test func `eleven employees are shown, ten are not, nor is a unit of unknown size`()
        async throws
    {
        try await WarehouseFixture.withDatabase { database in
            try await Self.insert(
                [("elva", 0, 11, "5.1"), ("tio", 0, 10, "6.2"), ("okänd", 0, nil, "7.3")], database)
            #expect(try await Self.shown(database) == "elva T 5.1")
            let coverage = try await database.psql(
                "SET ROLE riktmarke_read; SELECT stated_units, shown_units FROM mart.absence_coverage"
            )
            #expect(coverage == "3|1")
        }
    }

    @Test func `a gender is shown only where the other is above ten or nobody`() async throws {
        try await WarehouseFixture.withDatabase { database in
            try await Self.insert(
                [
                    ("a", 0, 64, "1"), ("a", 1, 55, "2"), ("a", 2, 9, "3"),  // nine men follow
                    ("b", 0, 40, "1"), ("b", 1, 25, "2"), ("b", 2, 15, "3"),
                    ("c", 0, 30, "1"), ("c", 1, 30, "1"),  // nobody else
                    ("d", 0, 20, "1"), ("d", 1, 15, "2"),  // five others, though no row says so
                ], database)
            #expect(
                try await Self.shown(database)
                    == "a T 1, b T 1, b M 3, b K 2, c T 1, c K 1, d T 1")
        }
    }

    @Test func `a sum is shown where it leaves nothing, or at least two units of more than ten`()
        async throws
    {
        let cases: [([Figure], Bool)] = [
            ([], true), ([("h", 0, 8, "9")], false),
            ([("h", 0, 4, "9"), ("i", 0, 5, "8")], false),
            ([("h", 0, 6, "9"), ("i", 0, 5, "8")], true),
            ([("h", 0, nil, "9"), ("i", 0, nil, "8")], true),
        ]
        for (hidden, isShown) in cases {
            try await WarehouseFixture.withDatabase { database in
                try await Self.insert([("stor", 0, 20, "5")] + hidden, database)
                let staff = 20 + hidden.reduce(0) { $0 + ($1.headcount ?? 6) }
                try await Self.insert([("summa", 0, staff, "6")], kind: "total", database)
                let shown = try await Self.shown(database)
                #expect(shown == (isShown ? "stor T 5, summa T 6" : "stor T 5"), "\(hidden)")
            }
        }
    }

    @Test func `a sum stays hidden where another document shows all units but one of it`()
        async throws
    {
        try await WarehouseFixture.withDatabase { database in
            try await Self.insert(
                [("stor", 0, 20, "5"), ("okänd", 0, nil, "8"), ("liten", 0, nil, "9")], database)
            try await Self.insert([("summa", 0, 45, "6")], kind: "total", database)
            #expect(try await Self.shown(database) == "stor T 5, summa T 6")
            try await Self.insert([("okänd", 0, 14, "8")], document: 3, database)
            #expect(try await Self.shown(database) == "okänd T 8, stor T 5")
        }
    }

    @Test func `a reader reaches neither the facts nor what stands behind the view`() async throws {
        try await WarehouseFixture.withDatabase { database in
            try await Self.insert([("tio", 0, 10, "6.2")], database)
            for relation in [
                "dw.fact_staff_absence", "dw.fact_staff_absence_revision", "dw.absence_standing",
                "dw.dim_workplace", "staging.absence",
            ] {
                await #expect(throws: (any Error).self, "\(relation)") {
                    try await database.psql("SET ROLE riktmarke_read; SELECT * FROM \(relation)")
                }
            }
            // A function of the reader's own must not see rows that the view leaves out.
            let told = try await database.psql(
                """
                SET ROLE riktmarke_read;
                CREATE FUNCTION pg_temp.tell(text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS
                $$ BEGIN RAISE EXCEPTION 'seen: %', $1; END $$;
                SELECT count(*) FROM mart.absence WHERE pg_temp.tell(workplace)
                """)
            #expect(told == "0")
            let raw = try await database.psql(
                "SET ROLE riktmarke_etl; SELECT workplace_name, is_cleared FROM dw.absence_standing"
            )
            #expect(raw == "tio|f")
        }
    }
}
