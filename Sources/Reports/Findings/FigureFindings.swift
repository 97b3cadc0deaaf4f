internal import Indicators

/// Holds figures against each other, and against what they can be.
extension FindingCollector {
    /// Text against table, and every figure that is told twice.
    mutating func checkAgainstEachOther(_ figures: [Figure]) {
        let told = figures.filter { $0.value != nil }
        for (place, figure) in told.enumerated() where figure.origin == .narrative {
            // The table's own row is what the text speaks of; other text only where there is none.
            let rows = told.filter { $0.origin == .table && Self.isSame(figure, $0) }
            if let row = rows.first {
                compare(figure, row, .textAgainstTable)
            } else if let earlier = told[..<place].first(where: {
                $0.origin == .narrative && Self.isSame(figure, $0)
            }) {
                compare(figure, earlier, .contradiction)
            }
        }
    }

    private mutating func compare(_ figure: Figure, _ other: Figure, _ rule: Finding.Rule) {
        guard !Self.agree(figure, other), let value = other.value else { return }
        let unit = other.unit.rawValue
        note(
            rule, line: figure.line, printed: figure.printed,
            expected: "\(Self.swedish(value)) \(unit)",
            sv: "”\(figure.subject)” (rad \(other.line) säger annat)",
            en: "\"\(figure.subject)\" (line \(other.line) says otherwise)")
    }

    /// Whether two figures say the same thing about the same subject.
    static func isSame(_ left: Figure, _ right: Figure) -> Bool {
        guard left.measure == right.measure, left.gender == right.gender,
            left.municipality == right.municipality, let period = left.period,
            period == right.period, (left.unit.kronor == nil) == (right.unit.kronor == nil),
            left.unit.kronor != nil || left.unit == right.unit,
            left.definition == right.definition
                || (right.origin == .table && left.definition.isEmpty),
            left.measure.ofAbsence == nil || isOfSameStaff(left, right)
        else { return false }
        let a = HeadingKey.key(left.subject)
        let b = HeadingKey.key(right.subject)
        if a == b { return true }
        // A name in a table is longer than what the text calls it.
        return right.origin == .table && a.utf8.count >= 5 && b.hasPrefix(a)
    }

    /// Whether text speaks of the unit that a row names: the nämnd is the sum of its units.
    private static func isOfSameStaff(_ left: Figure, _ right: Figure) -> Bool {
        right.isSum || HeadingKey.key(left.organisation) == HeadingKey.key(right.organisation)
    }

    /// Whether two figures are equal within what is printed of the coarser one.
    static func agree(_ left: Figure, _ right: Figure) -> Bool {
        guard let a = measured(left), let b = measured(right) else { return true }
        let step = max(a.step, b.step)
        // Words carry the sign where none is printed, so only sizes are compared then.
        let isSigned = left.hasSign && right.hasSign
        let first = isSigned ? a.value : a.value.absolute
        let second = isSigned ? b.value : b.value.absolute
        guard let difference = first.subtracting(second)?.absolute,
            let doubled = difference.multiplied(by: 2)
        else { return true }
        return doubled <= step
    }

    /// A figure in kronor, or as it is, and the size of its last printed place.
    static func measured(
        _ figure: Figure
    ) -> (value: ScaledDecimal, step: ScaledDecimal)? {
        guard let value = figure.value else { return nil }
        let factor = figure.unit.kronor ?? 1
        guard let scaled = value.multiplied(by: factor),
            let step = ScaledDecimal(units: Int128(factor), scale: value.scale)
        else { return nil }
        return (scaled, step)
    }

    /// Shares outside 0 to 100, and figures that shrink though they accumulate.
    mutating func checkPossible(_ figures: [Figure]) {
        for figure in figures where figure.unit == .percent && figure.measure != .change {
            guard let value = figure.value, value < ScaledDecimal(0) || value > ScaledDecimal(100)
            else { continue }
            note(
                .shareBounds, line: figure.line, printed: figure.printed, expected: "0–100 procent",
                sv: "”\(figure.subject)”", en: "\"\(figure.subject)\"")
        }
        let counted = figures.filter {
            $0.isCumulative && $0.measure == .outcome && $0.unit == .number && $0.value != nil
                && ($0.period?.isCumulative == true || $0.period?.kind == .year)
        }
        let series = Dictionary(grouping: counted) {
            "\(HeadingKey.key($0.subject))|\($0.gender.rawValue)|\($0.municipality)"
                + "|\($0.period?.year ?? 0)"
        }
        for figures in series.values {
            // A whole year comes after its last tertial.
            let ordered = figures.sorted { Self.order($0) < Self.order($1) }
            for (earlier, later) in zip(ordered, ordered.dropFirst()) {
                guard Self.order(earlier) < Self.order(later), let a = earlier.value,
                    let b = later.value, b < a
                else { continue }
                note(
                    .shrinking, line: later.line, printed: later.printed,
                    expected: "minst \(Self.swedish(a))", sv: "”\(later.subject)” ackumuleras",
                    en: "\"\(later.subject)\" accumulates")
            }
        }
    }

    private static func order(_ figure: Figure) -> Int {
        figure.period?.kind == .year ? 4 : figure.period?.part ?? 0
    }
}
