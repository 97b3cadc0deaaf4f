import Diagnostics
import Indicators
import Kolada
import KoladaClient
import KoladaSource
import Snapshots
import TestSupport
import Testing

@Suite struct HTTPTransportTests {
    /// Runs a body against a server that replies as told.
    @discardableResult
    private static func with<Value: Sendable>(
        _ reply: @escaping @Sendable (String, Int) -> SmallServer.Reply,
        answerTime: Double = 20, largestBody: Int = 1 << 20,
        _ body: (SmallServer, HTTPTransport, ServiceAddress) async throws -> Value
    ) async throws -> Value {
        let server = try SmallServer(reply)
        let address = try ServiceAddress("http://127.0.0.1:\(server.port)/v3/")
        let settings = HTTPTransport.Settings(
            service: address.description, userAgent: "riktmarke-etl/test",
            answerTime: answerTime, largestBody: largestBody)
        defer { server.stop() }
        return try await HTTPTransport.with(settings) { transport in
            try await body(server, transport, address)
        }
    }

    private static func page(_ unit: String, next: String = "null") -> String {
        #"{"values":[{"kpi":"N00090","municipality":"\#(unit)","period":2022,"values":[{"gender":"T","count":1,"status":"","value":6.8,"isdeleted":false}]}],"count":1,"next_url":\#(next),"previous_url":null}"#
    }

    @Test func `asks as the API wants it and gives what was received`() async throws {
        let body = #"{"values":[],"title":"Värmdö"}"#
        try await Self.with({ _, _ in
            // The header names another encoding; the bytes are UTF-8 all the same.
            .answer(body, headers: ["Content-Type: application/json; charset=ISO-8859-1"])
        }) { server, transport, _ in
            let answer = try await transport.get("kpi?per_page=5000")
            #expect(answer.status == 200)
            #expect(answer.body == Array(body.utf8))
            let head = try #require(server.requests.first)
            #expect(head.hasPrefix("GET /v3/kpi?per_page=5000 HTTP/1.1\r\n"))
            #expect(head.lowercased().contains("user-agent: riktmarke-etl/test\r\n"))
            #expect(head.lowercased().contains("accept-encoding: identity\r\n"))
        }
    }

    @Test func `gives a status and what the server asks for`() async throws {
        try await Self.with({ _, _ in
            .answer("{}", status: "429 Too Many Requests", headers: ["Retry-After: 7"])
        }) { _, transport, _ in
            let answer = try await transport.get("kpi")
            #expect(answer.status == 429)
            #expect(answer.retryAfter == "7")
        }
    }

    @Test func `follows no redirection`() async throws {
        try await Self.with({ _, _ in
            .answer("", status: "302 Found", headers: ["Location: http://127.0.0.1:1/"])
        }) { server, transport, _ in
            let answer = try await transport.get("kpi")
            #expect(answer.status == 302)
            #expect(server.requests.count == 1)
        }
    }

    @Test(arguments: [1, 10, 40])
    func `takes no part of an answer for the whole`(missing: Int) async throws {
        try await Self.with({ _, _ in .answer(Self.page("0182")).cut(missing) }) {
            _, transport, _ in
            do throws(TransportFault) {
                _ = try await transport.get("kpi")
                Issue.record("it was taken")
            } catch {
                guard case .broken = error else {
                    Issue.record("\(error)")
                    return
                }
            }
        }
    }

    @Test func `waits no longer than it may`() async throws {
        try await Self.with(
            { _, _ in
                SmallServer.Reply(bytes: SmallServer.Reply.answer("{}").bytes, delay: 3000)
            }, answerTime: 0.3
        ) { _, transport, _ in
            await #expect(throws: TransportFault.timedOut) { try await transport.get("kpi") }
        }
    }

    @Test func `takes no more than it may`() async throws {
        try await Self.with(
            { _, _ in .answer(String(repeating: " ", count: 5000)) }, largestBody: 4999
        ) {
            _, transport, _ in
            await #expect(throws: TransportFault.tooLarge(limit: 4999)) {
                try await transport.get("kpi")
            }
        }
    }

    @Test func `says that nobody listens`() async throws {
        let settings = HTTPTransport.Settings(
            service: "http://127.0.0.1:1/v3/", userAgent: "x", connectTime: 2)
        let fault = try await HTTPTransport.with(settings) { transport -> TransportFault? in
            do throws(TransportFault) {
                _ = try await transport.get("kpi")
                return nil
            } catch {
                return error
            }
        }
        guard case .broken = fault else {
            Issue.record("somebody listens on port 1, or \(String(describing: fault))")
            return
        }
    }

    @Test func `fetches through faults of every kind, whatever host the next page names`()
        async throws
    {
        let folder = try TemporaryFolder("client")
        let store = SnapshotStore(folder.path(of: "kolada"))
        let scope = FetchScope(
            indicators: [try #require(KoladaIndicatorID("N00090"))],
            units: try ["0120", "0182"].map { try MunicipalityCode($0) })
        let (batches, requests) = try await Self.with({ target, before in
            switch before {
            case 0:
                .answer(
                    #"{"detail":"slow down"}"#, status: "429 Too Many Requests",
                    headers: ["Retry-After: 0"])
            case 1: .answer("oops", status: "500 Internal Server Error")
            case 2: .answer(Self.page("0120")).cut(30)
            case 3: .answer(String(Self.page("0120").dropLast(30)))
            case 4:
                .answer(Self.page("0120", next: #""https://foreign.example:99\#(target)&page=2""#))
            default: .answer(Self.page("0182"))
            }
        }) { server, transport, address in
            let writer = try store.begin(
                facts: FetchFacts(service: address, scope: scope).written, time: 0)
            let fetcher = KoladaFetcher(
                service: address, transport: transport,
                settings: .init(perSecond: 100, retries: RetryPolicy(firstPause: 0.01)),
                writer: writer)
            var batches: [FetchedBatch] = []
            try await fetcher.run(FetchPlan(scope)) { batches.append($0) }
            _ = try await writer.finish(time: 1)
            return (batches, server.requests)
        }
        #expect(requests.count == 6)
        #expect(
            requests.last?.hasPrefix(
                "GET /v3/data/kpi/N00090/municipality/0120,0182?per_page=5000&page=2 ") == true)
        let slice = try #require(batches.first?.slices.first)
        #expect(slice.rows.map { $0.municipalityCode?.description } == ["0120", "0182"])
        let name = try #require(store.names.first)
        let manifest = try store.manifest(name)
        #expect(manifest.answers.map(\.status) == [429, 500, 0, 200, 200, 200])
        #expect(
            manifest.answers.map(\.verdict) == [
                .refused, .refused, .failed, .refused, .accepted, .accepted,
            ])
        try await folder.remove()
    }
}
