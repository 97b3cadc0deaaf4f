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
        #expect(hidden((6, 40), (3, 20), (3, 20)) == [nil, .primary, .primary])
        #expect(hidden((20, 50), (0, 0), (20, 50)) == [nil, nil, nil])
    }

    @Test func `a gender that is not published must not follow from the others`() {
        #expect(hidden((40, 100), (38, 60), nil) == [nil, .secondary, nil])
        #expect(hidden((40, 100), nil, (20, 60)) == [nil, nil, nil])
        #expect(hidden(nil, (3, 45), (37, 55)) == [nil, .primary, nil])
    }

    /// Every way to divide small totals: a figure and its complement are hidden alike, and no
    /// hidden figure is the difference of two shown ones.
    @Test func `nothing hidden can be computed back`() {
        for (n, base) in [(12.0, 24.0), (30, 60), (9, 20)] {
            for nk in stride(from: 0, through: base, by: 3) {
                for xk in stride(from: 0, through: min(nk, n), by: 1) {
                    let (xm, nm) = (n - xk, base - nk)
                    guard xm <= nm else { continue }
                    let found = hidden((n, base), (xk, nk), (xm, nm))
                    let rest = hidden((base - n, base), (nk - xk, nk), (nm - xm, nm))
                    #expect(found == rest)
                    let count = found.count { $0 != nil }
                    #expect(count != 1 || found.contains(.primary) && (nk == 0 || nm == 0))
                }
            }
        }
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
