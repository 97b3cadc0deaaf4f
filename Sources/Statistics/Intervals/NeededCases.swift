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
}
