public import Indicators
public import Statistics

/// Which figures of internal indicators must not reach a reader.
///
/// Published values pass. Of internal ones a figure is hidden whole, value, counts and remark, before
/// anything is computed from it, so that no mean, median, rank, difference or sentence rests on it. What
/// one document or one version makes unsafe is hidden in all of them.
public struct Concealment: Sendable {
    /// What a figure is about.
    public struct Key: Sendable, Hashable {
        /// Key of the indicator.
        public var indicator: Int32
        /// Key of the municipality.
        public var municipality: Int16
        /// The period.
        public var period: Period
        /// The gender.
        public var gender: Gender

        /// Names a figure.
        public init(indicator: Int32, municipality: Int16, period: Period, gender: Gender) {
            self.indicator = indicator
            self.municipality = municipality
            self.period = period
            self.gender = gender
        }
    }

    /// One document's or one version's statement about a figure.
    public struct Statement: Sendable {
        /// What it is about.
        public var key: Key
        /// The value; a statement without one has nothing to hide.
        public var value: ScaledDecimal?
        /// Numerator, where stated.
        public var numerator: ScaledDecimal?
        /// Denominator, where stated.
        public var denominator: ScaledDecimal?
        /// Respondents, where stated.
        public var respondents: Int?

        /// States a figure.
        public init(
            key: Key, value: ScaledDecimal?, numerator: ScaledDecimal? = nil,
            denominator: ScaledDecimal? = nil, respondents: Int? = nil
        ) {
            self.key = key
            self.value = value
            self.numerator = numerator
            self.denominator = denominator
            self.respondents = respondents
        }
    }

    /// The figures that are hidden.
    public let hidden: Set<Key>

    /// Hides nothing: all that is asked for is public.
    public static let nothing = Concealment()

    private init() { hidden = [] }

    /// Finds what must be hidden.
    ///
    /// - Parameters:
    ///   - statements: everything that is stated of internal indicators, whatever the gender, document
    ///     and version, of every municipality and period that may be shown.
    ///   - indicators: the indicators by key; statements about others are hidden.
    ///   - rule: what is too small.
    public init(
        _ statements: [Statement], indicators: [Int32: Indicator],
        rule: SmallNumbers = SmallNumbers()
    ) {
        var hidden: Set<Key> = []
        var figures: [Subject: [Key: [SmallNumbers.Figure]]] = [:]
        for statement in statements where statement.value != nil {
            guard let indicator = indicators[statement.key.indicator],
                let basis = Self.basis(of: statement, indicator)
            else {
                hidden.insert(statement.key)
                continue
            }
            guard case .cases(let figure) = basis else { continue }
            let subject = Subject(statement.key)
            if figures[subject]?[statement.key]?.contains(figure) != true {
                figures[subject, default: [:]][statement.key, default: []].append(figure)
            }
        }
        for subject in Set(figures.keys).union(hidden.map(Subject.init)) {
            hidden.formUnion(
                Self.closed(
                    hidden.filter { Subject($0) == subject }, figures[subject] ?? [:], rule))
        }
        self.hidden = hidden
    }

    /// Whether a figure must not be shown.
    public func hides(_ key: Key) -> Bool { hidden.contains(key) }

    /// The figure as a reader may see it.
    public func shown(_ figure: OutcomeFigure, _ key: Key) -> OutcomeFigure {
        guard figure.value != nil, hides(key) else { return figure }
        return OutcomeFigure(
            value: nil, status: .suppressed, source: figure.source, sourceTitle: figure.sourceTitle)
    }
}
