import Diagnostics
import Indicators
import Pipeline
import TestSupport
import Testing
import Warehouse

/// What becomes of slices that are new, changed, gone, back, in another order.
@Suite struct SliceLoadTests {
    private static let first = [
        Figure("0182", 5.5), Figure("0162", 4), Figure("0182", 6, .women), Figure("0184", nil),
    ]

    @Test func `what is new is loaded, and the same again touches nothing`() async throws {
        try await SliceBench.with { bench in
            let slice = try SliceBench.slice("N00090", 2022, Self.first)
            let report = try await bench.load([slice])
            #expect(report.counts.four == [4, 0, 0, 0])
            #expect(report.counts.missing == 1)
            #expect(
                try await bench.facts() == [
                    "N00090/2022 0162 T 4 r1", "N00090/2022 0182 K 6 r1",
                    "N00090/2022 0182 T 5.5 r1", "N00090/2022 0184 T missing_null r1",
                ])
            let before = try await bench.lines(
                "SELECT xmin, ctid FROM dw.fact_outcome ORDER BY ctid")
            let again = try await bench.load([slice])
            #expect(again.unchangedSlices == 1 && again.loadedSlices == 0)
            #expect(again.counts.four == [0, 0, 4, 0])
            let after = try await bench.lines(
                "SELECT xmin, ctid FROM dw.fact_outcome ORDER BY ctid")
            #expect(before == after)
            #expect(try await bench.faults() == [])
        }
    }

    @Test func `rows in another order, or said twice, or with more zeros, are the same`()
        async throws
    {
        try await SliceBench.with { bench in
            try await bench.load([try SliceBench.slice("N00090", 2022, Self.first)])
            var other = Array(Self.first.reversed()) + [Figure("0162", 4), Figure("0182", 5.5)]
            other[3] = Figure("0182", exact: ScaledDecimal(units: Int64(5500), scale: 3))
            var slice = try SliceBench.slice("N00090", 2022, other)
            // As if its digest were another one: what the digest lets through is compared.
            slice.digest = Array(repeating: 1, count: 32)
            let report = try await bench.load([slice])
            #expect(report.counts.four == [0, 0, 4, 0])
            #expect(report.counts.duplicates == 2 && report.counts.balances)
            #expect(try await bench.faults() == [])
        }
    }

    @Test func `a figure is revised, vanishes, comes back, and every version is known by its time`()
        async throws
    {
        try await SliceBench.with { bench in
            func load(_ figures: [Figure], _ time: String) async throws -> [Int64] {
                try await bench.load(
                    [try SliceBench.slice("N00090", 2022, figures)], at: time
                ).counts.four
            }
            #expect(
                try await load([Figure("0182", 5), Figure("0162", 4)], "2026-01-01") == [
                    2, 0, 0, 0,
                ])
            #expect(
                try await load([Figure("0182", 6), Figure("0162", 4)], "2026-01-02") == [
                    0, 1, 1, 0,
                ])
            #expect(try await load([Figure("0162", 4)], "2026-01-03") == [0, 0, 1, 1])
            #expect(
                try await load([Figure("0182", nil), Figure("0162", 4)], "2026-01-04") == [
                    0, 1, 1, 0,
                ])
            // The very first answer again.
            #expect(
                try await load([Figure("0182", 5), Figure("0162", 4)], "2026-01-05") == [
                    0, 1, 1, 0,
                ])
            #expect(
                try await bench.facts() == ["N00090/2022 0162 T 4 r1", "N00090/2022 0182 T 5 r5"])
            let nacka = ["5", "6", nil, "missing_null", "5"]
            for (day, value) in nacka.enumerated() {
                let known = try await bench.known(at: "2026-01-0\(day + 1) 12:00")
                let expected =
                    ["N00090/2022 0162 T 4"] + (value.map { ["N00090/2022 0182 T \($0)"] } ?? [])
                #expect(known == expected, "day \(day + 1)")
            }
            #expect(try await bench.known(at: "2025-12-31") == [])
            #expect(try await bench.faults() == [])
        }
    }

    @Test func `only units that were asked for are closed`() async throws {
        try await SliceBench.with { bench in
            try await bench.load([
                try SliceBench.slice(
                    "N00090", 2022, [Figure("0182", 5), Figure("0162", 4), Figure("0184", 3)])
            ])
            let narrow = try await bench.load(
                [try SliceBench.slice("N00090", 2022, [Figure("0162", 7)])],
                units: ["0162", "0182"])
            #expect(narrow.counts.four == [0, 1, 0, 1])
            #expect(
                try await bench.facts() == [
                    "N00090/2022 0162 T 7 r2", "N00090/2022 0182 T withdrawn r2",
                    "N00090/2022 0184 T 3 r1",
                ])
            // The wide digest tells of what was before: the same answer is merged again.
            let wide = try await bench.load([
                try SliceBench.slice(
                    "N00090", 2022, [Figure("0182", 5), Figure("0162", 4), Figure("0184", 3)])
            ])
            #expect(wide.counts.four == [0, 2, 1, 0])
            #expect(try await bench.faults() == [])
        }
    }

    @Test func `a unit that was not asked for is rejected, and the slice closes nothing`()
        async throws
    {
        try await SliceBench.with { bench in
            try await bench.load([
                try SliceBench.slice("N00090", 2022, [Figure("0182", 5), Figure("0162", 4)])
            ])
            let report = try await bench.load(
                [try SliceBench.slice("N00090", 2022, [Figure("0162", 4), Figure("0184", 1)])],
                units: ["0162", "0182"])
            #expect(report.counts.rejected == 1 && report.counts.four == [0, 0, 1, 0])
            #expect(try await bench.facts().count == 2)
            #expect(
                try await bench.lines("SELECT reject_code, cell FROM etl.reject")
                    == ["slice.unit-not-asked-for|184 0"])
            #expect(try await bench.faults() == [])
        }
    }

    @Test func `an absent slice closes nothing, an empty one everything`() async throws {
        try await SliceBench.with { bench in
            try await bench.load([
                try SliceBench.slice("N00090", 2021, [Figure("0182", 5)]),
                try SliceBench.slice("N00090", 2022, [Figure("0182", 6)]),
            ])
            let report = try await bench.load([try SliceBench.slice("N00090", 2022, [])])
            #expect(report.counts.four == [0, 0, 0, 1])
            #expect(
                try await bench.facts()
                    == ["N00090/2021 0182 T 5 r1", "N00090/2022 0182 T withdrawn r2"])
            #expect(try await bench.faults() == [])
        }
    }

    @Test func `an answer with what has changed closes only what it calls deleted`() async throws {
        try await SliceBench.with { bench in
            let whole = try SliceBench.slice(
                "N00090", 2022, [Figure("0182", 5), Figure("0162", 4), Figure("0184", 3)])
            try await bench.load([whole])
            let report = try await bench.load(
                [
                    try SliceBench.slice(
                        "N00090", 2022, [Figure("0162", 8), .deleted("0184"), .deleted("0160")])
                ], coverage: .changes)
            #expect(report.counts.four == [0, 1, 0, 1])
            #expect(report.counts.deletions == 2 && report.counts.balances)
            #expect(
                try await bench.facts() == [
                    "N00090/2022 0162 T 8 r2", "N00090/2022 0182 T 5 r1",
                    "N00090/2022 0184 T withdrawn r2",
                ])
            // The digest of the whole slice no longer tells what the warehouse holds.
            let sweep = try await bench.load([whole])
            #expect(sweep.unchangedSlices == 0 && sweep.counts.four == [0, 2, 1, 0])
            #expect(try await bench.faults() == [])
        }
    }

    @Test func `a slice with rejected rows is loaded, closes nothing and is looked at again`()
        async throws
    {
        try await SliceBench.with { bench in
            try await bench.load([
                try SliceBench.slice("N00090", 2022, [Figure("0182", 5), Figure("0162", 4)])
            ])
            let torn = try SliceBench.slice("N00090", 2022, [Figure("0182", 6)], rejected: 1)
            #expect(try await bench.load([torn]).counts.four == [0, 1, 0, 0])
            #expect(try await bench.facts().contains("N00090/2022 0162 T 4 r1"))
            #expect(try await bench.load([torn]).counts.four == [0, 0, 1, 0])
            #expect(try await bench.faults() == [])
        }
    }

    @Test func `figures that contradict each other are all rejected`() async throws {
        try await SliceBench.with { bench in
            let report = try await bench.load([
                try SliceBench.slice(
                    "N00090", 2022, [Figure("0182", 5), Figure("0162", 4), Figure("0182", 6)])
            ])
            #expect(report.counts.rejected == 2 && report.counts.four == [1, 0, 0, 0])
            #expect(try await bench.facts() == ["N00090/2022 0162 T 4 r1"])
            #expect(try await bench.faults() == [])
        }
    }

    @Test func `a slice that comes twice in a run is merged twice, one after the other`()
        async throws
    {
        try await SliceBench.with { bench in
            let slices = [
                try SliceBench.slice("N00090", 2022, [Figure("0182", 5)]),
                try SliceBench.slice("N00090", 2022, [Figure("0182", 5)]),
                try SliceBench.slice("N00090", 2022, [Figure("0182", 6)]),
            ]
            let report = try await bench.load(slices)
            #expect(report.counts.four == [1, 1, 1, 0])
            #expect(try await bench.facts() == ["N00090/2022 0182 T 6 r2"])
            #expect(try await bench.faults() == [])
        }
    }

    @Test func `an indicator that no catalogue has is added and marked; a secret one is left out`()
        async throws
    {
        try await SliceBench.with { bench in
            try await bench.database.psql(
                "UPDATE dw.dim_indicator_version SET disclosure = 'secret' FROM dw.dim_indicator AS i WHERE i.indicator_key = dim_indicator_version.indicator_key AND i.indicator_code = 'N00090'"
            )
            let report = try await bench.load([
                try SliceBench.slice("N99999", 2022, [Figure("0182", 5)]),
                try SliceBench.slice("N00090", 2022, [Figure("0182", 5)]),
            ])
            #expect(report.diagnostics.map(\.code) == ["slice.secret"])
            #expect(try await bench.facts() == ["N99999/2022 0182 T 5 r1"])
            #expect(
                try await bench.lines(
                    "SELECT v.origin, v.polarity FROM dw.dim_indicator_version AS v JOIN dw.dim_indicator AS i USING (indicator_key) WHERE indicator_code = 'N99999'"
                ) == ["catalogue_missing|unknown"])
            #expect(try await bench.faults() == [])
        }
    }

    @Test func `a receipt ends at the answer, and stays there while the figure does`() async throws
    {
        try await SliceBench.with { bench in
            try await bench.load([try SliceBench.slice("N00090", 2022, [Figure("0182", 5)])])
            var later = try SliceBench.slice(
                "N00090", 2022, [Figure("0182", 5), Figure("0162", 1)])
            later.files[0].sha256 = Array(repeating: 9, count: 32)
            try await bench.load([later])
            let receipts = try await bench.lines(
                """
                SELECT m.municipality_code, left(encode(l.sha256, 'hex'), 4), l.url
                FROM dw.fact_outcome AS f JOIN dw.dim_municipality AS m USING (municipality_key)
                JOIN etl.load_file AS l ON l.load_key = f.load_key AND l.file_no = f.source_file ORDER BY 1
                """)
            let url = "https://api.kolada.se/v3/data/kpi/N00090/year/2022"
            #expect(receipts == ["0162|0909|\(url)", "0182|0707|\(url)"])
        }
    }
}
