import FoundationEssentials
import Pipeline
import TestSupport
import Testing
import Warehouse

/// The shipped seeds, loaded as `run --all` does.
@Suite struct ShippedSeedsTests {
    @Test func `every figure of the seed files is in the warehouse, and no other`() async throws {
        try await Workbench.withShipped { bench in
            let report = try await bench.run()
            #expect("\(report.exitStatus)" == "ok")
            let loaded = try await bench.database.psql(
                """
                SELECT concat_ws('|', 'outcome', i.indicator_code, m.municipality_code,
                    p.period_code, f.value, st.status_code, l.file_name, f.document_line, f.note)
                FROM dw.fact_outcome AS f \(SeedFile.joins)
                UNION ALL
                SELECT concat_ws('|', 'target', i.indicator_code, m.municipality_code,
                    p.period_code, f.value, st.status_code, l.file_name, f.document_line, f.note)
                FROM dw.fact_target AS f \(SeedFile.joins)
                """
            ).split(separator: "\n").map {
                String($0).replacing(bench.folder.path + "/seeds/outcomes/", with: "")
            }
            let stated = try SeedFile.all.flatMap { try $0.figures() }
            #expect(stated.count > 100)
            #expect(loaded.sorted() == stated.sorted())
            let faults = try await bench.faults()
            #expect(faults == [])
        }
    }

    @Test func `the figures that people know are right`() async throws {
        try await Workbench.withShipped { bench in
            _ = try await bench.run()
            let database = bench.database
            let benchmark = try await database.psql(
                """
                SELECT string_agg(municipality || ' ' || value, ', ' ORDER BY value DESC)
                FROM mart.outcome WHERE indicator_code = 'U33461' AND period = '2017'
                """)
            #expect(benchmark == "Danderyd 89, Täby 88, Nacka 86, Solna 85, Värmdö 66")

            let contracts = try await database.psql(
                """
                SELECT source, value FROM mart.outcome_all_sources
                WHERE indicator_code = 'L0182-012' AND period = '2017' ORDER BY source
                """)
            #expect(
                contracts == """
                    nacka-socialnamnden-arsredovisning-2017|5
                    nacka-socialnamnden-tertialbokslut-1-2018|4.8
                    """)
            let one = try await database.psql(
                """
                SELECT source, value FROM mart.outcome
                WHERE indicator_code = 'L0182-012' AND period = '2017'
                """)
            #expect(one == "nacka-socialnamnden-tertialbokslut-1-2018|4.8")

            let outpatients = try await database.psql(
                """
                SELECT DISTINCT period, value FROM mart.outcome_all_sources
                WHERE indicator_code = 'L0182-015' AND value IS NOT NULL ORDER BY period
                """)
            #expect(outpatients == "2015|185\n2016|199\n2017|232\n2018-T1|128")
            let targets = try await database.psql(
                """
                SELECT period, target, period_declared FROM mart.target
                WHERE indicator_code = 'L0182-015' ORDER BY period
                """)
            #expect(targets == "2017|210|t\n2018-T1|70|f")

            let cumulative = try await database.psql(
                """
                SELECT string_agg(period_code || ' ' || end_date, ', ' ORDER BY period_code)
                FROM mart.period WHERE kind = 'tertial' AND is_cumulative AND year = 2018
                """)
            #expect(
                cumulative == "2018-T1 2018-04-30, 2018-T2 2018-08-31, 2018-T3 2018-12-31")
        }
    }

    @Test func `a dash and a blank are kept apart, and zero is a value`() async throws {
        try await Workbench.withShipped { bench in
            _ = try await bench.run()
            let cells = try await bench.database.psql(
                """
                SELECT indicator_code, period, status, value FROM mart.outcome_all_sources
                WHERE source = 'nacka-socialnamnden-arsredovisning-2017'
                    AND (indicator_code, period) IN (('L0182-001', '2015'), ('L0182-001', '2016'),
                        ('L0182-002', '2015'), ('L0182-003', '2015'), ('U00915', '2016'))
                ORDER BY 1, 2
                """)
            #expect(
                cells == """
                    L0182-001|2015|missing_dash|
                    L0182-001|2016|missing_dash|
                    L0182-002|2015|missing_blank|
                    L0182-003|2015|missing_blank|
                    U00915|2016|ok|0
                    """)
        }
    }

    @Test func `the same seeds again: nothing to do, and no row is written`() async throws {
        try await Workbench.withShipped { bench in
            let first = try await bench.run()
            #expect(first.outcomes.allSatisfy { $0.state == .loaded })
            let before = try await bench.rowIdentities()
            let second = try await bench.run()
            #expect(second.didNothing)
            #expect("\(second.exitStatus)" == "ok")
            #expect(second.outcomes.allSatisfy { $0.state == .unchanged && $0.load == nil })
            #expect(try await bench.rowIdentities() == before)
        }
    }

    @Test func `the reference data is what its files say`() async throws {
        try await Workbench.withShipped { bench in
            let counts = try await bench.database.psql(
                """
                SELECT kind, count(*) FROM mart.municipality GROUP BY kind ORDER BY kind
                """)
            #expect(counts == "municipality|290\nnation|1\nregion|21")
            let indicators = try await bench.database.psql(
                "SELECT count(*) >= 150 FROM mart.indicator")
            #expect(indicators == "t")
            let peers = try await bench.database.psql(
                """
                SELECT group_code, string_agg(municipality, ', ' ORDER BY sort_order)
                FROM mart.peer_group_member WHERE kind = 'named' GROUP BY group_code ORDER BY 1
                """)
            #expect(
                peers.split(separator: "\n").map { $0.split(separator: "|")[1] }.sorted() == [
                    "Danderyd, Sollentuna, Solna, Täby", "Danderyd, Solna, Täby, Värmdö",
                ])
            // Everybody is in one SKR group of each list and in one county.
            let lists = try await bench.database.psql(
                """
                SELECT kind, list_version, count(*), count(DISTINCT municipality_code)
                FROM mart.peer_group_member WHERE kind IN ('skr', 'county') GROUP BY 1, 2 ORDER BY 1, 2
                """)
            #expect(lists == "county|län|290|290\nskr|2017|290|290\nskr|2023|290|290")
        }
    }
}
