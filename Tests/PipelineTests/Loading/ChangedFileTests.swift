import Pipeline
import TestSupport
import Testing
import Warehouse

/// What a second load does when a file has changed.
@Suite struct ChangedFileTests {
    private static let rows = [
        "U33461;Nacka;2017;86", "U33461;Täby;2017;88", "U33461;Solna;2017;85",
        "U33461;Värmdö;2017;66", "U33461;Danderyd;2017;-",
    ]

    @Test func `one changed cell is one change, and the old value is a revision`() async throws {
        try await Workbench.withEmpty { bench in
            try bench.writeSource(Self.rows)
            let first = try await bench.run()
            #expect(
                first.summary == [
                    "own loaded read 5 new 5 changed 0 unchanged 0 withdrawn 0 rejected 0 duplicates 0"
                ])
            try bench.replace(
                "U33461;Solna;2017;85", by: "U33461;Solna;2017;84,5", in: "etl/own.csv")
            let second = try await bench.run()
            #expect(
                second.summary == [
                    "own loaded read 5 new 0 changed 1 unchanged 4 withdrawn 0 rejected 0 duplicates 0"
                ])
            let versions = try await bench.database.psql(
                """
                SELECT v.value, v.revision_no, v.recorded_to IS NULL FROM mart.outcome_version AS v
                JOIN mart.municipality AS m USING (municipality_key)
                WHERE m.name = 'Solna' ORDER BY revision_no
                """)
            #expect(versions == "85|1|f\n84.5|2|t")
            let untouched = try await bench.database.psql(
                "SELECT count(*) FROM dw.fact_outcome WHERE revision_no = 1")
            #expect(untouched == "4")
        }
    }

    @Test func `rows in another order, other decimals and a spelled out name change nothing`()
        async throws
    {
        try await Workbench.withEmpty { bench in
            try bench.writeSource(Self.rows)
            _ = try await bench.run()
            let before = try await bench.rowIdentities()
            try bench.writeRows([
                "U33461;0162;2017;-", "u33461;Värmdö kommun;2017;66,0", "U33461;solna;2017;85,00",
                "U33461;0160;2017;88", "U33461;NACKA;2017;86",
            ])
            let report = try await bench.run()
            #expect(
                report.summary == [
                    "own loaded read 5 new 0 changed 0 unchanged 5 withdrawn 0 rejected 0 duplicates 0"
                ])
            #expect(try await bench.rowIdentities() == before)
        }
    }

    @Test func `from A to B and back to A loads twice and keeps both`() async throws {
        try await Workbench.withEmpty { bench in
            try bench.writeSource(["U33461;Nacka;2017;86"])
            for (value, changed) in [("86", 0), ("87", 1), ("86", 1)] {
                try bench.writeRows(["U33461;Nacka;2017;\(value)"])
                let report = try await bench.run()
                #expect(report.outcomes.first?.counts.revised == Int64(changed))
                #expect(report.outcomes.first?.state == .loaded)
            }
            #expect(
                try await bench.facts() == ["outcome|U33461|0182|2017|0|own|own|ok|86"])
        }
    }

    @Test func `a removed row is withdrawn, and comes back when the row does`() async throws {
        try await Workbench.withEmpty { bench in
            try bench.writeSource(Self.rows)
            _ = try await bench.run()
            try bench.writeRows(Array(Self.rows.dropFirst()))
            let second = try await bench.run()
            #expect(
                second.summary == [
                    "own loaded read 4 new 0 changed 0 unchanged 4 withdrawn 1 rejected 0 duplicates 0"
                ])
            let nacka = "SELECT status, value FROM mart.outcome WHERE municipality = 'Nacka'"
            #expect(try await bench.database.psql(nacka) == "withdrawn|")
            try bench.writeRows(Self.rows)
            let third = try await bench.run()
            #expect(third.outcomes.first?.counts.revised == 1)
            #expect(try await bench.database.psql(nacka) == "ok|86")
            #expect(try await bench.faults() == [])
        }
    }

    @Test func `when too much has vanished nothing is loaded`() async throws {
        try await Workbench.withEmpty { bench in
            try bench.writeSource(Self.rows, more: "max_withdrawn_share: 0.4")
            _ = try await bench.run()
            let before = try await bench.rowIdentities()
            // Three of five are gone, and one of the rest has changed.
            try bench.writeRows(["U33461;Nacka;2017;86", "U33461;Täby;2017;11"])
            let report = try await bench.run()
            #expect(report.outcomes.first?.state == .refused)
            #expect(report.said.contains("load.too-much-vanished"))
            #expect("\(report.exitStatus)" == "data")
            #expect(try await bench.rowIdentities() == before)
            // It is refused again, not taken for loaded.
            let again = try await bench.run()
            #expect(again.outcomes.first?.state == .refused)
            // Two of five may go.
            try bench.writeRows(Array(Self.rows.dropFirst(2)))
            let fewer = try await bench.run()
            #expect(fewer.outcomes.first?.counts.withdrawn == 2)
        }
    }

    @Test func `a row that cannot be read does not withdraw its figure`() async throws {
        try await Workbench.withEmpty { bench in
            try bench.writeSource(Self.rows, more: "max_reject_share: 0.5")
            _ = try await bench.run()
            let before = try await bench.rowIdentities()
            try bench.replace("U33461;Nacka;2017;86", by: "U33461;Nakca;2017;86", in: "etl/own.csv")
            let report = try await bench.run()
            #expect(
                report.summary == [
                    "own loaded read 5 new 0 changed 0 unchanged 4 withdrawn 0 rejected 1 duplicates 0"
                ])
            #expect(try await bench.rowIdentities() == before)
        }
    }

    @Test func `beyond the allowed share of rejects nothing is loaded, and the rejects are kept`()
        async throws
    {
        try await Workbench.withEmpty { bench in
            try bench.writeSource(Self.rows, more: "max_reject_share: 0.2")
            _ = try await bench.run()
            let before = try await bench.rowIdentities()
            try bench.writeRows([
                "U33461;Nacka;2017;nittio", "U33461;Täby;2017;9O", "U33461;Solna;2017;85",
                "U33461;Värmdö;2017;67", "U33461;Danderyd;2017;-",
            ])
            let report = try await bench.run()
            #expect(report.outcomes.first?.state == .refused)
            #expect(report.said.contains("load.too-many-rejects"))
            #expect("\(report.exitStatus)" == "data")
            #expect(try await bench.rowIdentities() == before)
            let rejects = try await bench.database.psql(
                """
                SELECT r.line_no, r.column_no, r.column_name, r.cell, l.state
                FROM etl.reject AS r JOIN etl.load AS l USING (load_key) ORDER BY r.line_no
                """)
            #expect(
                rejects == """
                    2|4|value|nittio|refused
                    3|4|value|9O|refused
                    """)
        }
    }

    @Test func `identical repetitions load once with a note, contradicting ones not at all`()
        async throws
    {
        try await Workbench.withEmpty { bench in
            try bench.writeSource(
                [
                    "U33461;Nacka;2017;86", "U33461;0182;2017;86,0", "U33461;Täby;2017;88",
                    "U33461;Täby;2017;89", "U33461;Solna;2017;85", "U33461;Värmdö;2017;66",
                ], more: "max_reject_share: 0.5")
            let report = try await bench.run()
            #expect(
                report.summary == [
                    "own loaded read 6 new 3 changed 0 unchanged 0 withdrawn 0 rejected 2 duplicates 1"
                ])
            #expect(report.said.contains("load.repetition"))
            let loaded = try await bench.database.psql(
                "SELECT municipality FROM mart.outcome ORDER BY municipality COLLATE \"sv-x-icu\"")
            #expect(loaded == "Nacka\nSolna\nVärmdö")
            let rejects = try await bench.database.psql(
                "SELECT line_no, cell, reject_code FROM etl.reject ORDER BY line_no")
            #expect(rejects == "4|88|row.contradicts-another\n5|89|row.contradicts-another")
        }
    }

    @Test func `a contradiction in a later file does not touch the figure that is known`()
        async throws
    {
        try await Workbench.withEmpty { bench in
            try bench.writeSource(Self.rows, more: "max_reject_share: 0.5")
            _ = try await bench.run()
            try bench.writeRows(Self.rows + ["U33461;Nacka;2017;87"])
            let report = try await bench.run()
            #expect(report.outcomes.first?.counts.rejected == 2)
            #expect(report.outcomes.first?.counts.withdrawn == 0)
            let nacka = try await bench.database.psql(
                "SELECT value, status FROM mart.outcome WHERE municipality = 'Nacka'")
            #expect(nacka == "86|ok")
        }
    }

    @Test func `a figure attributed to another document is withdrawn from the former one`()
        async throws
    {
        try await Workbench.withEmpty { bench in
            try bench.writeSource(
                Self.rows, more: "document: nacka-socialnamnden-arsredovisning-2017")
            _ = try await bench.run()
            try bench.writeSource(
                Self.rows,
                more: """
                    document: nacka-socialnamnden-tertialbokslut-1-2018
                    max_withdrawn_share: 1
                    """)
            let report = try await bench.run()
            #expect(report.outcomes.first?.counts.new == 5)
            #expect(report.outcomes.first?.counts.withdrawn == 5)
            let nacka = try await bench.database.psql(
                """
                SELECT source, status FROM mart.outcome_all_sources
                WHERE municipality = 'Nacka' ORDER BY source
                """)
            #expect(
                nacka == """
                    nacka-socialnamnden-arsredovisning-2017|withdrawn
                    nacka-socialnamnden-tertialbokslut-1-2018|ok
                    """)
        }
    }
}
