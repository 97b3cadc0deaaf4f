public import Indicators
internal import Statistics

/// One indicator in one period, from the best municipality to the worst.
///
/// A pure value: permuting the municipalities changes nothing, and the complement has the same places.
public struct Ranking: Sendable {
    /// The indicator.
    public var indicator: Indicator
    /// Whether the complement is shown: 100 − value, with the polarity turned.
    public var isComplement: Bool
    /// The period; the same for all.
    public var period: Period
    /// The gender.
    public var gender: Gender
    /// The municipality asked about, if one was.
    public var focus: Municipality?
    /// Best first by polarity, else highest first; those without a value last, by name.
    public var rows: [RankingRow]
    /// How many municipalities of the kind that is ranked there are.
    public var members: Int
    /// How their values are spread; `nil` when nobody has one, and while they are being collected.
    public var spread: ValueSpread?
    /// How many municipalities of the kind have a value.
    public let withValue: Int
    /// How figures are judged.
    public let yardstick: Yardstick
    /// Whether the year is still being collected, so that nothing is computed across municipalities.
    public internal(set) var isCollecting = false

    /// Ranks.
    ///
    /// - Parameters:
    ///   - indicator: the indicator.
    ///   - isComplement: whether to show 100 − value.
    ///   - period: the period.
    ///   - gender: the gender.
    ///   - focus: the municipality asked about, if one was; it is ranked with the others.
    ///   - members: the municipalities; repetitions are dropped. Those of another kind than the
    ///     focus's are shown without a place.
    ///   - figures: what documents state, by key of the municipality, the one that speaks first.
    ///   - yardstick: how figures are judged; made of the indicator alone when left out.
    public init(
        indicator: Indicator, isComplement: Bool = false, period: Period, gender: Gender,
        focus: Municipality?, members: [Municipality], figures: [Int16: [OutcomeFigure]],
        yardstick: Yardstick? = nil
    ) {
        let yardstick = yardstick ?? Yardstick(of: indicator, isComplement: isComplement)
        self.yardstick = yardstick
        self.indicator = indicator
        self.isComplement = isComplement
        self.period = period
        self.gender = gender
        self.focus = focus
        let kind = focus?.kind ?? members.first?.kind ?? .municipality
        var seen: Set<Int16> = []
        let units = ((focus.map { [$0] } ?? []) + members)
            .filter { seen.insert($0.key).inserted }
        let stated = units.map { unit -> OutcomeFigure? in
            let figure = figures[unit.key]?.first
            return isComplement ? figure?.complement(indicator.uncertainty) : figure
        }
        var rows = Self.order(of: units, stated, yardstick.polarity).map {
            RankingRow(municipality: units[$0], figure: stated[$0])
        }
        let ranked = rows.indices.filter {
            rows[$0].municipality.kind == kind && rows[$0].value != nil
        }
        let polarity = yardstick.polarity
        let spread = ValueSpread(of: ranked.compactMap { rows[$0].value })
        Self.place(&rows, ranked, polarity, indicator.valueKind, spread)
        Self.addIntervals(&rows, ranked, yardstick)
        Self.addNeededCases(&rows, focus, yardstick)
        withValue = spread?.withValue ?? 0
        self.members = rows.count { $0.municipality.kind == kind }
        self.spread = spread
        self.rows = rows
    }

    /// The order in which units are shown, as indices: by value, those without one last, else by name.
    private static func order(
        of units: [Municipality], _ figures: [OutcomeFigure?], _ polarity: Polarity
    ) -> [Int] {
        var valued: [(index: Int, value: ScaledDecimal)] = []
        var others: [Int] = []
        for (index, figure) in figures.enumerated() {
            if let value = figure?.value {
                valued.append((index, value))
            } else {
                others.append(index)
            }
        }
        let ascending = ScaledDecimal.ascendingOrder(of: valued.map(\.value)).map { valued[$0] }
        let best = polarity == .low ? ascending : Array(ascending.reversed())
        var order: [Int] = []
        order.reserveCapacity(units.count)
        for run in runs(of: best.map(\.value)) {
            order += byName(best[run].map(\.index), units)
        }
        return order + byName(others, units)
    }

    /// Where equal values stand beside each other: a range for each value.
    private static func runs(of values: [ScaledDecimal]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        while start < values.count {
            let end = values[start...].firstIndex { $0 != values[start] } ?? values.count
            runs.append(start..<end)
            start = end
        }
        return runs
    }

    private static func byName(_ indices: [Int], _ units: [Municipality]) -> [Int] {
        guard indices.count > 1 else { return indices }
        return indices.map { (index: $0, key: SwedishOrder.key(units[$0].name)) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map(\.index)
    }

    /// The polarity of what is shown.
    public var polarity: Polarity { yardstick.polarity }

    /// The title of what is shown.
    public var title: String {
        isComplement ? indicator.complementTitle ?? indicator.title : indicator.title
    }

    /// The row of the municipality asked about.
    public var focusRow: RankingRow? {
        guard let focus else { return nil }
        return rows.first { $0.municipality.key == focus.key }
    }

    /// Whether there are places at all.
    public var hasPlaces: Bool { yardstick.ranks && !isCollecting }

    /// Gives places and colours to rows that come best first, so that 290 cost no 290².
    private static func place(
        _ rows: inout [RankingRow], _ ranked: [Int], _ polarity: Polarity, _ valueKind: ValueKind,
        _ spread: ValueSpread?
    ) {
        guard polarity.ranks, valueKind != .boolean, let spread else { return }
        let values = ranked.compactMap { rows[$0].value }
        for run in runs(of: values) {
            for place in run {
                let index = ranked[place]
                rows[index].rank = run.lowerBound + 1
                rows[index].isTied = run.count > 1
                rows[index].colour = QuartileColour(
                    of: values[place], quartiles: (spread.lowerQuartile, spread.upperQuartile),
                    polarity: polarity, valueKind: valueKind, units: values.count,
                    others: values.count - run.count)
            }
        }
    }

    /// Gives intervals to those whose counts allow one.
    ///
    /// One without may lie anywhere: it widens the places of the others. Places are those of the
    /// source's own side, so that the complement has the same ones.
    private static func addIntervals(
        _ rows: inout [RankingRow], _ ranked: [Int], _ yardstick: Yardstick
    ) {
        let shares = ranked.map { index -> UncertainShare? in
            guard let figure = rows[index].figure else { return nil }
            return try? yardstick.estimate(of: figure).get()
        }
        let unknown = shares.count { $0 == nil }
        guard unknown < shares.count else { return }
        let isTurned = yardstick.isComplement
        let source = isTurned ? yardstick.polarity.complement : yardstick.polarity
        let places = RankInterval.places(of: shares, source.orientation)
        for (place, index) in ranked.enumerated() {
            guard shares[place] != nil, let figure = rows[index].figure else { continue }
            rows[index].interval = yardstick.interval(of: figure)
            if rows[index].rank != nil, let range = places[place] {
                rows[index].places = range.lowerBound...(range.upperBound + unknown)
            }
        }
    }

    /// How many cases would be needed to tell each from the municipality asked about.
    private static func addNeededCases(
        _ rows: inout [RankingRow], _ focus: Municipality?, _ yardstick: Yardstick
    ) {
        guard let focus, yardstick.uncertainty != .none,
            let own = rows.first(where: { $0.municipality.key == focus.key })?.figure
        else { return }
        for index in rows.indices where rows[index].municipality.key != focus.key {
            let contrast = yardstick.contrast(of: rows[index].figure, against: own)
            guard contrast.obstacle == .noCounts else { continue }
            rows[index].neededCases = yardstick.neededCases(rows[index].figure, own)
        }
    }
}
