import Diagnostics
import Indicators
import Pipeline
import Postgres
import TestSupport
import Testing
import Warehouse

/// Catalogues that change: titles, vanished indicators, groups whose members change by the year.
@Suite struct CatalogueTests {
    private static func entry(
        _ code: String, _ title: String, _ description: String = ""
    ) throws
        -> Catalogue.Entry
    {
        Catalogue.Entry(
            code: try #require(IndicatorCode(code)), title: title, description: description,
            operatingArea: "Individ- och familjeomsorg", municipalityType: "K")
    }

    private static func load(
        _ bench: SliceBench, _ entries: [Catalogue.Entry], units: [Catalogue.Unit] = [],
        groups: [Catalogue.Group] = [], indicatorGroups: [Catalogue.IndicatorGroup] = [],
        whole: Bool = true, at time: String
    ) async throws -> CatalogueLoader.Report {
        try await bench.connect { connection in
            try connection.execute("SELECT set_config('riktmarke.clock', \(time), false)")
            let run = try RunLedger.begin(&connection, command: "test", programVersion: "test")
            return try CatalogueLoader.load(
                &connection,
                Catalogue(
                    indicators: entries, units: units, groups: groups,
                    indicatorGroups: indicatorGroups, isWhole: whole,
                    sha256: Array(repeating: 3, count: 32)),
                source: SliceBench.source, run: run)
        }
    }

    private static func versions(_ bench: SliceBench, _ code: String) async throws -> [String] {
        try await bench.lines(
            """
            SELECT v.title, lower(v.recorded)::date, upper(v.recorded)::date
            FROM dw.indicator_catalogue_version AS v JOIN dw.dim_indicator AS i USING (indicator_key)
            WHERE i.indicator_code = '\(code)' ORDER BY v.version_no
            """)
    }

    private static func descriptions(_ bench: SliceBench, _ code: String) async throws -> [String] {
        try await bench.lines(
            """
            SELECT v.title, v.unit, v.value_kind, v.polarity, v.origin, upper_inf(v.recorded)
            FROM dw.dim_indicator_version AS v JOIN dw.dim_indicator AS i USING (indicator_key)
            WHERE i.indicator_code = '\(code)' ORDER BY v.version_no
            """)
    }

    @Test func `a changed title and a vanished indicator are kept with from and to`() async throws {
        try await SliceBench.with { bench in
            let first = [
                try Self.entry("N91001", "Personer med insats,  antal"),
                try Self.entry("N91002", "Kostnad, kr/inv"), try Self.entry("N91003", "C, antal"),
            ]
            let one = try await Self.load(bench, first, at: "2026-03-04")
            #expect(
                [one.newIndicators, one.changedIndicators, one.vanishedIndicators] == [3, 0, 0])
            let same = try await Self.load(bench, first, at: "2026-03-05")
            #expect(same == CatalogueLoader.Report())
            let second = [
                try Self.entry("N91001", "Personer med insats, antal (-2025)"), first[2],
            ]
            let two = try await Self.load(bench, second, at: "2026-03-23")
            #expect(
                [two.newIndicators, two.changedIndicators, two.vanishedIndicators] == [0, 1, 1])
            let three = try await Self.load(bench, second + [first[1]], at: "2026-04-01")
            #expect(
                [three.newIndicators, three.changedIndicators, three.vanishedIndicators]
                    == [1, 0, 0])
            #expect(
                try await Self.versions(bench, "N91001") == [
                    "Personer med insats, antal|2026-03-04|2026-03-23",
                    "Personer med insats, antal (-2025)|2026-03-23|",
                ])
            #expect(
                try await Self.versions(bench, "N91002") == [
                    "Kostnad, kr/inv|2026-03-04|2026-03-23", "Kostnad, kr/inv|2026-04-01|",
                ])
            #expect(
                try await Self.descriptions(bench, "N91002")
                    == ["Kostnad, kr/inv|kr/inv|amount|unknown|catalogue|t"])
            #expect(
                try await bench.lines(
                    "SELECT discontinued_year FROM mart.indicator WHERE indicator_code = 'N91001'")
                    == ["2025"])
            #expect(try await bench.faults() == [])
        }
    }

    @Test func `an indicator that was missing from the catalogue gets its description later`()
        async throws
    {
        try await SliceBench.with { bench in
            try await bench.load(
                [try SliceBench.slice("N91009", 2022, [Figure("0182", 5)])], at: "2026-03-01")
            _ = try await Self.load(
                bench, [try Self.entry("N91009", "Elever som klarar sig, andel (%)")],
                at: "2026-03-04")
            #expect(
                try await Self.descriptions(bench, "N91009") == [
                    "N91009|okänd enhet|index|unknown|catalogue_missing|f",
                    "Elever som klarar sig, andel (%)|procent|share|unknown|catalogue|t",
                ])
            #expect(try await bench.facts() == ["N91009/2022 0182 T 5 r1"])
        }
    }

    @Test func `what a reference file declares of an indicator stays`() async throws {
        try await SliceBench.with { bench in
            let before = try await Self.descriptions(bench, "N00090")
            _ = try await Self.load(
                bench, [try Self.entry("N00090", "Något helt annat, antal")], at: "2026-03-04")
            #expect(try await Self.descriptions(bench, "N00090") == before)
            #expect(try await Self.versions(bench, "N00090").count == 1)
        }
    }

    @Test func `a torn catalogue changes nothing`() async throws {
        try await SliceBench.with { bench in
            let entries = try (1...5).map { try Self.entry("N9200\($0)", "T, antal") }
            _ = try await Self.load(bench, entries, at: "2026-03-04")
            let failure = await failureText {
                try await Self.load(bench, Array(entries.prefix(2)), at: "2026-03-05")
            }
            #expect(failure.contains("catalogue.too-much-vanished"))
            #expect(try await Self.versions(bench, "N92005").count == 1)
            let part = try await Self.load(
                bench, Array(entries.prefix(2)), whole: false, at: "2026-03-06")
            #expect(part.vanishedIndicators == 0)
        }
    }

    @Test func `a group keeps its id while its members change, and each list its years`()
        async throws
    {
        try await SliceBench.with { bench in
            func group(_ year: Int, _ members: [String]) throws -> Catalogue.Group {
                Catalogue.Group(
                    id: "G37475", title: "Liknande kommuner, övergripande, Nacka, \(year)",
                    members: try members.map { try MunicipalityCode($0) })
            }
            func members(on day: String, asOf: String? = nil) async throws -> [String] {
                try await bench.lines(
                    """
                    SELECT m.municipality_code FROM dw.bridge_peer_group AS b
                    JOIN dw.dim_peer_group AS g USING (group_key)
                    JOIN dw.dim_municipality AS m USING (municipality_key)
                    WHERE g.group_code = 'kolada-g37475' AND b.valid @> date '\(day)'
                        AND b.recorded @> coalesce(\(asOf.map { "'\($0)'" } ?? "NULL"), 'infinity')::timestamptz
                    ORDER BY 1
                    """)
            }
            // Kolada's lists of 2021, 2022 and 2024.
            _ = try await Self.load(
                bench, [], groups: [try group(2021, ["0117", "0123", "0126", "0160"])],
                at: "2022-02-01")
            _ = try await Self.load(
                bench, [], groups: [try group(2024, ["0126", "0136", "0138", "0160"])],
                at: "2025-02-01")
            // An older catalogue that is loaded later.
            _ = try await Self.load(
                bench, [], groups: [try group(2022, ["0123", "0125", "0126"])], at: "2025-03-01")
            let again = try await Self.load(
                bench, [], groups: [try group(2024, ["0126", "0136", "0138", "0160"])],
                at: "2025-04-01")
            #expect(again.changedMemberships == 0)
            #expect(try await members(on: "2019-06-30") == ["0117", "0123", "0126", "0160"])
            #expect(try await members(on: "2021-12-31") == ["0117", "0123", "0126", "0160"])
            #expect(try await members(on: "2023-12-31") == ["0123", "0125", "0126"])
            #expect(try await members(on: "2026-12-31") == ["0126", "0136", "0138", "0160"])
            #expect(
                try await members(on: "2023-12-31", asOf: "2025-02-15")
                    == ["0117", "0123", "0126", "0160"])
            #expect(
                try await bench.lines(
                    "SELECT name, kind FROM dw.dim_peer_group WHERE group_code = 'kolada-g37475'")
                    == ["Liknande kommuner, övergripande, Nacka|kolada"])
        }
    }

    @Test func `a unit that nobody knew is added`() async throws {
        try await SliceBench.with { bench in
            let unit = Catalogue.Unit(
                code: try MunicipalityCode("0009"), name: "Region Gotland", kind: .region)
            let new = Catalogue.Unit(
                code: try MunicipalityCode("2599"), name: "Nyby", kind: .municipality)
            let report = try await Self.load(
                bench, [], units: [unit, new], at: "2026-03-04")
            #expect(report.newUnits == 1)
            #expect(
                try await bench.lines(
                    "SELECT name, kind FROM mart.municipality WHERE municipality_code = '2599'")
                    == ["Nyby|municipality"])
        }
    }

    @Test func `what is derived from a title is marked, and the direction stays unknown`()
        async throws
    {
        try await SliceBench.with { bench in
            let entries = [
                try Self.entry(
                    "N91001", "Vräkningar som berör barn, antal barn/100 000 inv (- 2024)"),
                try Self.entry("N91002", "Programvalsfaktor kommunal gymnasieskola"),
            ]
            _ = try await Self.load(bench, entries, at: "2026-03-04")
            #expect(
                try await bench.lines(
                    """
                    SELECT title, unit, value_kind, decimals, discontinued_year, polarity, origin
                    FROM mart.indicator WHERE indicator_code IN ('N91001', 'N91002') ORDER BY indicator_code
                    """) == [
                        "Vräkningar som berör barn, antal barn/100 000 inv|antal barn/100 000 inv|rate|1|2024|unknown|catalogue",
                        "Programvalsfaktor kommunal gymnasieskola|okänd enhet|index|2||unknown|catalogue",
                    ])
        }
    }

    @Test func `a group of indicators keeps its title and members with from and to`() async throws {
        try await SliceBench.with { bench in
            let entries = [
                try Self.entry("N91001", "A, antal"), try Self.entry("N91002", "B, antal"),
                try Self.entry("N91003", "C, antal"),
            ]
            func group(_ title: String, _ codes: [String]) throws -> Catalogue.IndicatorGroup {
                Catalogue.IndicatorGroup(
                    id: "G2KPI150159", title: title,
                    members: try codes.map { try #require(IndicatorCode($0)) })
            }
            func members(asOf: String? = nil) async throws -> [String] {
                try await bench.lines(
                    """
                    SELECT place, indicator_code FROM mart.indicator_group_member
                    WHERE group_code = 'kolada-g2kpi150159'
                        AND recorded @> coalesce(\(asOf.map { "'\($0)'" } ?? "NULL"), 'infinity')::timestamptz
                    ORDER BY place
                    """)
            }
            // A member twice, and one that no catalogue lists.
            let one = try await Self.load(
                bench, entries,
                indicatorGroups: [
                    try group(
                        "Kommunens  kvalitet", ["N91002", "N91001", "N91002", "N91999"])
                ], at: "2026-03-04")
            #expect(one.changedGroupMembers == 4)
            #expect(try await members() == ["1|N91002", "2|N91001", "3|N91999"])
            let same = try await Self.load(
                bench, entries,
                indicatorGroups: [try group("Kommunens kvalitet", ["N91002", "N91001", "N91999"])],
                at: "2026-03-05")
            #expect(same.changedGroupMembers == 0)
            let two = try await Self.load(
                bench, entries,
                indicatorGroups: [
                    try group("Kommunens kvalitet i korthet", ["N91002", "N91003"])
                ], at: "2026-03-23")
            // The title and two memberships closed, the title and one membership added.
            #expect(two.changedGroupMembers == 5)
            #expect(try await members() == ["1|N91002", "2|N91003"])
            #expect(
                try await members(asOf: "2026-03-10") == ["1|N91002", "2|N91001", "3|N91999"])
            #expect(
                try await bench.lines(
                    """
                    SELECT title, lower(recorded)::date, upper(recorded)::date FROM dw.indicator_group_version
                    ORDER BY version_no
                    """) == [
                        "Kommunens kvalitet|2026-03-04|2026-03-23",
                        "Kommunens kvalitet i korthet|2026-03-23|",
                    ])
            let gone = try await Self.load(
                bench, entries,
                indicatorGroups: [
                    Catalogue.IndicatorGroup(id: "G2KPI1", title: "En annan", members: [])
                ], at: "2026-04-01")
            #expect(gone.changedGroupMembers == 4)
            #expect(try await members() == [])
        }
    }

    @Test func `a group whose id is no code is known by one all the same`() async throws {
        try await SliceBench.with { bench in
            let member = try #require(IndicatorCode("N91001"))
            let ids = ["G2KPI1", "_NONE", "Ås 2/3", "***", "g2kpi1"]
            let loaded = try await Self.load(
                bench, [try Self.entry("N91001", "A, antal")],
                groups: [Catalogue.Group(id: "_G1_", title: "Alla", members: [])],
                indicatorGroups: ids.map {
                    Catalogue.IndicatorGroup(id: $0, title: "Tabell \($0)", members: [member])
                }, at: "2026-03-04")
            // Four titles and four memberships: the last id differs from the first in its case alone.
            #expect(loaded.changedGroupMembers == 8)
            #expect(
                try await bench.lines(
                    "SELECT DISTINCT group_code || ': ' || group_title FROM mart.indicator_group_member ORDER BY 1"
                )
                    == [
                        "kolada-g2kpi1: Tabell G2KPI1", "kolada-none: Tabell _NONE",
                        "kolada-s-2-3: Tabell Ås 2/3", "kolada-x2a2a2a: Tabell ***",
                    ])
            #expect(
                try await bench.lines(
                    "SELECT group_code FROM dw.dim_peer_group WHERE group_code LIKE 'kolada-%'")
                    == ["kolada-g1"])
        }
    }

    @Test func `what a catalogue says of publication is what readers see at once`() async throws {
        try await SliceBench.with { bench in
            var entry = try Self.entry("N91001", "Väntetid, dagar")
            entry.description =
                "Observera att datainsamling pågår hela hösten. Källa: Egen undersökning."
            entry.publicationPeriod = "2025"
            entry.publicationDate = "2026-12-31"
            entry.preliminaryDate = "2026-04-01"
            let seen = """
                SELECT catalogue_source, publication_year, preliminary_date, publication_date, collects_in_autumn
                FROM mart.indicator WHERE indicator_code = 'N91001'
                """
            _ = try await Self.load(bench, [entry], at: "2026-03-04")
            #expect(try await bench.lines(seen) == ["kolada|2025|2026-04-01|2026-12-31|t"])
            entry.publicationPeriod = "2026"
            entry.publicationDate = ""
            _ = try await Self.load(bench, [entry], at: "2026-03-05")
            #expect(try await bench.lines(seen) == ["kolada|2026|2026-04-01||t"])
        }
    }
}
