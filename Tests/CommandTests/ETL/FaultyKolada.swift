import Synchronization
import TestSupport

/// Answers as Kolada's API does on a bad day: page by page, with 429, 500 and answers that are cut
/// off, genders in any order, and links to another host.
final class FaultyKolada: Sendable {
    /// A figure, or that there is none.
    struct Row: Hashable, Comparable, Sendable {
        var indicator: String
        var unit: String
        var year: Int
        var gender: String
        /// nil for a null value.
        var value: String?

        var key: String { "\(indicator) \(unit) \(year) \(gender)" }

        static func < (left: Row, right: Row) -> Bool { left.key < right.key }
    }

    private let box: Box
    private let server: SmallServer
    /// Where the API is.
    let address: String

    /// Begins to answer.
    init(_ rows: [Row], seed: UInt64) throws {
        let box = Box(rows, seed)
        server = try SmallServer { target, _ in box.reply(to: target) }
        address = "http://127.0.0.1:\(server.port)/v3/"
        self.box = box
    }

    /// Answers with other figures from now on.
    func change(_ rows: [Row]) { box.state.withLock { $0.rows = rows.sorted() } }

    /// How many answers were faults: too many requests, of its own making, cut off.
    var faults: [String: Int] { box.state.withLock { $0.faults } }

    func stop() { server.stop() }
}

/// What the server's closure and the test share.
private final class Box: Sendable {
    struct State {
        var rows: [FaultyKolada.Row]
        var random: SplitMix64
        var faults: [String: Int] = [:]
        var asked = 0
    }

    private static let pageSize = 8
    /// Every so many requests are one too many.
    private static let limited = 15
    let state: Mutex<State>

    init(_ rows: [FaultyKolada.Row], _ seed: UInt64) {
        state = Mutex(State(rows: rows.sorted(), random: SplitMix64(seed: seed)))
    }

    func reply(to target: String) -> SmallServer.Reply {
        state.withLock { state in
            state.asked += 1
            guard state.asked % Self.limited != 0 else {
                state.faults["429", default: 0] += 1
                return .answer(
                    #"{"detail":"Too Many Requests"}"#, status: "429 Too Many Requests",
                    headers: ["Retry-After: 1"])
            }
            let dice = state.random.next() % 100
            if dice < 10 {
                state.faults["500", default: 0] += 1
                return .answer(
                    #"{"detail":"Internal Server Error"}"#, status: "500 Internal Server Error")
            }
            let page = page(of: target, &state)
            guard dice < 20 else { return .answer(page) }
            state.faults["cut", default: 0] += 1
            return .answer(page).cut(page.utf8.count / 2)
        }
    }

    private func page(of target: String, _ state: inout State) -> String {
        let halves = target.split(separator: "?")
        let path = halves[0].split(separator: "/").map(String.init)
        let number =
            halves.last?.split(separator: "&").first { $0.hasPrefix("page=") }
            .flatMap { Int($0.dropFirst(5)) } ?? 1
        let items = items(path, &state)
        let here = items.dropFirst((number - 1) * Self.pageSize).prefix(Self.pageSize)
        let next =
            number * Self.pageSize < items.count
            ? #""https://elsewhere.invalid/\#(path.joined(separator: "/"))?per_page=5000&page=\#(number + 1)""#
            : "null"
        return
            #"{"values":[\#(here.joined(separator: ","))],"count":\#(here.count),"next_url":\#(next),"previous_url":null}"#
    }

    private func items(_ path: [String], _ state: inout State) -> [String] {
        switch path[1] {
        case "kpi":
            Set(state.rows.map(\.indicator)).sorted().map {
                #"{"id":"\#($0)","title":"Provat \#($0), andel (%)","description":"","is_divided_by_gender":true,"municipality_type":"K","auspice":"X","operating_area":"Prov","perspective":"Resurser","prel_publication_date":null,"publication_date":null,"publ_period":"2024","has_ou_data":false}"#
            }
        case "municipality":
            Set(state.rows.map(\.unit)).sorted().map {
                #"{"id":"\#($0)","title":"Kommun \#($0)","type":"K"}"#
            }
        case "data": data(path, &state)
        default: []
        }
    }

    private func data(_ path: [String], _ state: inout State) -> [String] {
        let indicators = Set(path[3].split(separator: ",").map(String.init))
        let units = Set(path[5].split(separator: ",").map(String.init))
        var cells: [(head: String, values: [String])] = []
        for row in state.rows where indicators.contains(row.indicator) && units.contains(row.unit) {
            let head =
                #""kpi":"\#(row.indicator)","municipality":"\#(row.unit)","period":\#(row.year)"#
            let value =
                #"{"gender":"\#(row.gender)","count":\#(row.value == nil ? 0 : 1),"status":"","value":\#(row.value ?? "null"),"isdeleted":false}"#
            if cells.last?.head == head {
                cells[cells.count - 1].values.append(value)
            } else {
                cells.append((head, [value]))
            }
        }
        return cells.map { cell in
            let values = cell.values.shuffled(using: &state.random).joined(separator: ",")
            return "{\(cell.head),\"values\":[\(values)]}"
        }
    }
}
