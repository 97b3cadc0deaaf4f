import Statistics
import Testing

@Suite struct `Small numbers` {
    typealias Figure = SmallNumbers.Figure
    let rule = SmallNumbers()

    func hidden(
        _ total: (Double, Double)?, _ women: (Double, Double)?, _ men: (Double, Double)?
    ) -> [SmallNumbers.Suppression?] {
        func figure(_ pair: (Double, Double)?) -> Figure? { pair.map { Figure($0.0, of: $0.1) } }
        let found = rule.suppressions(
            of: .init(total: figure(total), women: figure(women), men: figure(men)))
        return [found.total, found.women, found.men]
    }

    @Test func `a small numerator, a small rest and a small base are unsafe`() {
        #expect(rule.isUnsafe(Figure(3, of: 45)))
        #expect(rule.isUnsafe(Figure(48, of: 50)))
        #expect(rule.isUnsafe(Figure(0, of: 6)))
        #expect(!rule.isUnsafe(Figure(0, of: 40)))
        #expect(!rule.isUnsafe(Figure(30, of: 30)))
        #expect(!rule.isUnsafe(Figure(5, of: 15)))
        #expect(!rule.isUnsafe(Figure(0, of: 0)))
    }

    @Test func `one hidden gender hides the other, unless the total is hidden`() {
        #expect(hidden((40, 100), (18, 50), (22, 50)) == [nil, nil, nil])
        #expect(hidden((40, 100), (3, 45), (37, 55)) == [nil, .primary, .secondary])
        #expect(hidden((88, 100), (48, 50), (40, 50)) == [nil, .primary, .secondary])
        #expect(hidden((4, 60), (4, 30), (0, 30)) == [.primary, .primary, nil])
        #expect(hidden((9, 40), (4, 20), (5, 20)) == [nil, .primary, .secondary])
        #expect(hidden((20, 50), (0, 0), (20, 50)) == [nil, nil, nil])
    }

    @Test func `a gender that is not published must not follow from the others`() {
        #expect(hidden((40, 100), (38, 60), nil) == [nil, .secondary, nil])
        #expect(hidden((40, 100), nil, (20, 60)) == [nil, nil, nil])
        #expect(hidden(nil, (3, 45), (37, 55)) == [nil, .primary, nil])
    }

    @Test func `a total goes where it would tell all of its parts`() {
        // Nobody of forty: nobody of the five women either.
        #expect(hidden((0, 40), (0, 5), (0, 35)) == [.secondary, .primary, nil])
        #expect(hidden((40, 40), (5, 5), (35, 35)) == [.secondary, .primary, nil])
        // Eight can only be four and four.
        #expect(hidden((8, 40), (4, 20), (4, 20)) == [.secondary, .primary, .primary])
        // Six may be two and four, too: the total may be shown (case s05 of the published vectors).
        #expect(hidden((6, 40), (3, 20), (3, 20)) == [nil, .primary, .primary])
        // Both safe, but the total is hidden for another reason.
        let figures = SmallNumbers.ByGender(
            total: Figure(40, of: 100), women: Figure(20, of: 40), men: Figure(20, of: 60))
        let found = rule.suppressions(
            of: figures, hidden: .init(total: .secondary, women: nil, men: nil))
        #expect([found.total, found.women, found.men] == [.secondary, .secondary, nil])
    }

    /// What a reader sees of one division of persons by gender.
    private struct View: Hashable {
        let shown: [Figure?]
    }

    /// Tries every division of up to `size` persons: a reader who sees what is shown, and knows the rule,
    /// is always left with two values or more for what is hidden.
    @Test(arguments: [true, false])
    func `nothing hidden can be computed back, even by who knows the rule`(showsMen: Bool) {
        let size = 26
        var values: [View: [Set<Double>]] = [:]
        for nk in 0...size {
            for nm in 0...(size - nk) {
                for xk in 0...nk {
                    for xm in 0...nm {
                        let figures = [
                            Figure(Double(xk + xm), of: Double(nk + nm)),
                            Figure(Double(xk), of: Double(nk)), Figure(Double(xm), of: Double(nm)),
                        ]
                        let found = rule.suppressions(
                            of: .init(
                                total: figures[0], women: figures[1],
                                men: showsMen ? figures[2] : nil))
                        let hidden = [found.total, found.women, found.men].map { $0 != nil }
                        let shown = zip(figures, hidden).enumerated().map { index, pair in
                            pair.1 || (index == 2 && !showsMen) ? nil : pair.0
                        }
                        var seen = values[View(shown: shown)] ?? [[], [], []]
                        for index in 0..<3 where hidden[index] {
                            seen[index].insert(
                                figures[index].numerator / figures[index].denominator)
                        }
                        values[View(shown: shown)] = seen
                    }
                }
            }
        }
        let told = values.values.joined().count { $0.count == 1 }
        #expect(values.count > 1000)
        #expect(told == 0)
    }

    @Test(arguments: [(40.0, 100.0, 3.0, 45.0), (0, 40, 0, 5), (8, 40, 4, 20), (88, 100, 48, 50)])
    func `a figure and its complement are hidden together`(
        x: Double, n: Double, xk: Double, nk: Double
    ) {
        #expect(
            hidden((x, n), (xk, nk), (x - xk, n - nk))
                == hidden((n - x, n), (nk - xk, nk), (n - x - nk + xk, n - nk)))
    }

    @Test func `a sum must not give away its only hidden member`() {
        let safe = Figure(20, of: 50)
        let small = Figure(3, of: 40)
        let one = rule.suppressions(ofMembers: [safe, small, Figure(12, of: 50)])
        #expect(one.members == [nil, .primary, .secondary])
        #expect(!one.hidesSum)
        let two = rule.suppressions(ofMembers: [safe, small, small])
        #expect(two.members == [nil, .primary, .primary])
        let alone = rule.suppressions(ofMembers: [small])
        #expect(alone.hidesSum)
        #expect(rule.suppressions(ofMembers: [safe, safe]).members == [nil, nil])
    }
}
