public import Indicators
internal import Statistics

extension OutcomeFigure {
    /// The cases behind a share.
    public struct Counts: Sendable, Hashable {
        /// Cases that have the property.
        public var cases: ScaledDecimal
        /// All cases.
        public var base: ScaledDecimal
        /// Of a survey: how many were asked, where it is known.
        public var asked: ScaledDecimal?
        /// Whether the reader gave the base, not the source.
        public var isReaders: Bool

        /// Of a survey: how many percent of those asked have answered, where it is known.
        public func responseRate(decimals: UInt8) -> ScaledDecimal? {
            guard let asked else { return nil }
            return base.multiplied(by: 100)?.divided(by: asked, decimals: decimals)
        }

        /// The cases as a proportion; `nil` where they cannot be one.
        var proportion: Proportion? {
            Proportion(count: cases.approximation, total: base.approximation)
        }
    }

    /// The cases behind a share, where they are known.
    ///
    /// Of a survey, the respondents are the base where they are fewer than the denominator, which then
    /// counts those asked; the numerator counts respondents. As many respondents as the denominator says
    /// nothing of how many were asked. A base given by the reader makes the cases value × base.
    ///
    /// - Parameter uncertainty: the indicator's kind.
    /// - Returns: the cases; `nil` where they are not known.
    public func counts(_ uncertainty: Uncertainty) -> Counts? {
        guard let value else { return nil }
        if let readersBase {
            let base = ScaledDecimal(readersBase)
            guard let cases = Self.cases(value, of: base) else { return nil }
            return Counts(cases: cases, base: base, asked: nil, isReaders: true)
        }
        if uncertainty == .survey, let respondents {
            let answers = ScaledDecimal(respondents)
            let asked = denominator.flatMap { $0 > answers ? $0 : nil }
            let base = asked == nil ? denominator ?? answers : answers
            guard let cases = numerator ?? Self.cases(value, of: base) else { return nil }
            return Counts(cases: cases, base: base, asked: asked, isReaders: false)
        }
        guard let numerator, let denominator else { return nil }
        return Counts(cases: numerator, base: denominator, asked: nil, isReaders: false)
    }

    /// Value × base: the cases as they must have been, without rounding; `nil` for a base that is no
    /// number of persons.
    private static func cases(_ percent: ScaledDecimal, of base: ScaledDecimal) -> ScaledDecimal? {
        let whole = base.canonical
        guard whole.scale == 0, let count = Int(exactly: whole.units) else { return nil }
        return percent.multiplied(by: count)?.divided(by: ScaledDecimal(100), decimals: 10)
    }

    /// The figure of the complement: 100 − value, with the rest of the cases.
    public func complement(_ uncertainty: Uncertainty) -> OutcomeFigure {
        var result = self
        if let value { result.value = ScaledDecimal(100).subtracting(value) }
        if let numerator, let base = counts(uncertainty)?.base ?? denominator {
            result.numerator = base.subtracting(numerator)
        }
        return result
    }
}
