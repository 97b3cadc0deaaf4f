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

    /// Which of the three to hide, so that none can be had from what is shown, not even by who knows
    /// this rule.
    ///
    /// Where exactly one gender is unsafe and the total is shown, the other gender is hidden too; a
    /// gender that is not published but is unsafe, as the difference shows, hides the other one. The
    /// total goes where it would tell all: where it is none or all of its base, since then every part
    /// is; and where both genders are unsafe and it is so small that only one division is left. Where the
    /// total is hidden and both genders are safe, the smaller gender is hidden, for they are its sum.
    ///
    /// - Parameters:
    ///   - figures: the three, those that are published.
    ///   - hidden: those that are hidden for another reason.
    /// - Returns: why each is hidden; `nil` where it may be shown.
    public func suppressions(
        of figures: ByGender<Figure>,
        hidden: ByGender<Suppression> = ByGender(total: nil, women: nil, men: nil)
    ) -> ByGender<Suppression> {
        func primary(_ figure: Figure?) -> Suppression? {
            figure.map(isUnsafe) == true ? .primary : nil
        }
        var result = ByGender(
            total: primary(figures.total) ?? hidden.total,
            women: primary(figures.women) ?? hidden.women,
            men: primary(figures.men) ?? hidden.men)
        guard let total = figures.total else { return result }
        let women = figures.women ?? figures.men.map { Self.rest(total, $0) }
        let men = figures.men ?? figures.women.map { Self.rest(total, $0) }
        let womenAreHidden = result.women != nil || women.map(isUnsafe) == true
        let menAreHidden = result.men != nil || men.map(isUnsafe) == true
        if result.total == nil, womenAreHidden || menAreHidden {
            let isTelling =
                total.numerator == 0 || total.numerator == total.denominator
                || womenAreHidden && menAreHidden && leavesOneDivision(total)
            if isTelling { result.total = .secondary }
        }
        if result.total == nil {
            if womenAreHidden, figures.men != nil { result.men = result.men ?? .secondary }
            if menAreHidden, figures.women != nil { result.women = result.women ?? .secondary }
        } else if let women = figures.women, let men = figures.men, result.women == nil,
            result.men == nil
        {
            if (women.denominator, women.numerator) <= (men.denominator, men.numerator) {
                result.women = .secondary
            } else {
                result.men = .secondary
            }
        }
        return result
    }

    /// Whether what two hidden figures sum to can be one sum only: 8 is 4 and 4, while 6 may be 2 and 4.
    private func leavesOneDivision(_ total: Figure) -> Bool {
        let largest = 2 * (leastCount - 1)
        return total.numerator == largest || total.denominator - total.numerator == largest
            || total.denominator == 2 * (leastBase - 1)
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
        // A count has no base of its own: what is left of it has none either.
        Figure(
            total.numerator - part.numerator,
            of: total.denominator.isInfinite ? .infinity : total.denominator - part.denominator)
    }
}
