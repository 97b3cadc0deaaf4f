/// Finds what a misspelt word was probably meant to be.
public enum Suggestion {
    /// Returns the candidates nearest to a word, best first.
    ///
    /// Nearness is the optimal string alignment distance: insertions, deletions, substitutions and
    /// swaps of neighbours each cost 1. A candidate further away than a third of the word's length
    /// (at least 1) is no suggestion. Ties keep the order of the candidates.
    public static func nearest(
        to word: String, among candidates: some Sequence<String>, limit: Int = 3
    ) -> [String] {
        let wanted = Array(word.lowercased())
        let threshold = max(1, wanted.count / 3)
        return candidates.enumerated()
            .compactMap { index, candidate -> (index: Int, distance: Int, text: String)? in
                let distance = distance(wanted, Array(candidate.lowercased()))
                return distance <= threshold ? (index, distance, candidate) : nil
            }
            .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
            .prefix(limit)
            .map(\.text)
    }

    /// The optimal string alignment distance of two strings in characters.
    public static func distance(_ left: String, _ right: String) -> Int {
        distance(Array(left), Array(right))
    }

    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var beforePrevious: [Int] = []
        var previous = Array(0...right.count)
        for (i, leftCharacter) in left.enumerated() {
            var current = [i + 1]
            current.reserveCapacity(right.count + 1)
            for (j, rightCharacter) in right.enumerated() {
                var best = min(previous[j + 1] + 1, current[j] + 1)
                best = min(best, previous[j] + (leftCharacter == rightCharacter ? 0 : 1))
                if i > 0, j > 0, leftCharacter == right[j - 1], left[i - 1] == rightCharacter {
                    best = min(best, beforePrevious[j - 1] + 1)
                }
                current.append(best)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[right.count]
    }
}
