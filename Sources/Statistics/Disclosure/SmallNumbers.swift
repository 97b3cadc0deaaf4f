/// Which figures of a small group must not be shown, so that nobody can be recognised.
///
/// A rule of the house, not a standard: numerators and their complements from 1 to below
/// ``leastCount``, and bases below ``leastBase``, are unsafe. The rule is symmetric in x and n − x, so
/// a figure and its complement are always hidden together.
public struct SmallNumbers: Sendable, Hashable {
    /// The fewest cases, other than none, that may be shown.
    public let leastCount: Double
    /// The smallest base, other than none, that may be shown.
    public let leastBase: Double

    /// Creates a rule.
    public init(leastCount: Double = 5, leastBase: Double = 10) {
        self.leastCount = leastCount
        self.leastBase = leastBase
    }

    /// Why a figure is hidden.
    public enum Suppression: Sendable, Hashable {
        /// It is too small itself.
        case primary
        /// It would give away another one.
        case secondary
    }

    /// A numerator and its denominator.
    public struct Figure: Sendable, Hashable {
        /// The cases that have the property.
        public let numerator: Double
        /// All cases.
        public let denominator: Double

        /// Creates a figure.
        public init(_ numerator: Double, of denominator: Double) {
            self.numerator = numerator
            self.denominator = denominator
        }
    }

    /// Whether a figure is too small to be shown; a base of no case has nobody to protect.
    public func isUnsafe(_ figure: Figure) -> Bool {
        let (x, n) = (figure.numerator, figure.denominator)
        func isSmall(_ count: Double) -> Bool { count > 0 && count < leastCount }
        return n > 0 && (n < leastBase || isSmall(x) || isSmall(n - x))
    }
}
