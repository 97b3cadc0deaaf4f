extension SmallNumbers {
    /// A figure for all, for women and for men; `nil` where nothing is published.
    public struct ByGender<Value: Sendable & Hashable>: Sendable, Hashable {
        /// All persons.
        public var total: Value?
        /// Women.
        public var women: Value?
        /// Men.
        public var men: Value?

        /// Creates the three.
        public init(total: Value?, women: Value?, men: Value?) {
            self.total = total
            self.women = women
            self.men = men
        }
    }

    /// Which of the three to hide, so that none can be had as the difference of the others.
    ///
    /// Where exactly one gender is unsafe and the total is shown, the other gender is hidden too. A
    /// gender that is not published but is unsafe, as the difference shows, hides the other one.
    public func suppressions(of figures: ByGender<Figure>) -> ByGender<Suppression> {
        func primary(_ figure: Figure?) -> Suppression? {
            figure.map(isUnsafe) == true ? .primary : nil
        }
        var result = ByGender(
            total: primary(figures.total), women: primary(figures.women), men: primary(figures.men))
        guard result.total == nil, let total = figures.total else { return result }
        let women = figures.women ?? figures.men.map { Self.rest(total, $0) }
        let men = figures.men ?? figures.women.map { Self.rest(total, $0) }
        switch (women.map(isUnsafe) == true, men.map(isUnsafe) == true) {
        case (true, false) where figures.men != nil: result.men = .secondary
        case (false, true) where figures.women != nil: result.women = .secondary
        default: break
        }
        return result
    }

    /// Which members of a sum to hide where the sum is shown.
    ///
    /// One hidden member alone would be the sum less the others: the next smallest is hidden with it.
    ///
    /// - Parameter members: the figures that are summed.
    /// - Returns: why each is hidden, in their order; `nil` where it may be shown. Where nobody is
    ///   left to be hidden with the only one, the sum itself must go.
    public func suppressions(
        ofMembers members: [Figure]
    ) -> (members: [Suppression?], hidesSum: Bool) {
        var result: [Suppression?] = members.map { isUnsafe($0) ? .primary : nil }
        let hidden = result.count { $0 != nil }
        guard hidden == 1 else { return (result, false) }
        let shown = members.indices.filter { result[$0] == nil && members[$0].denominator > 0 }
        guard
            let next = shown.min(by: { left, right in
                let (first, second) = (members[left], members[right])
                return (first.numerator, first.denominator, left)
                    < (second.numerator, second.denominator, right)
            })
        else { return (result, true) }
        result[next] = .secondary
        return (result, false)
    }

    private static func rest(_ total: Figure, _ part: Figure) -> Figure {
        Figure(
            total.numerator - part.numerator, of: total.denominator - part.denominator)
    }
}
