import Indicators
import Pipeline
import TestSupport
import Warehouse

/// What the warehouse must hold after a sequence of loads, kept in memory in the plainest way.
struct SliceModel {
    struct Key: Hashable, Comparable {
        var indicator: String
        var year: Int
        var unit: String
        var gender: Gender

        var text: String { "\(indicator)/\(year) \(unit) \(gender.rawValue)" }

        static func < (left: Key, right: Key) -> Bool { left.text < right.text }
    }

    /// Every version of a figure, the first first: since which load, and what; nil is withdrawn.
    private(set) var versions: [Key: [(load: Int, says: String?)]] = [:]

    /// Takes a slice in, and says what the ledger must count.
    mutating func take(
        _ indicator: String, _ year: Int, _ figures: [Figure], isComplete: Bool,
        units: [String]?, load: Int
    ) -> LoadCounts {
        var counts = LoadCounts()
        var stated: [Key: Figure] = [:]
        for figure in figures {
            let key = Key(
                indicator: indicator, year: year, unit: figure.unit, gender: figure.gender)
            counts.read += 1
            if stated[key] != nil { counts.duplicates += 1 }
            stated[key] = figure
        }
        for (key, figure) in stated {
            let current = versions[key]?.last
            if figure.status == .withdrawn {
                counts.deletions += 1
                if current?.says != nil { close(key, load, &counts) }
                continue
            }
            let says = figure.value.map { Self.number($0) } ?? figure.status.rawValue
            if let current {
                if current.says == says {
                    counts.unchanged += 1
                } else {
                    versions[key, default: []].append((load, says))
                    counts.revised += 1
                }
            } else {
                versions[key] = [(load, says)]
                counts.new += 1
            }
        }
        guard isComplete else { return counts }
        for key in versions.keys
        where key.indicator == indicator && key.year == year && stated[key] == nil {
            guard units?.contains(key.unit) ?? true, versions[key]?.last?.says != nil else {
                continue
            }
            close(key, load, &counts)
        }
        return counts
    }

    private mutating func close(_ key: Key, _ load: Int, _ counts: inout LoadCounts) {
        versions[key, default: []].append((load, nil))
        counts.withdrawn += 1
    }

    /// What is current, as `SliceBench.facts` writes it.
    var facts: [String] {
        versions.compactMap { key, versions in
            guard let last = versions.last else { return nil }
            return "\(key.text) \(last.says ?? "withdrawn") r\(versions.count)"
        }.sorted()
    }

    /// What was known after a load, as `SliceBench.known` writes it.
    func known(after load: Int) -> [String] {
        versions.compactMap { key, versions in
            guard let says = versions.last(where: { $0.load <= load })?.says else { return nil }
            return "\(key.text) \(says)"
        }.sorted()
    }

    private static func number(_ value: ScaledDecimal) -> String {
        let canonical = value.canonical
        let digits = String(canonical.units.magnitude)
        let scale = Int(canonical.scale)
        let sign = canonical.units < 0 ? "-" : ""
        guard scale > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        return "\(sign)\(padded.dropLast(scale)).\(padded.suffix(scale))"
    }
}
