import Diagnostics
import Foundation
import Indicators
import Kolada
import KoladaSource
import Synchronization
import Testing

/// A service that answers from memory, page by page, with faults where it is told.
final class ScriptedService: KoladaTransport {
    /// What an attempt meets instead of the answer.
    enum Fault: Sendable {
        case status(Int, retryAfter: String? = nil)
        case cut
        case broken
        case timedOut
        case body(String)
    }

    struct State {
        var faults: [String: [Fault]] = [:]
        var asked: [String] = []
        var time = 0.0
        var slept: [Double] = []
    }

    let state = Mutex(State())
    private let pageSize: Int
    private let host: String

    init(pageSize: Int = 3, host: String = "http://proxy.example/v3/") {
        self.pageSize = pageSize
        self.host = host
    }

    /// Lets the next attempts at every path that holds a word meet these faults.
    func fail(_ word: String, _ faults: [Fault]) {
        state.withLock { $0.faults[word] = faults }
    }

    /// The paths that were asked for, in order.
    var asked: [String] { state.withLock { $0.asked } }

    /// The pauses that were made, in order.
    var slept: [Double] { state.withLock { $0.slept } }

    /// A clock that jumps instead of waiting.
    var clock: FetchClock {
        FetchClock(
            now: { self.state.withLock { $0.time } },
            wallClock: { 1_792_814_400 + self.state.withLock { $0.time } },
            sleep: { seconds throws(CancellationError) in
                if Task.isCancelled { throw CancellationError() }
                self.state.withLock {
                    $0.time += seconds
                    $0.slept.append(seconds)
                }
            },
            jitter: { 1 })
    }

    func get(_ path: String) async throws(TransportFault) -> KoladaAnswer {
        let fault = state.withLock { state -> Fault? in
            state.asked.append(path)
            guard let word = state.faults.keys.first(where: { path.contains($0) }),
                let faults = state.faults[word], !faults.isEmpty
            else { return nil }
            state.faults[word] = Array(faults.dropFirst())
            return faults[0]
        }
        let body = Array(answer(to: path).utf8)
        switch fault {
        case nil: return KoladaAnswer(status: 200, body: body)
        case .status(let status, let retryAfter):
            return KoladaAnswer(
                status: status, retryAfter: retryAfter, body: Array(#"{"detail":"no"}"#.utf8))
        case .cut: return KoladaAnswer(status: 200, body: Array(body.prefix(body.count / 2)))
        case .broken: throw .broken("connection reset")
        case .timedOut: throw .timedOut
        case .body(let text): return KoladaAnswer(status: 200, body: Array(text.utf8))
        }
    }

    /// One value for every indicator, unit and year 2021 and 2022, and a page for every few of them.
    private func answer(to path: String) -> String {
        let parts = path.split(separator: "?")
        let segments = parts[0].split(separator: "/").map(String.init)
        var objects: [String] = []
        if segments[0] == "data" {
            for kpi in segments[2].split(separator: ",") {
                for unit in segments[4].split(separator: ",") {
                    for year in 2021...2022 {
                        objects.append(
                            #"{"kpi":"\#(kpi)","municipality":"\#(unit)","period":\#(year),"values":[{"gender":"T","count":1,"status":"","value":\#(Int(kpi.suffix(2)) ?? 0).\#(unit),"isdeleted":false}]}"#
                        )
                    }
                }
            }
        } else {
            for id in ["0120", "0162", "0182", "0184", "0160"] {
                let members =
                    segments[0].hasSuffix("groups") ? #","members":[{"member_id":"0182"}]"# : ""
                objects.append(
                    #"{"id":"\#(segments[0] == "kpi" ? "N0" + id : id)","title":"Å, antal","type":"K"\#(members)}"#
                )
            }
        }
        let query = parts.count > 1 ? parts[1].split(separator: "&") : []
        let page = query.first { $0.hasPrefix("page=") }.flatMap { Int($0.dropFirst(5)) } ?? 1
        let start = (page - 1) * pageSize
        let end = min(start + pageSize, objects.count)
        let next = end < objects.count ? #""\#(host)\#(parts[0])?page=\#(page + 1)""# : "null"
        return
            #"{"values":[\#(objects[start..<end].joined(separator: ","))],"count":\#(end - start),"next_url":\#(next),"previous_url":null}"#
    }
}

/// A scope of some indicators from N00001 and some units.
func sampleScope(indicators: Int, units: [String] = ["0120", "0162", "0182"]) throws -> FetchScope {
    FetchScope(
        indicators: try (1...indicators).map { number in
            let digits = String(number)
            let id = "N" + String(repeating: "0", count: 5 - digits.count) + digits
            return try #require(KoladaIndicatorID(id))
        },
        units: try units.map { try MunicipalityCode($0) })
}

extension KoladaFetcher {
    /// Fetches a plan and gives the batches in the order in which they came.
    func batches(_ scope: FetchScope) async throws -> [FetchedBatch] {
        var batches: [FetchedBatch] = []
        try await run(FetchPlan(scope)) { batches.append($0) }
        return batches
    }
}
