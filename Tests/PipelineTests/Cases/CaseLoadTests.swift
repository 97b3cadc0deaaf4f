import Diagnostics
import Pipeline
import TestSupport
import Testing
import Warehouse

/// From a delivery of case data to figures of the own municipality.
@Suite struct CaseLoadTests {
    private static let own = [
        "outcome|U33461|0182|2017|0|arenden|arenden|ok|70.0000|42|60|"
            + "Egen bearbetning av kommunens ärendedata; inte publicerad",
        "outcome|U33461|0182|2017|1|arenden|arenden|ok|66.6667|20|30|"
            + "Egen bearbetning av kommunens ärendedata; inte publicerad",
        "outcome|U33461|0182|2017|2|arenden|arenden|ok|73.3333|22|30|"
            + "Egen bearbetning av kommunens ärendedata; inte publicerad",
    ]

    @Test func `a delivery becomes cases and three figures, and the same again changes nothing`()
        async throws
    {
        try await CaseBench.with { cases in
            try cases.writeRows(CaseBench.ordinary)
            let report = try await cases.run()
            #expect(
                report.summary == [
                    "arenden loaded read 3 new 3 changed 0 unchanged 0 withdrawn 0 rejected 0 duplicates 0"
                ])
            #expect(report.codes == ["cases.delivery"])
            #expect(try await cases.bench.facts() == Self.own)
            // 60 persons, 18 of them with a second investigation.
            #expect(try await cases.counts() == "78|0|read 78, load 78")
            let again = try await cases.run()
            #expect(again.outcomes.map(\.state) == [.unchanged])
            #expect(try await cases.bench.facts() == Self.own)
            #expect(try await cases.bench.faults() == [])
        }
    }

    @Test func `the published figure speaks, and the own stands beside it`() async throws {
        try await CaseBench.with { cases in
            try cases.bench.writeSource(["U33461;Nacka;2017;86"])
            _ = try await cases.bench.run(["own"])
            try cases.writeRows(CaseBench.ordinary)
            _ = try await cases.run()
            let spoken = try await cases.bench.database.psql(
                """
                SELECT value, source FROM mart.outcome
                WHERE indicator_code = 'U33461' AND municipality_code = '0182' AND gender = 'T'
                """)
            #expect(spoken == "86|own")
            let stated = try await cases.bench.database.psql(
                """
                SELECT value, numerator, denominator, source FROM mart.outcome_all_sources
                WHERE indicator_code = 'U33461' AND municipality_code = '0182' AND gender = 'T'
                ORDER BY speaks_before
                """)
            #expect(stated == "86|||own\n70.0000|42|60|arenden")
        }
    }

    @Test func `a changed delivery revises figures and cases, and what is gone is withdrawn`()
        async throws
    {
        try await CaseBench.with { cases in
            try cases.writeRows(CaseBench.ordinary)
            _ = try await cases.run()
            // One girl more came back, and one boy is no longer in the delivery.
            var rows = CaseBench.ordinary.filter { !$0.hasPrefix("person-M29;") }
            rows.append("person-K29;b;Utredning;2016-12-01;;;K;")
            try cases.writeRows(rows)
            let report = try await cases.run()
            #expect(
                report.summary == [
                    "arenden loaded read 3 new 0 changed 3 unchanged 0 withdrawn 0 rejected 0 duplicates 0"
                ])
            let facts = try await cases.bench.facts().map {
                $0.split(separator: "|")[8...10].joined(separator: " ")
            }
            // Women 19 of 30, men 21 of 29, everybody 40 of 59.
            #expect(facts == ["67.7966 40 59", "63.3333 19 30", "72.4138 21 29"])
            #expect(try await cases.counts() == "78|1|read 78, load 78, read 78, load 78")
            // The investigation is closed later: a milestone is filled in.
            try cases.writeRows(
                rows.map { $0.replacing("2016-12-01;;;", with: "2016-12-01;2017-02-01;8;") })
            _ = try await cases.run()
            let revisions = try await cases.bench.database.psql(
                "SELECT is_withdrawn, revision_no FROM case_data.fact_case_revision ORDER BY 1")
            #expect(revisions == "f|1\nt|1")
            #expect(try await cases.bench.faults() == [])
        }
    }

    @Test func `small figures never reach the facts, though the indicator is public`() async throws
    {
        try await CaseBench.with { cases in
            // 2 of 20 women came back: too few to show, and so, with the total, would the men tell it.
            try cases.writeRows(
                CaseBench.persons("K", returned: 2, of: 20)
                    + CaseBench.persons("M", returned: 9, of: 20))
            _ = try await cases.run()
            let rows = try await cases.bench.database.psql(
                "SELECT gender_key, status_key, value, numerator, denominator FROM dw.fact_outcome ORDER BY 1"
            )
            #expect(rows == "0|0|72.5000|29|40\n1|120|||\n2|120|||")
        }
    }

    @Test func `persons of no stated gender are not told by everybody less women and men`()
        async throws
    {
        try await CaseBench.with { cases in
            // One came back whose gender is not told: 42 of 61, 20 of 30 and 22 of 30 would tell it.
            try cases.writeRows(
                CaseBench.ordinary + CaseBench.persons("", returned: 1, of: 1))
            _ = try await cases.run()
            let query =
                "SELECT gender_key, status_key, value, numerator, denominator FROM dw.fact_outcome ORDER BY 1"
            #expect(
                try await cases.bench.database.psql(query)
                    == "0|0|68.8525|42|61\n1|120|||\n2|120|||")
            // Twelve of them, six of whom came back, are enough not to be anybody.
            try cases.writeRows(
                CaseBench.ordinary + CaseBench.persons("", returned: 6, of: 12))
            _ = try await cases.run()
            #expect(
                try await cases.bench.database.psql(query)
                    == "0|0|66.6667|48|72\n1|0|66.6667|20|30\n2|0|73.3333|22|30")
        }
    }

    @Test func `where the figures are refused the cases are as they were`() async throws {
        try await CaseBench.with { cases in
            try cases.writeRows(CaseBench.ordinary)
            _ = try await cases.run()
            // A delivery that begins after the closes to be counted gives no figure at all.
            try cases.writeSpec(from: "2016-02-01")
            try cases.writeRows(
                CaseBench.ordinary + ["person-K29;b;Utredning;2016-12-01;;;K;"])
            let report = try await cases.run()
            #expect(report.codes == ["load.too-much-vanished"])
            #expect(report.outcomes.map(\.state) == [.refused])
            #expect(try await cases.bench.facts() == Self.own)
            #expect(try await cases.counts() == "78|0|read 78, load 78, read -")
            #expect(try await cases.bench.faults() == [])
        }
    }

    @Test func `a server that logs values is told of`() async throws {
        try await CaseBench.with { cases in
            // High enough that nothing is logged here.
            try await cases.bench.database.psql(
                """
                DO $$ BEGIN EXECUTE format(
                    'ALTER DATABASE %I SET log_min_duration_statement = 2000000', current_database());
                END $$
                """)
            try cases.writeRows(CaseBench.ordinary)
            let report = try await cases.run()
            #expect(report.codes == ["cases.logged-values", "cases.delivery"])
        }
    }

    @Test
    func `who is not followed for a year is left out, told of, and the figure is preliminary`()
        async throws
    {
        try await CaseBench.with { cases in
            try cases.writeSpec(until: "2017-03-31")
            try cases.writeRows(
                CaseBench.ordinary + ["person-X;a;Utredning;2016-02-01;2016-06-01;7;K;"])
            let report = try await cases.run()
            #expect(report.codes == ["cases.not-followed", "cases.delivery"])
            // One person: a message does not count so few.
            let told = try #require(report.outcomes.first?.diagnostics.first)
            #expect(told.message.sv.contains("färre än fem personer"))
            #expect(told.message.en.contains("fewer than five persons"))
            let rows = try await cases.bench.database.psql(
                "SELECT gender_key, status_key, numerator, denominator FROM dw.fact_outcome ORDER BY 1"
            )
            #expect(rows == "0|1|42|60\n1|1|20|30\n2|1|22|30")
        }
    }

    @Test func `a plan changes nothing but the log of accesses`() async throws {
        try await CaseBench.with { cases in
            try cases.writeRows(CaseBench.ordinary)
            let report = try await cases.run(isDryRun: true)
            #expect(
                report.summary == [
                    "arenden loaded read 3 new 3 changed 0 unchanged 0 withdrawn 0 rejected 0 duplicates 0"
                ])
            #expect(try await cases.bench.facts() == [])
            #expect(try await cases.counts() == "0|0|read -")
        }
    }

    @Test func `another key is refused until everything made by the first is purged`() async throws
    {
        try await CaseBench.with { cases in
            try cases.writeRows(CaseBench.ordinary)
            _ = try await cases.run()
            try cases.writeKey("02")
            let refused = try await cases.run()
            #expect(refused.codes == ["cases.other-key"])
            #expect(refused.outcomes.map(\.state) == [.failed])
            try await cases.bench.database.psql(
                "SELECT case_data.purge_cases('arenden', 'nyckelbyte', NULL, NULL, true)")
            let report = try await cases.run()
            #expect(report.outcomes.map(\.state) == [.loaded])
            #expect(try await cases.bench.facts() == Self.own)
        }
    }

    @Test func `a delivery that lost most of its cases is refused whole`() async throws {
        try await CaseBench.with { cases in
            try cases.writeRows(CaseBench.ordinary)
            _ = try await cases.run()
            try cases.writeRows(Array(CaseBench.ordinary.prefix(10)))
            let report = try await cases.run()
            #expect(report.codes == ["load.too-much-vanished"])
            #expect(report.outcomes.map(\.state) == [.refused])
            #expect(try await cases.bench.facts() == Self.own)
            #expect(try await cases.counts() == "78|0|read 78, load 78, read -")
        }
    }

    @Test func `a login without the role of case data loads nothing`() async throws {
        try await CaseBench.with { cases in
            try await cases.bench.database.psql(
                """
                DO $$ BEGIN CREATE ROLE case_outsider LOGIN;
                EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$
                """)
            try await cases.bench.database.psql("GRANT riktmarke_etl TO case_outsider")
            try cases.writeRows(CaseBench.ordinary)
            let report = try await cases.run(login: "case_outsider")
            #expect(report.codes == ["cases.no-role"])
            #expect(report.outcomes.map { "\($0.exitStatus)" } == ["permission"])
            #expect(try await cases.counts() == "0|0|")
            #expect(try await cases.bench.facts() == [])
        }
    }
}
