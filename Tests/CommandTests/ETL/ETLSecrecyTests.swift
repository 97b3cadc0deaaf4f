import TestSupport
import Testing

/// Two worlds that differ only in what must be hidden, through the whole product.
///
/// Both are loaded by `riktmarke-etl`, then everything printed by the query tool and every view of `mart` for
/// the reading role are compared. Were one letter different, the hidden figures could be told from it.
@Suite struct ETLSecrecyTests {
    /// Cases of a base, of a kommun's women, men or everybody.
    private struct Stated {
        let unit: String
        let gender: String
        let cases: Int
        let base: Int

        init(_ unit: String, _ gender: String, _ cases: Int, _ base: Int) {
            self.unit = unit
            self.gender = gender
            self.cases = cases
            self.base = base
        }

        /// A row of the file: the share cut off to two decimals.
        func row(_ year: Int) -> String {
            let hundredths = 10_000 * cases / base
            let rest = hundredths % 100
            let value = "\(hundredths / 100),\(rest < 10 ? "0" : "")\(rest)"
            return "\(unit);\(gender);\(year);\(value);\(cases);\(base)"
        }
    }

    /// What one source states in one world: `small` is how many women of Nacka and persons of Täby.
    private static func rows(small: Int, solna: Int) -> [String] {
        let of2023 = [
            Stated("Danderyd", "K", 30, 70), Stated("Danderyd", "M", 30, 80),
            Stated("Danderyd", "T", 60, 150),
            // Nacka's total says nothing; women and men together would.
            Stated("Nacka", "K", small, 40), Stated("Nacka", "M", 41 - small, 60),
            Stated("Nacka", "T", 41, 100),
            Stated("Täby", "T", small, 45), Stated("Solna", "T", solna, 100),
            // The nation less the others would be Täby.
            Stated("Riket", "T", 60 + 41 + small + solna, 395),
            Stated("Riket", "K", 30 + small, 110), Stated("Riket", "M", 71 - small, 140),
        ]
        let of2024 = [
            Stated("Nacka", "K", 20, 40), Stated("Nacka", "M", 30, 60),
            Stated("Nacka", "T", 50, 100),
            Stated("Täby", "T", 22, 45), Stated("Solna", "T", 48, 100),
        ]
        return of2023.map { $0.row(2023) } + of2024.map { $0.row(2024) }
    }

    private static func write(_ rows: [String], _ bench: ETLBench) throws {
        try bench.write(
            "unit;gender;year;value;cases;base\n" + rows.joined(separator: "\n") + "\n",
            to: "etl/own.csv")
    }

    /// Loads a world, then a correction of it.
    private static func load(
        _ bench: ETLBench, first: Int, then second: Int, disclosure: String = "internal"
    ) async throws {
        try bench.write(
            """
            source: own-indicators
            kind: reference
            title: { sv: Egna, en: Own }
            tables:
              indicators: ./own-indicators.csv
            """, to: "etl/own-indicators.yml")
        try bench.write(
            """
            indicator_code,title,unit,decimals,value_kind,polarity,uncertainty,disclosure,definition
            EGEN-001,Nöjda deltagare,procent,1,share,high,persons,\(disclosure),Andel nöjda.

            """, to: "etl/own-indicators.csv")
        try bench.write(
            """
            source: own
            kind: outcomes
            title: { sv: Egna utfall, en: Own outcomes }
            files: ./own.csv
            format: { encoding: utf-8, delimiter: ";", decimal: comma }
            columns:
              indicator: { constant: EGEN-001 }
              municipality: unit
              gender: gender
              period: year
              value: value
              numerator: cases
              denominator: base
            """, to: "etl/own.yml")
        for (small, solna) in [(first, 50), (second, 51)] {
            try write(rows(small: small, solna: solna), bench)
            let result = try await bench.run("run", "own")
            guard result.status == 0 else { throw TestFailure("\(result)") }
        }
    }

    private static let questions = [
        "compare EGEN-001 -k Danderyd --with Nacka,Täby,Solna,Riket --year 2023",
        "compare EGEN-001 -k Danderyd --with Nacka,Täby,Solna,Riket --year 2023 --gender K",
        "compare EGEN-001 -k Täby --with Nacka,Danderyd,Solna --year 2023",
        "compare EGEN-001 -k Täby --with Nacka --year 2024 --against same-period-last-year",
        "rank EGEN-001 --year 2023", "rank EGEN-001 -k Nacka --gender M --year 2023",
        "trend EGEN-001 -k Täby", "trend EGEN-001 -k Nacka --gender K --with Täby,Danderyd",
        "profile -k Täby", "profile -k Nacka --gender K", "profile -k Nacka --with Täby,Solna",
        "differences -k Nacka", "explain EGEN-001 -k Täby --year 2023",
        "explain EGEN-001 -k Nacka --year 2023", "export --indicator EGEN-001",
        "export --indicator EGEN-001 --gender K", "changes -k Täby", "changes",
        "indicators EGEN-001", "similar -k Nacka --by EGEN-001 --year 2023",
        "factsheet EGEN-001 -k Danderyd --with Nacka,Täby,Solna --year 2023",
    ]

    /// What a condition of the reader's own sees of every number in `mart`: a view's own condition may be
    /// asked after it.
    private static let peeks = """
        SET ROLE riktmarke_read;
        CREATE FUNCTION pg_temp.peek(text) RETURNS boolean LANGUAGE plpgsql STABLE COST 0.000001 AS $$
        BEGIN
            IF $1 IS NOT NULL AND strpos(current_setting('secrecy.seen'), ' ' || $1 || ' ') = 0 THEN
                PERFORM set_config('secrecy.seen', current_setting('secrecy.seen') || $1 || ' ', false);
            END IF;
            RETURN true;
        END
        $$;
        CREATE FUNCTION pg_temp.peeks() RETURNS SETOF text LANGUAGE plpgsql AS $$
        DECLARE
            c record;
        BEGIN
            FOR c IN
                SELECT a.attrelid::regclass AS relation, a.attname
                FROM pg_attribute AS a
                JOIN pg_class AS r ON r.oid = a.attrelid
                WHERE r.relnamespace = 'mart'::regnamespace AND r.relkind IN ('r', 'v', 'm') AND a.attnum > 0
                    AND (a.atttypid = 'numeric'::regtype OR a.attname = 'note') AND NOT a.attisdropped
                ORDER BY 1, 2
            LOOP
                PERFORM set_config('secrecy.seen', ' ', false);
                EXECUTE format('SELECT count(*) FROM %s WHERE pg_temp.peek(%I::text)', c.relation, c.attname);
                RETURN QUERY SELECT concat_ws(' ', c.relation, c.attname, (
                    SELECT string_agg(DISTINCT w, ' ' ORDER BY w)
                    FROM regexp_split_to_table(current_setting('secrecy.seen'), ' ') AS w));
            END LOOP;
        END
        $$;
        SELECT * FROM pg_temp.peeks();
        """

    /// Every relation of `mart` as the reading role sees it, but for times and digests of files.
    private static let views = """
        SET ROLE riktmarke_read;
        SELECT c.relname, query_to_xml(
            format('SELECT %s FROM mart.%I AS r ORDER BY r::text',
                (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
                    FROM pg_attribute AS a
                    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                        AND a.atttypid NOT IN ('timestamptz'::regtype, 'tstzrange'::regtype, 'bytea'::regtype)
                        AND a.attname <> 'byte_count'), c.relname), true, true, '')
        FROM pg_class AS c
        WHERE c.relnamespace = 'mart'::regnamespace AND c.relkind IN ('r', 'v', 'm')
            AND c.relname !~ 'municipality|peer_group|indicator_catalogue'
        ORDER BY c.relname;
        SELECT municipality, value, status, numerator, denominator, rank, with_value, mean, weighted_mean, median, lowest,
            highest, quartile_colour
        FROM mart.compare('EGEN-001', '2023', ARRAY['Nacka', 'Täby', 'Solna', 'Danderyd', 'Riket']);
        """

    /// Everything printed of a world.
    private static func printed(first: Int, then second: Int) async throws -> [String: String] {
        try await ETLBench.with { bench in
            try await load(bench, first: first, then: second)
            var tool = try CommandRunner("riktmarke")
            tool.environment = ["RIKTMARKE_DATABASE_URL": bench.database.conninfo]
            var texts = ["mart": masked(try await bench.database.psql(views))]
            // What is seen before it is joined depends on the plan, so only what is hidden is looked for.
            let seen = try await bench.database.psql(peeks)
            #expect(seen.contains("mart.outcome_public value"))
            #expect(seen.contains(" 51.00 "))
            for hidden in ["4.44", "6.66", "8.88", "61.66", "63.33"] {
                #expect(!seen.contains(" \(hidden) "), "\(hidden) is seen")
            }
            for question in questions {
                let words = question.split(separator: " ").map(String.init)
                let formats =
                    words[0] == "export" ? ["csv", "jsonl"] : ["table", "csv", "json", "markdown"]
                for format in formats {
                    let result = try await tool.run(words + ["--format", format])
                    texts["\(question) \(format)"] = masked(result.output + result.errors)
                }
            }
            return texts
        }
    }

    /// Without times and digests, which differ between any two loads.
    private static func masked(_ text: String) -> String {
        text.replacing(
            /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d[.\d]*)?([+-]\d\d(:\d\d)?|Z)?/, with: "TIME"
        )
        .replacing(/[0-9a-f]{16,64}/, with: "DIGEST")
        .replacing(/TIME\s+/, with: "TIME ")
    }

    @Test func `nothing printed tells two worlds apart that differ only in what is hidden`()
        async throws
    {
        let one = try await Self.printed(first: 2, then: 3)
        let other = try await Self.printed(first: 3, then: 4)
        #expect(one.count == other.count)
        for (question, text) in one.sorted(by: { $0.key < $1.key }) {
            #expect(text == other[question], "\(question) tells of what is hidden")
        }
        // What is safe is there all the same, and what is hidden says so.
        let views = try #require(one["mart"])
        #expect(views.contains("Solna|51.00|ok|51|100"), "\(views.suffix(2000))")
        #expect(views.contains("Nacka|41.00|ok|41|100"))
        #expect(views.contains("Täby||suppressed"))
        #expect(views.contains("Riket||suppressed"))
        let table = try #require(one[Self.questions[0] + " csv"])
        #expect(table.contains("suppressed"))
        #expect(one["changes -k Täby csv"]?.contains("EGEN-001") == false)
    }

    @Test func `a public indicator is shown as published, and hidden once it is internal`()
        async throws
    {
        try await ETLBench.with { bench in
            try await Self.load(bench, first: 2, then: 3, disclosure: "public")
            let shown =
                "SET ROLE riktmarke_read; SELECT coalesce(value::text, status) FROM mart.outcome "
                + "WHERE indicator_code = 'EGEN-001' AND municipality = 'Täby' AND period = '2023'"
            #expect(try await bench.database.psql(shown) == "6.66")
            let kept = "SELECT count(*) > 0 FROM mart.profile WHERE indicator_code = 'EGEN-001'"
            #expect(try await bench.database.psql(kept) == "t")
            // Nothing but the description changes: no figure is loaded.
            try bench.write(
                """
                indicator_code,title,unit,decimals,value_kind,polarity,uncertainty,disclosure,definition
                EGEN-001,Nöjda deltagare,procent,1,share,high,persons,internal,Andel nöjda.

                """, to: "etl/own-indicators.csv")
            let result = try await bench.run("run", "own")
            #expect(result.status == 0, "\(result)")
            #expect(try await bench.database.psql(shown) == "suppressed")
            #expect(try await bench.database.psql(kept) == "f")
            let safe = shown.replacing("'Täby'", with: "'Solna'")
            #expect(try await bench.database.psql(safe) == "51.00")
        }
    }
}
