import Diagnostics
import Indicators
import Yams

extension SpecDecoder {
    /// Decodes the part of a specification that describes Kolada.
    mutating func kolada(_ section: SpecSection) -> KoladaSpec? {
        let limits = section["hold_back"].flatMap {
            self.section($0, name: "hold_back", keys: SpecKeys.holdBack)
        }
        let snapshots = section["snapshots"].flatMap {
            self.section($0, name: "snapshots", keys: SpecKeys.snapshots)
        }
        return KoladaSpec(
            precedence: Int16(
                section["precedence"].flatMap {
                    integer($0, name: "precedence", in: 1...999)
                } ?? 10),
            service: section["service"].flatMap { text($0, name: "service") },
            requestsPerSecond: section["requests_per_second"].flatMap {
                number($0, name: "requests_per_second", in: 0.01...1000)
            } ?? 5,
            concurrency: section["concurrency"].flatMap {
                integer($0, name: "concurrency", in: 1...64)
            } ?? 4,
            attempts: section["attempts"].flatMap {
                integer($0, name: "attempts", in: 1...100)
            } ?? 6,
            indicators: section["indicators"].flatMap {
                choice($0, name: "indicators", keys: SpecKeys.indicators)
            } ?? .all,
            units: section["units"].flatMap {
                choice($0, name: "units", keys: SpecKeys.units)
            } ?? .all,
            years: section["years"].flatMap { years($0) },
            fullSweepEveryDays: section["full_sweep_every_days"].flatMap {
                integer($0, name: "full_sweep_every_days", in: 1...366)
            },
            overlapDays: section["overlap_days"].flatMap {
                integer($0, name: "overlap_days", in: 0...366)
            } ?? 3,
            maxLostShare: limits?["max_lost_share"].flatMap {
                share($0, name: "hold_back.max_lost_share")
            } ?? 0.25,
            maxFactor: limits?["max_factor"].flatMap {
                number($0, name: "hold_back.max_factor", in: 1.01...1_000_000)
            } ?? 10,
            minimumValues: limits?["minimum_values"].flatMap {
                integer($0, name: "hold_back.minimum_values", in: 1...1_000_000)
            } ?? 5,
            snapshotsKept: snapshots?["keep"].flatMap {
                integer($0, name: "snapshots.keep", in: 1...100_000)
            },
            snapshotDays: snapshots?["days"].flatMap {
                integer($0, name: "snapshots.days", in: 1...100_000)
            })
    }

    /// Reads `all`, or lists of what is wanted.
    private mutating func choice(
        _ node: Node, name: String, keys: [String]
    ) -> KoladaSpec.Choice? {
        if let word = node.scalar?.string {
            if word == "all" { return .all }
            badValue(word, at: location(of: node), name: name, allowed: ["all"])
            return nil
        }
        guard let section = section(node, name: name, keys: keys) else { return nil }
        func list(_ key: String, _ decoder: inout SpecDecoder) -> [String] {
            section[key].map { decoder.texts($0, name: "\(name).\(key)") } ?? []
        }
        return .listed(
            ids: list("ids", &self), groups: list("groups", &self), areas: list("areas", &self))
    }

    /// Reads a span of years such as `2010-2024`.
    private mutating func years(_ node: Node) -> ClosedRange<Int>? {
        if let years = node.scalar.flatMap({ KoladaSpec.years($0.string) }) { return years }
        wrongType(
            node, name: "years", sv: "två år från 1900 till 2199, till exempel 2010-2024",
            en: "two years from 1900 to 2199, such as 2010-2024")
        return nil
    }

    private mutating func number(
        _ node: Node, name: String, in range: ClosedRange<Double>
    ) -> Double? {
        if let number = node.scalar.flatMap({ Double($0.string) }), range.contains(number) {
            return number
        }
        let span = "\(range.lowerBound)–\(range.upperBound)"
        wrongType(node, name: name, sv: "ett tal \(span)", en: "a number \(span)")
        return nil
    }
}

extension KoladaSpec {
    /// Reads a span of years such as `2010-2024`, or one year; `nil` for anything else.
    public static func years(_ text: String) -> ClosedRange<Int>? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard let first = parts.first ?? nil, let last = parts.last ?? nil, parts.count <= 2,
            first <= last, Period.years.contains(first), Period.years.contains(last)
        else { return nil }
        return first...last
    }
}
