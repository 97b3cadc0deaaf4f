public import Indicators

/// One indicator, one period, one gender: a municipality beside those it is compared with.
///
/// A pure value: everything in it follows from the figures given. Permuting the municipalities, or
/// leaving one out, changes no other's value.
public struct ComparisonTable: Sendable {
    /// The indicator compared.
    public var indicator: Indicator
    /// Whether the complement is shown: 100 − value, with the polarity turned.
    public var isComplement: Bool
    /// The period compared; the same for all.
    public var period: Period
    /// The gender compared.
    public var gender: Gender
    /// The municipality in focus.
    public var focus: Municipality
    /// Best first by polarity, else highest first; those without a value last, by name.
    public var rows: [ComparisonRow]
    /// All municipalities of the focus's kind, the focus included.
    public var group: GroupFigures
    /// The same without the focus.
    public var peers: GroupFigures
    /// Whether the year is still being collected, so that nothing is computed across municipalities.
    public internal(set) var isCollecting = false
    /// What looks odd in the figures as the source states them; told beside them, never held back.
    public var warnings: [FigureWarning] = []

    /// Compares.
    ///
    /// - Parameters:
    ///   - indicator: the indicator.
    ///   - isComplement: whether to show 100 − value.
    ///   - period: the period.
    ///   - gender: the gender.
    ///   - focus: the municipality in focus.
    ///   - members: the municipalities compared; the focus is added, repetitions are dropped.
    ///   - figures: what documents state, by key of the municipality, the one that speaks first.
    public init(
        indicator: Indicator, isComplement: Bool, period: Period, gender: Gender,
        focus: Municipality, members: [Municipality], figures: [Int16: [OutcomeFigure]]
    ) {
        self.indicator = indicator
        self.isComplement = isComplement
        self.period = period
        self.gender = gender
        self.focus = focus
        let polarity = isComplement ? indicator.polarity.complement : indicator.polarity
        var seen: Set<Int16> = []
        var rows = ([focus] + members).filter { seen.insert($0.key).inserted }
            .map { municipality -> ComparisonRow in
                let stated = (figures[municipality.key] ?? [])
                    .map { isComplement ? $0.complement : $0 }
                return ComparisonRow(
                    municipality: municipality, figure: stated.first,
                    otherFigures: Array(stated.dropFirst()))
            }
        let focusFigure = rows.first?.figure
        for index in rows.indices {
            rows[index].rank = Self.rank(
                of: rows[index], among: rows, focus: focus, polarity: polarity,
                valueKind: indicator.valueKind)
            guard rows[index].municipality.key != focus.key else { continue }
            if let value = rows[index].value, let own = focusFigure?.value {
                rows[index].difference = value.subtracting(own)?.canonical
            }
            rows[index].verdict =
                if let figure = rows[index].figure, let focusFigure {
                    Verdict(
                        of: figure, against: focusFigure, polarity: polarity,
                        uncertainty: indicator.uncertainty)
                } else {
                    Verdict.none
                }
        }
        let comparable = rows.filter { $0.municipality.kind == focus.kind }
        group = GroupFigures(of: comparable.map(\.figure), valueKind: indicator.valueKind)
        peers = GroupFigures(
            of: comparable.filter { $0.municipality.key != focus.key }.map(\.figure),
            valueKind: indicator.valueKind)
        // The names' order is worked out once a row: for each pair it would take milliseconds.
        self.rows = rows.map { (row: $0, name: SwedishOrder.key($0.municipality.name)) }
            .sorted { left, right in
                Self.comesBefore(left.row, right.row, polarity: polarity)
                    ?? left.name.lexicographicallyPrecedes(right.name)
            }
            .map(\.row)
    }

    /// The polarity of what is shown: that of the indicator, turned for the complement.
    public var polarity: Polarity {
        isComplement ? indicator.polarity.complement : indicator.polarity
    }

    /// The title of what is shown.
    public var title: String {
        isComplement ? indicator.complementTitle ?? indicator.title : indicator.title
    }

    /// The row of the municipality in focus.
    public var focusRow: ComparisonRow? {
        rows.first { $0.municipality.key == focus.key }
    }

    /// How many municipalities have a place.
    public var ranked: Int { rows.count { $0.rank != nil } }

    /// The place by polarity, ties sharing the lower number; yes/no is never ranked, and neither is
    /// a region or the nation among municipalities.
    private static func rank(
        of row: ComparisonRow, among rows: [ComparisonRow], focus: Municipality,
        polarity: Polarity, valueKind: ValueKind
    ) -> Int? {
        guard polarity.ranks, valueKind != .boolean, row.municipality.kind == focus.kind,
            let value = row.value
        else { return nil }
        return 1
            + rows.count { other in
                guard other.municipality.kind == focus.kind, let theirs = other.value else {
                    return false
                }
                return polarity == .high ? theirs > value : theirs < value
            }
    }

    /// Whether a row comes before another by its value; `nil` where only the name can decide.
    private static func comesBefore(
        _ left: ComparisonRow, _ right: ComparisonRow, polarity: Polarity
    ) -> Bool? {
        switch (left.value, right.value) {
        case (let mine?, let theirs?) where mine != theirs:
            return polarity == .low ? mine < theirs : mine > theirs
        case (_?, nil): return true
        case (nil, _?): return false
        default: return nil
        }
    }
}
