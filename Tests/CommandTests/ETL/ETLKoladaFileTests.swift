import TestSupport
import Testing

/// `run kolada --from-file`, from the outside.
@Suite struct ETLKoladaFileTests {
    /// Figures of one indicator and year, one a unit: enough for a slice to be judged.
    private static let first = [
        "N90001,0180,2022,T,10.5", "N90001,0182,2022,T,20.25", "N90001,0184,2022,T,30.0",
        "N90001,0186,2022,T,40.0", "N90001,0187,2022,T,50.0", "N90001,0188,2022,T,60.0",
        "N90002,0182,2021,K,1.0", "N90002,0182,2021,M,2.0", "N90002,0182,2021,T,",
    ]

    private static func write(_ rows: [String], _ bench: ETLBench) throws {
        try bench.write(
            "kpi,municipality,period,gender,value\n" + rows.joined(separator: "\n") + "\n",
            to: "bulk.csv")
    }

    private static func run(
        _ bench: ETLBench, _ more: String..., status: Int32 = 0
    ) async throws -> String {
        let result = try await bench.tool.run(
            ["run", "kolada", "--from-file", "bulk.csv", "--format", "json"] + more)
        guard result.status == status else { throw TestFailure("\(more): \(result)") }
        return result.output.filter { !$0.isWhitespace }
    }

    private static func facts(_ bench: ETLBench) async throws -> String {
        try await bench.database.psql(
            """
            SELECT string_agg(concat_ws(' ', indicator_code, municipality_code, period, gender, status,
                value), ', ' ORDER BY indicator_code, municipality_code, period, gender)
            FROM mart.outcome_all_sources WHERE source = 'kolada'
            """)
    }

    @Test func `a first load, the same again, a revision and a withdrawal`() async throws {
        try await ETLBench.with { bench in
            try Self.write(Self.first, bench)
            let loaded = try await Self.run(bench)
            #expect(loaded.contains("\"read\":9,\"new\":9,\"changed\":0,"), "\(loaded)")
            #expect(
                loaded.contains("\"slices\":{\"new\":2,\"changed\":0,\"unchanged\":0,\"held\":[]}"),
                "\(loaded)")
            let missing = try await bench.database.psql(
                """
                SELECT status FROM mart.outcome_all_sources WHERE indicator_code = 'N90002'
                    AND gender = 'T' AND source = 'kolada'
                """)
            #expect(missing == "missing_null")
            let origin = try await bench.database.psql(
                "SELECT DISTINCT origin FROM dw.dim_indicator_version JOIN dw.dim_indicator USING (indicator_key) WHERE indicator_code LIKE 'N9000%'"
            )
            #expect(origin == "catalogue_missing")

            let before = try await Self.facts(bench)
            let same = try await Self.run(bench)
            #expect(same.contains("\"state\":\"unchanged\""), "\(same)")
            // Other bytes, the same figures: nothing is sent.
            try Self.write(Array(Self.first.reversed()), bench)
            let turned = try await Self.run(bench)
            #expect(turned.contains("\"new\":0,\"changed\":0,\"unchanged\":9,"), "\(turned)")
            #expect(try await Self.facts(bench) == before)

            var second = Self.first
            second[0] = "N90001,0180,2022,T,11.5"
            second.remove(at: 6)
            try Self.write(second, bench)
            let changed = try await Self.run(bench)
            #expect(changed.contains("\"new\":0,\"changed\":1,"), "\(changed)")
            #expect(changed.contains("\"withdrawn\":1,"), "\(changed)")
            let revision = try await bench.database.psql(
                "SELECT string_agg(value::text, ' ' ORDER BY value) FROM dw.fact_outcome_revision")
            #expect(revision == "1 10.5", "\(revision)")
            // A copy of a database has none of the roles' rights of login.
            #expect(try await bench.run("migrate").status == 0)
            let healthy = try await bench.run("doctor", "--data")
            #expect(healthy.status == 0, "\(healthy)")
        }
    }

    @Test func `what jumped is held back with 65 until it is accepted`() async throws {
        try await ETLBench.with { bench in
            try Self.write(Self.first, bench)
            _ = try await Self.run(bench)
            let before = try await Self.facts(bench)
            try Self.write(
                Self.first.map { row in
                    row.hasPrefix("N90001") ? row.replacing(".", with: "000.") : row
                }, bench)
            let held = try await Self.run(bench, status: 65)
            #expect(
                held.contains("\"slice\":\"N90001/2022\",\"reason\":\"jumped-values\""), "\(held)")
            #expect(try await Self.facts(bench) == before)
            // The same bytes again are told again, not passed over.
            let again = try await bench.run("run", "kolada", "--from-file", "bulk.csv")
            #expect(again.status == 65, "\(again)")
            #expect(again.errors.contains("--accept N90001/2022"), "\(again)")
            let accepted = try await Self.run(bench, "--accept", "N90001/2022")
            #expect(accepted.contains("\"changed\":6,"), "\(accepted)")
            #expect(try await Self.facts(bench) != before)
        }
    }

    @Test func `units and years that nobody asks for are neither loaded nor closed`() async throws {
        try await ETLBench.with { bench in
            try Self.write(Self.first, bench)
            let narrow = try await Self.run(bench, "--unit", "0182", "--kpi", "N90001")
            #expect(narrow.contains("\"read\":1,\"new\":1,"), "\(narrow)")
            _ = try await Self.run(bench)
            let before = try await Self.facts(bench)
            let again = try await Self.run(bench, "--unit", "0182", "--year", "2021")
            #expect(again.contains("\"new\":0,\"changed\":0,"), "\(again)")
            #expect(try await Self.facts(bench) == before)
        }
    }

    @Test func `a file that is cut off, or none, changes nothing and says so`() async throws {
        try await ETLBench.with { bench in
            try Self.write(Self.first, bench)
            _ = try await Self.run(bench)
            let before = try await Self.facts(bench)
            try bench.write(
                "kpi,municipality,period,gender,value\nN90001,0180,2022,T,99.0\nN90002,01",
                to: "bulk.csv")
            let cut = try await bench.run("run", "kolada", "--from-file", "bulk.csv")
            #expect(cut.status == 65, "\(cut)")
            #expect(cut.errors.contains("bulk.csv:3"), "\(cut)")
            let none = try await bench.run("run", "kolada", "--from-file", "none.csv")
            #expect(none.status == 66, "\(none)")
            #expect(try await Self.facts(bench) == before)
        }
    }

    @Test func `Kolada's options are for Kolada`() async throws {
        try await ETLBench.with { bench in
            for arguments in [
                ["run", "--all", "--kpi", "all"], ["run", "kolada", "--year", "22"],
                ["run", "kolada", "--rate", "0"],
                ["run", "kolada", "--from-snapshot", "--from-file", "x"],
                ["run", "kolada", "--from-file", "x", "--unit", "Nacka"],
            ] {
                let result = try await bench.tool.run(arguments)
                #expect(result.status == 64, "\(arguments): \(result)")
            }
        }
    }
}
