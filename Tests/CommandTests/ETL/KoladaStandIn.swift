import Synchronization
import TestSupport

/// A few figures that are answered as Kolada's API answers, over HTTP on the loopback.
final class KoladaStandIn: Sendable {
    /// A value of an indicator, a unit, a year and a gender; nil for null.
    typealias Figures = [String: String?]

    private let box: Box
    private let server: SmallServer

    /// Where the API is.
    let address: String

    /// Begins to answer.
    init(_ figures: Figures) throws {
        let box = Box(figures)
        server = try SmallServer { target, _ in box.reply(to: target) }
        address = "http://127.0.0.1:\(server.port)/v3/"
        self.box = box
    }

    /// Changes the figures; a key is `N00914 0180 2022 T`.
    func change(_ body: (inout Figures) -> Void) { box.change(body) }

    /// Says something else to requests whose target holds a text; nil ends that.
    func fail(_ text: String, _ reply: SmallServer.Reply?) { box.fail(text, reply) }

    /// The heads of the requests so far.
    var requests: [String] { server.requests }

    func stop() { server.stop() }
}

/// What the server's closure and the test share.
private final class Box: Sendable {
    private struct State {
        var figures: KoladaStandIn.Figures
        var faults: [String: SmallServer.Reply] = [:]
    }

    private let state: Mutex<State>

    init(_ figures: KoladaStandIn.Figures) {
        state = Mutex(State(figures: figures))
    }

    func change(_ body: (inout KoladaStandIn.Figures) -> Void) {
        state.withLock { body(&$0.figures) }
    }

    func fail(_ text: String, _ reply: SmallServer.Reply?) {
        state.withLock { $0.faults[text] = reply }
    }

    func reply(to target: String) -> SmallServer.Reply {
        let state = state.withLock { $0 }
        for (text, reply) in state.faults where target.contains(text) { return reply }
        let path = target.prefix { $0 != "?" }.split(separator: "/").map(String.init)
        switch path.dropFirst().first {
        case "kpi":
            return page(
                Set(state.figures.keys.map { $0.prefix(6) }).sorted().map {
                    #"{"id":"\#($0)","title":"Provat \#($0), andel (%)","description":"Källa: SCB.","is_divided_by_gender":false,"municipality_type":"K","auspice":"X","operating_area":"Prov","perspective":"Resurser","prel_publication_date":null,"publication_date":null,"publ_period":"2024","has_ou_data":false}"#
                })
        case "municipality":
            return page([
                #"{"id":"0180","title":"Stockholm","type":"K"}"#,
                #"{"id":"0182","title":"Nacka","type":"K"}"#,
            ])
        case "municipality_groups":
            return page([
                #"{"id":"G1","title":"Prov 2024","members":[{"id":"0180","title":"Stockholm"},{"id":"0182","title":"Nacka"}]}"#
            ])
        case "data": return data(path, state.figures)
        default: return page([])
        }
    }

    /// Answers `data/kpi/A,B/municipality/C,D`.
    private func data(_ path: [String], _ figures: KoladaStandIn.Figures) -> SmallServer.Reply {
        let indicators = path[3].split(separator: ",").map(String.init)
        let units = path[5].split(separator: ",").map(String.init)
        var rows: [String] = []
        for (key, value) in figures.sorted(by: { $0.key < $1.key }) {
            let parts = key.split(separator: " ").map(String.init)
            guard indicators.contains(parts[0]), units.contains(parts[1]) else { continue }
            rows.append(
                #"{"kpi":"\#(parts[0])","municipality":"\#(parts[1])","period":\#(parts[2]),"values":[{"gender":"\#(parts[3])","count":\#(value == nil ? 0 : 1),"status":"","value":\#(value ?? "null"),"isdeleted":false}]}"#
            )
        }
        return page(rows)
    }

    private func page(_ values: [String]) -> SmallServer.Reply {
        .answer(
            #"{"values":[\#(values.joined(separator: ","))],"count":\#(values.count),"next_url":null,"previous_url":null}"#
        )
    }
}
