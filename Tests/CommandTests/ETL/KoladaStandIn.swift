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

    /// Dates a figure's last change; only dated ones are in an answer to `from_date`.
    func date(_ key: String, _ day: String) { box.date(key, day) }

    /// Deletes a figure and dates that.
    func delete(_ key: String, on day: String) { box.delete(key, day) }

    /// Adds an object to what is said of an indicator, as it is.
    func add(_ object: String, of indicator: String) { box.add(object, indicator) }

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
        var days: [String: String] = [:]
        var deleted: Set<String> = []
        var objects: [String: [String]] = [:]
    }

    private let state: Mutex<State>

    init(_ figures: KoladaStandIn.Figures) {
        state = Mutex(State(figures: figures))
    }

    func change(_ body: (inout KoladaStandIn.Figures) -> Void) {
        state.withLock { body(&$0.figures) }
    }

    func date(_ key: String, _ day: String) { state.withLock { $0.days[key] = day } }

    func delete(_ key: String, _ day: String) {
        state.withLock { state in
            state.figures[key] = nil
            state.deleted.insert(key)
            state.days[key] = day
        }
    }

    func add(_ object: String, _ indicator: String) {
        state.withLock { $0.objects[indicator, default: []].append(object) }
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
        case "data":
            let query = target.drop { $0 != "?" }.dropFirst().split(separator: "&")
            let since = query.first { $0.hasPrefix("from_date=") }.map { $0.dropFirst(10) }
            return data(path, state, since: since.map(String.init))
        default: return page([])
        }
    }

    /// Answers `data/kpi/A,B/municipality/C,D`, and with a day what has changed on it or later.
    private func data(
        _ path: [String], _ state: State, since: String?
    ) -> SmallServer.Reply {
        let indicators = path[3].split(separator: ",").map(String.init)
        let units = path[5].split(separator: ",").map(String.init)
        var figures: [(key: String, value: String?, isDeleted: Bool)] = state.figures.map {
            ($0.key, $0.value, false)
        }
        if let since {
            figures += state.deleted.map { ($0, nil, true) }
            figures.removeAll { (state.days[$0.key] ?? "") < since }
        }
        var rows: [String] = []
        for (key, value, isDeleted) in figures.sorted(by: { $0.key < $1.key }) {
            let parts = key.split(separator: " ").map(String.init)
            guard indicators.contains(parts[0]), units.contains(parts[1]) else { continue }
            rows.append(
                #"{"kpi":"\#(parts[0])","municipality":"\#(parts[1])","period":\#(parts[2]),"values":[{"gender":"\#(parts[3])","count":\#(value == nil ? 0 : 1),"status":"","value":\#(value ?? "null"),"isdeleted":\#(isDeleted)}]}"#
            )
        }
        return page(rows + indicators.flatMap { state.objects[$0] ?? [] })
    }

    private func page(_ values: [String]) -> SmallServer.Reply {
        .answer(
            #"{"values":[\#(values.joined(separator: ","))],"count":\#(values.count),"next_url":null,"previous_url":null}"#
        )
    }
}
