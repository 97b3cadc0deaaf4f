import Kolada
import KoladaSource
import Synchronization
import Testing

/// On which page a row stood, and what is heard of the requests.
@Suite struct PageTests {
    private static func fetcher(
        _ service: ScriptedService, attempts: Int = 3,
        observe: @escaping @Sendable (FetchEvent) -> Void = { _ in }
    ) -> KoladaFetcher {
        KoladaFetcher(
            service: .kolada, transport: service,
            settings: .init(
                perSecond: 0, concurrency: 1, retries: RetryPolicy(attempts: attempts)),
            clock: service.clock, observe: observe)
    }

    @Test func `every row names the page that it stood on`() async throws {
        let service = ScriptedService(pageSize: 3, host: "https://api.kolada.se/v3/")
        let batches = try await Self.fetcher(service).batches(sampleScope(indicators: 1))
        let batch = try #require(batches.first)
        #expect(batch.fault == nil)
        #expect(batch.paths.count == 2)
        let pages = Dictionary(
            uniqueKeysWithValues: batch.slices.flatMap { slice in
                slice.rows.map { ("\($0.municipality) \(slice.year)", $0.page) }
            })
        // Three objects a page, by unit and then by year.
        #expect(
            pages == [
                "120 2021": 1, "120 2022": 1, "162 2021": 1, "162 2022": 2, "182 2021": 2,
                "182 2022": 2,
            ])
    }

    @Test func `a row that comes on two pages is a repetition, not a contradiction`() async throws {
        let row =
            #"{"kpi":"N00001","municipality":"0120","period":2021,"values":[{"gender":"T","count":1,"status":"","value":1.5,"isdeleted":false}]}"#
        func page(_ next: String) -> String {
            #"{"values":[\#(row)],"count":1,"next_url":\#(next),"previous_url":null}"#
        }
        let service = ScriptedService(pageSize: 1, host: "https://api.kolada.se/v3/")
        let path = "data/kpi/N00001/municipality/0120"
        service.fail(
            "data/kpi",
            [.body(page("\"https://api.kolada.se/v3/\(path)?page=2\"")), .body(page("null"))])
        let batch = try #require(
            try await Self.fetcher(service).batches(
                sampleScope(indicators: 1, units: ["0120"])
            ).first)
        #expect(batch.fault == nil)
        #expect(batch.tally.repeatedRows == 1)
        #expect(batch.tally.rejectedRows == 0)
        #expect(batch.slices.map(\.rowCount) == [1])
    }

    @Test func `a row that cannot be used names the page, the byte and the place`() async throws {
        let service = ScriptedService()
        service.fail(
            "data/kpi",
            [
                .body(
                    #"{"values":[{"kpi":"N00001","municipality":"0120","period":2021,"values":[{"gender":"X","count":1,"status":"","value":1.5,"isdeleted":false}]}],"count":1,"next_url":null,"previous_url":null}"#
                )
            ])
        let batch = try #require(
            try await Self.fetcher(service).batches(
                sampleScope(indicators: 1, units: ["0120"])
            ).first)
        let reject = try #require(batch.tally.rejects.first)
        #expect(reject.page == batch.paths.first)
        #expect(reject.slice == "N00001/2021")
        #expect(reject.position == "byte 11, $.values[0].values[0]")
    }

    @Test func `attempts are heard of, without a byte of the answer`() async throws {
        let service = ScriptedService()
        service.fail("data/kpi", [.status(500), .cut, .timedOut])
        let events = Mutex<[FetchEvent]>([])
        let batches = try await Self.fetcher(service) { event in
            events.withLock { $0.append(event) }
        }.batches(sampleScope(indicators: 1, units: ["0120"]))
        #expect(batches.first?.fault != nil)
        let heard = events.withLock { $0 }
        #expect(heard.count == 3)
        guard heard.count == 3, case .retrying(_, 1, "status 500", let pause) = heard[0],
            case .retrying(_, 2, let words, _) = heard[1],
            case .gaveUp(let path, 3, "timed out") = heard[2]
        else {
            Issue.record("\(heard)")
            return
        }
        #expect(pause == 1)
        #expect(words.hasPrefix("cut-off at byte "), "\(words)")
        #expect(path.hasPrefix("data/kpi/N00001/municipality/0120"))
    }
}
