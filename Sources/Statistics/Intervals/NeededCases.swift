/// How many cases it takes to tell two shares apart.
public enum NeededCases {
    /// The least number of cases, the same on both sides, at which Newcombe's interval of the
    /// difference excludes 0 if the shares stay what they are.
    ///
    /// It answers a reader who has no numerators: with fewer cases the difference may be chance.
    ///
    /// - Parameters:
    ///   - share: a share, 0 to 1.
    ///   - other: another.
    ///   - confidence: the level of the interval.
    /// - Returns: the number; `nil` for equal shares, for what is no share, and above 10⁹.
    public static func toTellApart(
        _ share: Double, from other: Double, _ confidence: ConfidenceLevel = .percent95
    ) -> Int? {
        func isTold(_ cases: Int) -> Bool {
            let n = Double(cases)
            // A product may come out a little above n.
            guard let mine = Proportion(count: min(n, share * n), total: n),
                let theirs = Proportion(count: min(n, other * n), total: n)
            else { return false }
            return !mine.newcombeInterval(minus: theirs, z: confidence.z).contains(0)
        }
        guard (0...1).contains(share), (0...1).contains(other), share != other else { return nil }
        var high = 1
        while !isTold(high) {
            guard high < 1_000_000_000 else { return nil }
            high *= 2
        }
        var low = high / 2
        while high - low > 1 {
            let middle = (low + high) / 2
            if isTold(middle) { high = middle } else { low = middle }
        }
        return high
    }

    /// The least number of cases at which Wilson's interval of a share excludes a number that is set, such
    /// as a target: the first n above z²b(1 − b)/(p − b)², for the interval is the score test turned round.
    ///
    /// - Parameters:
    ///   - benchmark: the number, 0 to 1; exact.
    ///   - share: a share, 0 to 1.
    ///   - confidence: the level of the interval.
    /// - Returns: the number; `nil` for equal shares, for a benchmark of none or all, which any case
    ///   misses, for what is no share, and above 10⁹.
    public static func toExclude(
        _ benchmark: Double, from share: Double, _ confidence: ConfidenceLevel = .percent95
    ) -> Int? {
        guard (0...1).contains(share), benchmark > 0, benchmark < 1, share != benchmark else {
            return nil
        }
        let distance = share - benchmark
        let limit =
            confidence.z * confidence.z * benchmark * (1 - benchmark) / (distance * distance)
        guard limit < 1_000_000_000 else { return nil }
        return Int(limit.rounded(.down)) + 1
    }
}
