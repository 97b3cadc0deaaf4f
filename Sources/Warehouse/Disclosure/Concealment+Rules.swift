internal import Indicators
internal import Statistics

extension Concealment {
    /// What a value tells of persons.
    enum Basis {
        /// Cases of a base.
        case cases(SmallNumbers.Figure)
        /// Nothing: money, time, places.
        case nobody
    }

    /// What a value rests on; `nil` where it cannot be shown to be safe.
    static func basis(of statement: Statement, _ indicator: Indicator) -> Basis? {
        guard let value = statement.value?.approximation else { return .nobody }
        let stated = statement.denominator?.approximation
        // Those asked are no base: those who answered are.
        let answers = statement.respondents.map(Double.init)
        let base = [stated, answers].compactMap(\.self).min()
        switch indicator.valueKind {
        case .rate where statement.numerator == nil && indicator.uncertainty != .none:
            // Value times base would be the cases, by a multiplier that only people know.
            return nil
        case .share:
            guard let base else { return indicator.uncertainty == .none ? .nobody : nil }
            let cases = statement.numerator?.approximation ?? value * base / 100
            guard cases >= 0, cases <= base else { return nil }
            return .cases(.init(cases, of: base))
        case .count:
            guard indicator.uncertainty != .none else { return .nobody }
            return .cases(.init(value, of: base ?? .infinity))
        case .rate, .amount, .mean, .median, .index, .boolean, .deviation, .ratio:
            if let base {
                // Half of the base: neither small nor all, so that only the base decides.
                let cases =
                    indicator.valueKind == .rate ? statement.numerator?.approximation : nil
                return .cases(.init(cases ?? base / 2, of: base))
            }
            return indicator.uncertainty == .none ? .nobody : nil
        }
    }

    /// An indicator of a municipality: within it one figure may tell of another.
    struct Subject: Hashable {
        private let indicator: Int32
        let municipality: Int16

        init(_ key: Key) {
            indicator = key.indicator
            municipality = key.municipality
        }
    }

    /// Everything of a subject that must be hidden with what is hidden, until nothing more follows.
    static func closed(
        _ hidden: Set<Key>, _ figures: [Key: [SmallNumbers.Figure]], _ rule: SmallNumbers
    ) -> Set<Key> {
        var hidden = hidden
        for (key, stated) in figures where stated.contains(where: rule.isUnsafe) {
            hidden.insert(key)
        }
        var before = -1
        while before != hidden.count {
            before = hidden.count
            hidden.formUnion(totalsToHide(figures, hidden))
            // In one order, so that the same figures always hide the same ones.
            let keys = Set(figures.keys).union(hidden).sorted(by: areInOrder)
            for key in keys where key.gender == .total {
                hidden.formUnion(gendersToHide(key, figures, hidden, rule))
            }
            for key in keys where hidden.contains(key) {
                hidden.formUnion(wholesToHide(key, keys, figures))
            }
            hidden.formUnion(spansToHide(keys, figures, hidden))
        }
        return hidden
    }

    /// The genders to hide of one figure, whichever documents they are put together from.
    private static func gendersToHide(
        _ total: Key, _ figures: [Key: [SmallNumbers.Figure]], _ hidden: Set<Key>,
        _ rule: SmallNumbers
    ) -> Set<Key> {
        func key(_ gender: Gender) -> Key {
            var key = total
            key.gender = gender
            return key
        }
        func stated(_ gender: Gender) -> [SmallNumbers.Figure?] {
            figures[key(gender)].map { $0.map(Optional.some) } ?? [nil]
        }
        func mark(_ gender: Gender) -> SmallNumbers.Suppression? {
            hidden.contains(key(gender)) ? .secondary : nil
        }
        var result: Set<Key> = []
        for total in stated(.total) {
            for women in stated(.women) {
                for men in stated(.men) {
                    let found = rule.suppressions(
                        of: .init(total: total, women: women, men: men),
                        hidden: .init(total: mark(.total), women: mark(.women), men: mark(.men)))
                    if found.total != nil { result.insert(key(.total)) }
                    if found.women != nil, women != nil { result.insert(key(.women)) }
                    if found.men != nil, men != nil { result.insert(key(.men)) }
                }
            }
        }
        return result
    }

    /// Totals that nobody states, of which one gender is hidden and the other is shown: whoever could
    /// work the total out, from a region or from other periods, would have the hidden gender.
    private static func totalsToHide(
        _ figures: [Key: [SmallNumbers.Figure]], _ hidden: Set<Key>
    ) -> Set<Key> {
        var result: Set<Key> = []
        for part in hidden where part.gender != .total {
            var (total, other) = (part, part)
            total.gender = .total
            other.gender = part.gender == .women ? .men : .women
            if figures[total] == nil, figures[other] != nil, !hidden.contains(other) {
                result.insert(total)
            }
        }
        return result
    }

    /// Longer periods around a hidden one that are none or all of their base: then it is, too.
    private static func wholesToHide(
        _ part: Key, _ keys: [Key], _ figures: [Key: [SmallNumbers.Figure]]
    ) -> [Key] {
        keys.filter { whole in
            whole.gender == part.gender && whole.period != part.period
                && whole.period.startDate <= part.period.startDate
                && whole.period.endDate >= part.period.endDate
                && (figures[whole] ?? []).contains {
                    $0.numerator == 0 || $0.numerator == $0.denominator
                }
        }
    }

    private static func areInOrder(_ one: Key, _ other: Key) -> Bool {
        (one.period.key, one.gender.rawValue) < (other.period.key, other.gender.rawValue)
    }
}
