internal import Indicators

/// What is known of one municipality in a list of several.
protocol ComparedRow {
    /// The municipality.
    var municipality: Municipality { get }
    /// What speaks for it; `nil` where nothing is stated.
    var figure: OutcomeFigure? { get }
}

extension ComparisonRow: ComparedRow {}
extension RankingRow: ComparedRow {}

/// What is found of a municipality beside the others taken together: all that ``ComparisonSentence`` says.
public struct ComparisonFinding: Sendable {
    /// The indicator compared.
    let indicator: Indicator
    /// The title of what is shown.
    let title: String
    /// The period; the same for all.
    let period: Period
    /// The gender.
    let gender: Gender
    /// The municipality in focus.
    let focus: Municipality
    /// Its value, if it has one.
    let value: ScaledDecimal?
    /// The others of its kind.
    let peers: GroupFigures
    /// How the focus stands against them.
    let againstPeers: Contrast
    /// The share of those asked that must have answered a survey.
    let leastResponseRate: Double
    /// Decimals of means and medians: one more than the values have, in print or in the source.
    let meanDecimals: UInt8
    /// The names of the others in Swedish order; empty if there are too many to be named.
    let names: [String]
    /// The only one of the others with a value; `nil` if there are several, or none.
    let only: (name: String, value: ScaledDecimal)?
    /// How many of the others have the same value.
    let agreeing: Int
    /// Whether the reader gave a number of cases.
    let restsOnReader: Bool

    /// So many of the others are named, more are counted.
    private static let mostNames = 5

    init(
        of rows: [some ComparedRow], _ indicator: Indicator, title: String, period: Period,
        gender: Gender, focus: Municipality, peers: GroupFigures, againstPeers: Contrast,
        _ yardstick: Yardstick
    ) {
        self.indicator = indicator
        self.title = title
        self.period = period
        self.gender = gender
        self.focus = focus
        self.peers = peers
        self.againstPeers = againstPeers
        leastResponseRate = yardstick.leastResponseRate
        var value: ScaledDecimal?
        var others: [(name: String, value: ScaledDecimal?)] = []
        others.reserveCapacity(rows.count)
        var (printed, rests): (UInt8, Bool) = (0, false)
        for row in rows {
            printed = max(printed, row.figure?.value?.scale ?? 0)
            rests = rests || row.figure?.readersBase != nil
            if row.municipality.key == focus.key {
                value = row.figure?.value
            } else if row.municipality.kind == focus.kind {
                others.append((row.municipality.name, row.figure?.value))
            }
        }
        self.value = value
        meanDecimals = indicator.meanDecimals(printed: printed)
        restsOnReader = rests
        names =
            others.count <= Self.mostNames
            ? others.map(\.name).sorted(by: SwedishOrder.areInOrder) : []
        let known = others.compactMap { other in other.value.map { (other.name, $0) } }
        only = known.count == 1 ? known.first : nil
        agreeing = known.count { $0.1 == value }
    }
}

extension ComparisonTable {
    /// What is found of the focus.
    public var finding: ComparisonFinding {
        ComparisonFinding(
            of: rows, indicator, title: title, period: period, gender: gender, focus: focus,
            peers: peers, againstPeers: againstPeers, yardstick)
    }
}

extension Ranking {
    /// What is found of the municipality asked about, as a comparison with all the others finds it; `nil` if
    /// none was asked about.
    public var finding: ComparisonFinding? {
        guard let focus else { return nil }
        var others: [OutcomeFigure] = []
        others.reserveCapacity(rows.count)
        var members = 0
        for index in rows.indices
        where rows[index].municipality.key != focus.key
            && rows[index].municipality.kind == focus.kind
        {
            members += 1
            if let figure = rows[index].figure, figure.value != nil { others.append(figure) }
        }
        let peers = GroupFigures(of: others, among: members, yardstick)
        return ComparisonFinding(
            of: rows, indicator, title: title, period: period, gender: gender, focus: focus,
            peers: isCollecting ? peers.coverageAlone : peers,
            againstPeers: isCollecting
                ? Contrast(nil, .noValue)
                : yardstick.contrast(of: focusRow?.figure, againstAll: others),
            yardstick)
    }
}
