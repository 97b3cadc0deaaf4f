public import Indicators
public import Statistics

/// Which figures of internal indicators must not reach a reader.
///
/// Published values pass. Of internal ones a figure is hidden whole, value, counts and remark, before
/// anything is computed from it, so that no mean, median, rank, difference or sentence rests on it. What
/// one document or one version makes unsafe is hidden in all of them. A hidden figure of a kommun hides
/// that of its region and of the nation, whose sum less the others would give it away.
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

    /// Finds what must be hidden.
    ///
    /// - Parameters:
    ///   - statements: everything that is stated of internal indicators, whatever the gender, document
    ///     and version, of every municipality and period that may be shown.
    ///   - indicators: the indicators by key; statements about others are hidden.
    ///   - wholes: of a unit, those that it is counted in; see ``wholes(of:)``.
    ///   - rule: what is too small.
    public init(
        _ statements: [Statement], indicators: [Int32: Indicator],
        wholes: [Int16: [Int16]] = [:], rule: SmallNumbers = SmallNumbers()
    ) {
        var stated: Set<Key> = []
        var unsafe: [Subject: Set<Key>] = [:]
        var figures: [Subject: [Key: [SmallNumbers.Figure]]] = [:]
        for statement in statements where statement.value != nil {
            let subject = Subject(statement.key)
            stated.insert(statement.key)
            guard let indicator = indicators[statement.key.indicator],
                let basis = Self.basis(of: statement, indicator)
            else {
                unsafe[subject, default: []].insert(statement.key)
                continue
            }
            guard case .cases(let figure) = basis else { continue }
            if figures[subject]?[statement.key]?.contains(figure) != true {
                figures[subject, default: [:]][statement.key, default: []].append(figure)
            }
        }
        var hidden: Set<Key> = []
        // What is hidden of a part goes up to what it is counted in, never down: parts come first.
        let subjects = Set(figures.keys).union(unsafe.keys).union(stated.map(Subject.init))
            .sorted { left, right in
                (wholes[left.municipality] ?? []).count > (wholes[right.municipality] ?? []).count
            }
        for subject in subjects {
            let found = Self.closed(unsafe[subject] ?? [], figures[subject] ?? [:], rule)
            hidden.formUnion(found)
            for key in found {
                for whole in wholes[subject.municipality] ?? [] {
                    var above = key
                    above.municipality = whole
                    // The whole less the parts that are shown would give this one.
                    if stated.contains(above) { unsafe[Subject(above), default: []].insert(above) }
                }
            }
        }
        // What nobody states was only looked at for what it would tell.
        self.hidden = hidden.intersection(stated)
    }

    /// What each unit is counted in: a kommun in its region and the nation, a region in the nation.
    public static func wholes(of units: [Municipality]) -> [Int16: [Int16]] {
        let nations = units.filter { $0.kind == .nation }.map(\.key)
        // A region's code is 00 and its county; a kommun's begins with the county.
        let regions = Dictionary(
            units.filter { $0.kind == .region }.map { ($0.code.description.suffix(2), $0.key) },
            uniquingKeysWith: { first, _ in first })
        var result: [Int16: [Int16]] = [:]
        for unit in units {
            switch unit.kind {
            case .municipality:
                let region = regions[unit.code.description.prefix(2)].map { [$0] } ?? []
                result[unit.key] = region + nations
            case .region: result[unit.key] = nations
            case .nation: continue
            }
        }
        return result
    }

    /// Whether a figure must not be shown.
    public func hides(_ key: Key) -> Bool { hidden.contains(key) }
}
