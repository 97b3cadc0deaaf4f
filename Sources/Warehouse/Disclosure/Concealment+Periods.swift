internal import Indicators
internal import Statistics

extension Concealment {
    /// The months from the beginning of a period to its end, counted from year 0: what happens in them is
    /// the difference of what had happened by either end; `nil` for a day on which something is measured.
    private static func span(of period: Period) -> Range<Int>? {
        let january = 12 * period.year
        return switch period.kind {
        case .year: january..<january + 12
        // Tertials accumulate from January.
        case .tertial: january..<january + 4 * period.part
        case .quarter: january + 3 * (period.part - 1)..<january + 3 * period.part
        case .month: january + period.part - 1..<january + period.part
        case .schoolYear: january + 6..<january + 18
        case .point: nil
        }
    }

    /// Shown periods that would give a hidden one away.
    ///
    /// A hidden period can be worked out exactly when a way leads from its beginning to its end over shown
    /// ones: the year less three quarters is the fourth, the third tertial is the year. Of each such way
    /// the smallest is hidden, until none is left.
    static func spansToHide(
        _ keys: [Key], _ figures: [Key: [SmallNumbers.Figure]], _ hidden: Set<Key>
    ) -> Set<Key> {
        var result: Set<Key> = []
        for part in keys where hidden.contains(part) {
            guard let missing = span(of: part.period) else { continue }
            func isOpen(_ key: Key) -> Bool {
                key.gender == part.gender && figures[key] != nil && !hidden.contains(key)
                    && !result.contains(key)
            }
            while let way = way(
                from: missing.lowerBound, to: missing.upperBound, over: keys.filter(isOpen))
            {
                guard let least = way.min(by: { base(of: $0, figures) < base(of: $1, figures) })
                else { break }
                result.insert(least)
            }
        }
        return result
    }

    /// The shortest way between two months over the ends of periods, in either direction.
    private static func way(from start: Int, to end: Int, over keys: [Key]) -> [Key]? {
        var reached: [Int: [Key]] = [start: []]
        var edge = [start]
        while !edge.isEmpty {
            var next: [Int] = []
            for month in edge {
                for key in keys {
                    guard let span = span(of: key.period) else { continue }
                    let other =
                        span.lowerBound == month
                        ? span.upperBound : span.upperBound == month ? span.lowerBound : nil
                    guard let other, reached[other] == nil else { continue }
                    reached[other] = (reached[month] ?? []) + [key]
                    next.append(other)
                }
            }
            if let way = reached[end] { return way }
            edge = next
        }
        return nil
    }

    private static func base(of key: Key, _ figures: [Key: [SmallNumbers.Figure]]) -> Double {
        (figures[key] ?? []).map(\.denominator).min() ?? .infinity
    }
}
