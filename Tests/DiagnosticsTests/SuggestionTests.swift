import Diagnostics
import Testing

@Suite struct SuggestionTests {
    /// Distances by hand: an insertion, deletion, substitution or swap of neighbours each cost 1.
    @Test(arguments: [
        ("", "", 0), ("", "abc", 3), ("nacka", "nacka", 0), ("nakca", "nacka", 1),
        ("naka", "nacka", 1), ("naccka", "nacka", 1), ("nackä", "nacka", 1),
        ("solna", "sollentuna", 5), ("kitten", "sitting", 3), ("ab", "ba", 1),
        // Optimal string alignment, not Damerau: a swapped pair is not edited again.
        ("ca", "abc", 3),
    ])
    func `counts the edits between two words`(left: String, right: String, distance: Int) {
        #expect(Suggestion.distance(left, right) == distance)
        #expect(Suggestion.distance(right, left) == distance)
    }

    @Test func `gives the nearest first, in the order of the candidates among equals`() {
        let names = ["Norsjö", "Nora", "Nacka", "Nybro"]
        #expect(Suggestion.nearest(to: "Nacko", among: names) == ["Nacka"])
        #expect(Suggestion.nearest(to: "nroa", among: names) == ["Nora"])
        #expect(
            Suggestion.nearest(to: "bar", among: ["car", "bat", "far"]) == ["car", "bat", "far"])
    }

    @Test func `gives nothing when nothing is near, and no more than is asked for`() {
        #expect(Suggestion.nearest(to: "Köpenhamn", among: ["Nacka", "Solna"]) == [])
        #expect(
            Suggestion.nearest(to: "aa", among: ["ab", "ac", "ad", "ae"], limit: 2) == ["ab", "ac"])
        #expect(Suggestion.nearest(to: "", among: ["a", "bb"]) == ["a"])
    }

    @Test func `case does not count`() {
        #expect(Suggestion.nearest(to: "NACKA", among: ["nacka"]) == ["nacka"])
        #expect(Suggestion.nearest(to: "örebro", among: ["ÖREBRO"]) == ["ÖREBRO"])
    }
}
