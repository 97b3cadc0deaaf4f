import Diagnostics
import Indicators
import Kolada
import KoladaSource
import Testing

@Suite struct FetchingTests {
    private static func fetcher(
        _ service: ScriptedService, perSecond: Double = 0, concurrency: Int = 3, attempts: Int = 4,
        mostPages: Int = 1000
    ) throws -> KoladaFetcher {
        KoladaFetcher(
            service: try ServiceAddress("http://127.0.0.1:1/v3/"), transport: service,
            settings: .init(
                perSecond: perSecond, concurrency: concurrency,
                retries: RetryPolicy(attempts: attempts), mostPages: mostPages),
            clock: service.clock)
    }

    private static func rows(_ batches: [FetchedBatch]) -> [String] {
        batches.flatMap(\.slices).flatMap { slice in
            slice.rows.map { row in
                "\(slice.indicatorCode) \(row.municipalityCode?.description ?? "") \(slice.year) \(row.value?.description ?? "")"
            }
        }
    }

    @Test func `fetches every page of every request and hands batches over in order`() async throws
    {
        let service = ScriptedService()
        let batches = try await Self.fetcher(service).batches(try sampleScope(indicators: 60))
        #expect(batches.map(\.indicators.count) == [25, 25, 10])
        #expect(batches.allSatisfy { $0.fault == nil })
        let rows = Self.rows(batches)
        #expect(rows.count == 60 * 3 * 2)
        #expect(rows.first == "N00001 0120 2021 1.012")
        #expect(Set(rows).count == rows.count)
        let indicators = batches.flatMap(\.slices).map(\.indicator)
        #expect(indicators == indicators.sorted())
        #expect(batches.map(\.paths.count) == [50, 50, 20])
        #expect(service.asked.allSatisfy { $0.hasPrefix("data/kpi/") })
    }

    @Test func `gives the same whatever goes wrong on the way`() async throws {
        let scope = try sampleScope(indicators: 30)
        let calm = Self.rows(try await Self.fetcher(ScriptedService()).batches(scope))
        let service = ScriptedService()
        service.fail("page=2", [.status(500), .cut, .broken])
        service.fail("page=4", [.timedOut, .status(429, retryAfter: "2"), .body("<html>")])
        service.fail("per_page", [.status(503)])
        let rough = Self.rows(try await Self.fetcher(service, concurrency: 1).batches(scope))
        #expect(rough == calm)
        // 1 s for the 503, then 1, 2 and 4 s, then 1 s, two seconds and a quarter as asked, and 2 s.
        #expect(service.slept == [1, 1, 2, 4, 1, 2.25, 2])
    }

    @Test func `names what it cannot fetch, leaves it out, and fetches the rest`() async throws {
        let service = ScriptedService()
        service.fail("N00026", Array(repeating: .status(500), count: 10))
        let scope = try sampleScope(indicators: 60)
        let batches = try await Self.fetcher(service).batches(scope)
        #expect(batches.map { $0.slices.count } == [50, 0, 20])
        let fault = try #require(batches[1].fault)
        #expect(fault.kind == .status(500))
        let diagnostic = try #require(batches[1].diagnostics(years: 2021...2022).first)
        #expect(diagnostic.code == "kolada.status-500")
        #expect(diagnostic.notes.first?.en.contains("N00026, N00027") == true)
        #expect(diagnostic.notes.first?.en.hasSuffix("N00050 2021-2022") == true)
    }

    @Test func `a page that fails takes nothing of its batch with it into the result`() async throws
    {
        let service = ScriptedService()
        service.fail("page=7", Array(repeating: .cut, count: 10))
        let batches = try await Self.fetcher(service).batches(try sampleScope(indicators: 10))
        #expect(batches.count == 1)
        #expect(batches[0].slices.isEmpty)
        guard case .invalidBody(let error) = batches[0].fault?.kind else {
            Issue.record("no fault")
            return
        }
        #expect(error.code == .cutOff)
    }

    @Test func `asks for nothing more once the service says that it is gone`() async throws {
        let service = ScriptedService()
        service.fail("N00001", [.status(410)])
        let scope = try sampleScope(indicators: 200)
        let batches = try await Self.fetcher(service, concurrency: 1).batches(scope)
        #expect(batches.count == 8)
        #expect(batches.allSatisfy { $0.fault?.kind == .status(410) })
        #expect(service.asked.count == 1)
    }

    @Test(arguments: [
        "http://evil.example/v3/data/kpi/N00099/municipality/0182?page=2", "http://evil.example/",
        "http://x/v3/data/kpi/N00001,N00002/municipality/0120,0162,0182?per_page=5000",
    ])
    func `follows no page that leads away or in a circle`(next: String) async throws {
        let service = ScriptedService()
        service.fail("data", [.body(#"{"values":[],"count":0,"next_url":"\#(next)"}"#)])
        let batches = try await Self.fetcher(service).batches(try sampleScope(indicators: 2))
        #expect(batches.first?.fault?.kind == .strayNext(next))
        #expect(service.asked.count == 1)
    }

    @Test func `ends a request that has no end`() async throws {
        let service = ScriptedService(pageSize: 1)
        let fetcher = try Self.fetcher(service, mostPages: 5)
        let batches = try await fetcher.batches(try sampleScope(indicators: 25))
        #expect(service.asked.count == 5)
        guard case .strayNext = batches.first?.fault?.kind else {
            Issue.record("it went on")
            return
        }
    }

    @Test func `keeps to the rate, and lets all wait when the server asks for it`() async throws {
        let service = ScriptedService(pageSize: 1000)
        service.fail("N00030", [.status(429, retryAfter: "10")])
        let fetcher = try Self.fetcher(service, perSecond: 5, concurrency: 1)
        _ = try await fetcher.batches(try sampleScope(indicators: 100))
        #expect(service.asked.count == 5)
        let time = service.clock.now()
        // Four batches and one asked twice: five places, a fifth of a second apart, and the pause.
        #expect(time >= 10.25 && time < 11.5, "\(time)")
    }

    @Test func `fetches the catalogue page by page`() async throws {
        let service = ScriptedService(pageSize: 2)
        service.fail("municipality?", [.status(500)])
        let catalogue = try await Self.fetcher(service).catalogue()
        #expect(catalogue.units.map(\.id) == ["0120", "0162", "0182", "0184", "0160"])
        #expect(catalogue.indicators.map(\.id).first == "N00120")
        #expect(catalogue.indicators.first?.title == "Å, antal")
        #expect(catalogue.unitGroups.count == 5)
        #expect(catalogue.indicatorGroups.first?.members.first?.id == "0182")
    }

    @Test func `a catalogue that cannot be had is an error that says what to change`() async throws
    {
        let service = ScriptedService()
        service.fail("municipality_groups", [.status(422)])
        await #expect(throws: FetchFault.self) {
            _ = try await Self.fetcher(service).catalogue()
        }
    }

    @Test func `stops when it is cancelled`() async throws {
        let service = ScriptedService()
        service.fail("data", Array(repeating: .broken, count: 1000))
        let fetcher = try Self.fetcher(service, attempts: 1000)
        let scope = try sampleScope(indicators: 10)
        let task = Task { try await fetcher.batches(scope).count }
        task.cancel()
        await #expect(throws: CancellationError.self) { _ = try await task.value }
    }

    @Test func `what takes a batch can end the fetch`() async throws {
        struct Enough: Error {}
        let service = ScriptedService()
        let fetcher = try Self.fetcher(service, concurrency: 1)
        await #expect(throws: Enough.self) {
            try await fetcher.run(FetchPlan(try sampleScope(indicators: 100))) { _ in throw Enough()
            }
        }
    }
}
