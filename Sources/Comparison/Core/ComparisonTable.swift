public import Indicators
internal import Statistics

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
    /// How figures are judged.
    public let yardstick: Yardstick
    /// How the focus stands against the others taken together, itself not among them.
    public var againstPeers: Contrast
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
    ///   - yardstick: how figures are judged; made of the indicator alone when left out.
    public init(
        indicator: Indicator, isComplement: Bool, period: Period, gender: Gender,
        focus: Municipality, members: [Municipality], figures: [Int16: [OutcomeFigure]],
        yardstick: Yardstick? = nil
    ) {
        let yardstick = yardstick ?? Yardstick(of: indicator, isComplement: isComplement)
        self.yardstick = yardstick
        self.indicator = indicator
        self.isComplement = isComplement
        self.period = period
        self.gender = gender
        self.focus = focus
        var seen: Set<Int16> = []
        var rows = ([focus] + members).filter { seen.insert($0.key).inserted }
            .map { municipality -> ComparisonRow in
                let stated = (figures[municipality.key] ?? [])
                    .map { isComplement ? $0.complement(indicator.uncertainty) : $0 }
                return ComparisonRow(
                    municipality: municipality, figure: stated.first,
                    otherFigures: Array(stated.dropFirst()))
            }
        let comparable = rows.filter { $0.municipality.kind == focus.kind }
        let others = comparable.filter { $0.municipality.key != focus.key }.map(\.figure)
        group = GroupFigures(of: comparable.map(\.figure), yardstick)
        peers = GroupFigures(of: others, yardstick)
        againstPeers = yardstick.contrast(
            of: rows.first?.figure, againstAll: others.compactMap(\.self))
        let places = Self.places(of: rows, focus: focus, yardstick)
        for (index, place) in zip(rows.indices, places) { rows[index].rank = place }
        // The names' order is worked out once a row: for each pair it would take milliseconds. Places are
        // sorted, not rows, which are large.
        let names = rows.map { SwedishOrder.key($0.municipality.name) }
        self.rows = rows.indices.sorted { left, right in
            Self.comesBefore(rows[left], rows[right], polarity: yardstick.polarity)
                ?? names[left].lexicographicallyPrecedes(names[right])
        }.map { rows[$0] }
        let own = focusRow?.figure
        for index in self.rows.indices {
            Self.judge(&self.rows[index], against: own, of: focus, yardstick)
        }
    }

    /// The polarity of what is shown: that of the indicator, turned for the complement.
    public var polarity: Polarity { yardstick.polarity }

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

    /// Fills in how a row stands against the focus.
    ///
    /// Static, for a method of the table would hold its rows while one of them is changed: each
    /// of them would be copied with all the others.
    static func judge(
        _ row: inout ComparisonRow, against own: OutcomeFigure?, of focus: Municipality,
        _ yardstick: Yardstick
    ) {
        if let figure = row.figure {
            row.interval = yardstick.interval(of: figure)
            row.funnel = yardstick.funnelSignificance(of: figure)
        }
        guard row.municipality.key != focus.key else { return }
        let contrast = yardstick.contrast(of: row.figure, against: own)
        row.difference = contrast.difference
        row.differenceInterval = contrast.interval
        row.verdict = contrast.verdict
        row.obstacle = contrast.obstacle
        if contrast.obstacle == .noCounts {
            row.neededCases = yardstick.neededCases(row.figure, own)
        }
    }

    /// The places by polarity, ties sharing the lower number; yes/no is never ranked, and neither is
    /// a region or the nation among municipalities.
    private static func places(
        of rows: [ComparisonRow], focus: Municipality, _ yardstick: Yardstick
    ) -> [Int?] {
        guard yardstick.ranks else { return rows.map { _ in nil } }
        return RankOrder.places(
            of: rows.map { $0.municipality.kind == focus.kind ? $0.value : nil },
            yardstick.polarity.orientation)
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
