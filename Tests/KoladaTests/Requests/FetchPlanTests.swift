import Diagnostics
import Indicators
import Testing

@testable import Kolada

@Suite struct FetchPlanTests {
    private static func scope(
        indicators: Int, units: Int, years: ClosedRange<Int>? = nil, since: String? = nil
    ) throws -> FetchScope {
        FetchScope(
            indicators: (0..<indicators).map { KoladaIndicatorID(number: UInt32($0)) },
            units: try (0..<units).map { try #require(MunicipalityCode(number: UInt16(100 + $0))) },
            years: years, changedSince: since.flatMap { CalendarDay($0) })
    }

    @Test(
        arguments: [
            (1, 1, nil, 1, 1), (25, 25, nil, 1, 1), (26, 26, nil, 2, 4), (6142, 16, nil, 246, 246),
            (6142, 312, nil, 246, 246 * 13), (30, 30, 2010...2022, 2, 4),
            (30, 30, 1994...2022, 2, 8),
        ] as [(Int, Int, ClosedRange<Int>?, Int, Int)])
    func `asks for at most 25 ids or years a segment`(
        indicators: Int, units: Int, years: ClosedRange<Int>?, batches: Int, requests: Int
    ) throws {
        let plan = FetchPlan(try Self.scope(indicators: indicators, units: units, years: years))
        #expect(plan.batches.count == batches)
        #expect(plan.requestCount == requests)
        var pairs: Set<String> = []
        for path in plan.batches.flatMap(\.paths) {
            let segments = path.prefix { $0 != "?" }.split(separator: "/")
            #expect(segments[0] == "data" && segments[1] == "kpi" && segments[3] == "municipality")
            for segment in segments { #expect(segment.split(separator: ",").count <= 25) }
            let times = segments.count > 6 ? segments[6].split(separator: ",") : ["all"]
            for kpi in segments[2].split(separator: ",") {
                for unit in segments[4].split(separator: ",") {
                    for time in times { #expect(pairs.insert("\(kpi) \(unit) \(time)").inserted) }
                }
            }
        }
        // Every combination is asked for, and none twice.
        #expect(pairs.count == indicators * units * (years?.count ?? 1))
    }

    @Test func `writes paths as the API wants them`() throws {
        let plan = FetchPlan(
            try Self.scope(indicators: 2, units: 2, years: 2021...2022, since: "2026-03-01"))
        #expect(
            plan.batches.map(\.paths) == [
                [
                    "data/kpi/N00000,N00001/municipality/0100,0101/year/2021,2022?per_page=5000&from_date=2026-03-01"
                ]
            ])
        #expect(plan.scope.question == .changes)
        #expect(CatalogueList.unitGroups.path == "municipality_groups?per_page=5000")
    }

    private static let path = "data/kpi/N00003,N00005/municipality/0182?per_page=5000"

    @Test(arguments: [
        (
            "https://api.kolada.se/v3/data/kpi/N00003,N00005/municipality/0182?page=2&per_page=5000",
            "data/kpi/N00003,N00005/municipality/0182?page=2&per_page=5000"
        ),
        // A proxy's host and prefix, commas written as %2C, and no host at all.
        (
            "http://proxy.internal:8080/kolada/v3/data/kpi/N00003%2CN00005/municipality/0182?page=2",
            "data/kpi/N00003,N00005/municipality/0182?page=2"
        ),
        (
            "/v3/data/kpi/N00003,N00005/municipality/0182?page=3",
            "data/kpi/N00003,N00005/municipality/0182?page=3"
        ),
        // Elsewhere, without a query, or no path.
        ("http://evil.example/v3/data/kpi/N00099/municipality/0182?page=2", nil),
        ("http://evil.example/", nil),
        ("ftp://x/v3/data/kpi/N00003,N00005/municipality/0182?page=2", nil),
        ("https://api.kolada.se/v3/data/kpi/N00003,N00005/municipality/0182", nil), ("", nil),
        ("/v3/data/kpi/N00003,N00005/municipality/0182?page=2\r\nHost: x", nil),
    ])
    func `follows the path of a next page and never its host`(
        next: String, expected: String?
    ) throws {
        let service = try ServiceAddress("http://127.0.0.1:8791/v3/")
        #expect(service.path(ofNext: next, after: Self.path) == expected)
    }

    @Test(arguments: [
        "", "api.kolada.se/v3/", "ftp://x/", "http:///v3/", "http://x/v3/?a=1", "http://u:p@x/v3/",
        "http://x/v 3/",
    ])
    func `refuses what is no address`(text: String) {
        #expect(throws: Failure.self) { try ServiceAddress(text) }
    }

    @Test func `writes an address with one slash at its end`() throws {
        #expect(
            try ServiceAddress("http://127.0.0.1:8791/v3").description
                == "http://127.0.0.1:8791/v3/")
        #expect(ServiceAddress.kolada.url(of: "kpi") == "https://api.kolada.se/v3/kpi")
    }
}
