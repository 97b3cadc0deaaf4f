public import Diagnostics
public import Indicators

/// The same verksamheter of several kommuner side by side, as far as they may be compared.
///
/// Rows are compared where their names are declared to mean the same verksamhet. Sums of nämnder are
/// compared only where the nämnder answer for the same verksamheter, all of them declared.
public struct EconomyComparison: Sendable {
    /// What a kommun's row says.
    public struct Entry: Sendable, Hashable {
        /// Net, thousands of kronor with the sign of the source.
        public var net: ScaledDecimal
        /// Net in kronor per inhabitant; `nil` where no inhabitants are loaded.
        public var perInhabitant: ScaledDecimal?
        /// The rows that it is the sum of, as printed.
        public var figures: [EconomyFigure]
    }

    /// A verksamhet, or the nämnder as a whole.
    public struct Row: Sendable, Hashable {
        /// Code of the verksamhet; `nil` for the nämnder as a whole.
        public var activity: String?
        /// What it is called.
        public var title: Text
        /// What each municipality says, in their order; `nil` for nothing.
        public var entries: [Entry?]
    }

    /// Why something is not compared.
    public enum Refusal: Sendable, Hashable {
        /// The nämnder answer for different verksamheter; those of each are named.
        case tasksDiffer(Municipality, own: [String], others: [String])
        /// Nobody has declared what one of the nämnder answers for.
        case tasksUnknown(Municipality)
        /// The other kommun has no sum in the period.
        case noFigures(Municipality)
        /// One source writes costs with a minus sign and the other without.
        case signsDiffer(Municipality)
    }

    /// The municipalities, the one in focus first.
    public let municipalities: [Municipality]
    /// The nämnd in focus.
    public let organisation: String
    /// The period.
    public let period: Period
    /// What can be compared.
    public let rows: [Row]
    /// What cannot, and why.
    public let refusals: [Refusal]
    /// Rows in focus whose name nobody has declared to mean a verksamhet.
    public let unmapped: [String]

    /// Whether nothing at all can be compared.
    public var isEmpty: Bool {
        !rows.contains { row in row.entries.dropFirst().contains { $0 != nil } }
    }

    /// Whether every entry is known in kronor per inhabitant.
    public var isPerInhabitant: Bool {
        rows.allSatisfy { $0.entries.allSatisfy { $0 == nil || $0?.perInhabitant != nil } }
    }

    /// Compares.
    ///
    /// - Parameters:
    ///   - focus: the nämnd in focus.
    ///   - others: the other municipalities.
    ///   - figures: what all of them say, the statement that speaks first.
    ///   - tasks: what their nämnder answer for.
    ///   - population: inhabitants by key of the municipality.
    public init(
        _ focus: EconomyOverview, with others: [Municipality], figures: [EconomyFigure],
        tasks: [CommitteeTask], population: [Int16: YearlySeries]
    ) {
        municipalities = [focus.municipality] + others
        organisation = focus.organisation
        period = focus.period
        var rows: [Row] = []
        var refusals: [Refusal] = []
        var entries = EconomyEntries(
            figures: figures, period: focus.period, population: population)
        var comparable: [Municipality] = []
        for other in others {
            let signs = entries.signs(of: other)
            if signs != focus.signs, signs != .unknown, focus.signs != .unknown {
                refusals.append(.signsDiffer(other))
                entries.leaveOut(other)
            } else {
                comparable.append(other)
            }
        }
        var seen: Set<String> = []
        for activity in focus.rows.compactMap(\.activity) where seen.insert(activity).inserted {
            let title =
                tasks.first {
                    $0.activity == activity && $0.municipality == focus.municipality.key
                }?
                .title ?? activity
            rows.append(
                Row(
                    activity: activity, title: Text(verbatim: title),
                    entries: municipalities.map {
                        entries.entry(
                            of: $0, activity: activity,
                            organisation: $0 == focus.municipality ? focus.organisation : nil)
                    }))
        }
        unmapped = focus.rows.filter { $0.kind == .activity && $0.activity == nil }.map(\.subject)
        let own = Self.tasks(of: focus.municipality, focus.organisation, tasks)
        var totals: [Entry?] = [entries.total(of: focus.municipality, focus.organisation)]
        for other in others {
            totals.append(nil)
            guard comparable.contains(other) else { continue }
            let theirs = Self.tasks(of: other, focus.organisation, tasks)
            let total = entries.total(of: other, focus.organisation)
            if own.isEmpty || theirs.isEmpty {
                refusals.append(.tasksUnknown(own.isEmpty ? focus.municipality : other))
            } else if Set(own.map(\.activity)) != Set(theirs.map(\.activity)) {
                refusals.append(
                    .tasksDiffer(other, own: own.map(\.title), others: theirs.map(\.title)))
            } else {
                totals[totals.count - 1] = total
            }
            if total == nil { refusals.append(.noFigures(other)) }
        }
        if totals.dropFirst().contains(where: { $0 != nil }) {
            rows.append(
                Row(
                    activity: nil, title: Text(sv: "Nämnden totalt", en: "The nämnd in all"),
                    entries: totals))
        }
        self.rows = rows
        self.refusals = refusals
    }

    private static func tasks(
        of municipality: Municipality, _ organisation: String, _ tasks: [CommitteeTask]
    ) -> [CommitteeTask] {
        var seen: Set<String> = []
        return tasks.filter {
            $0.municipality == municipality.key && $0.organisation == organisation
                && seen.insert($0.activity).inserted
        }
    }
}

/// Finds the nets of a period.
private struct EconomyEntries {
    private var nets: [EconomyFigure]
    private let costs: [EconomyFigure]
    private let year: Int
    private let population: [Int16: YearlySeries]

    init(figures: [EconomyFigure], period: Period, population: [Int16: YearlySeries]) {
        // What text tells, rounded, is compared with nothing: figures of tables only.
        let figures = figures.filter { !$0.isInText }
        // Several documents may state a net: the first speaks.
        var seen: Set<[String]> = []
        nets = figures.filter {
            $0.period == period && $0.measure == .net && $0.definition.isEmpty && $0.amount != nil
                && seen.insert([
                    "\($0.municipality)", $0.organisation, $0.kind.rawValue,
                    $0.kind == .total ? "" : $0.subject,
                ]).inserted
        }
        costs = figures.filter {
            $0.measure == .cost && $0.kind == .activity && ($0.amount?.units ?? 0) != 0
        }
        year = period.year
        self.population = population
    }

    mutating func leaveOut(_ municipality: Municipality) {
        nets.removeAll { $0.municipality == municipality.key }
    }

    func signs(of municipality: Municipality) -> EconomySigns {
        let own = costs.filter { $0.municipality == municipality.key }.compactMap(\.amount)
        guard !own.isEmpty else { return .unknown }
        if own.allSatisfy({ $0.units < 0 }) { return .costsNegative }
        return own.allSatisfy { $0.units > 0 } ? .costsPositive : .unknown
    }

    func entry(
        of municipality: Municipality, activity: String, organisation: String?
    ) -> EconomyComparison.Entry? {
        made(
            of: municipality,
            nets.filter {
                $0.municipality == municipality.key && $0.kind == .activity
                    && $0.activity == activity
                    && (organisation == nil || $0.organisation == organisation)
            })
    }

    func total(
        of municipality: Municipality, _ organisation: String
    ) -> EconomyComparison.Entry? {
        made(
            of: municipality,
            nets.filter {
                $0.municipality == municipality.key && $0.kind == .total
                    && $0.organisation == organisation
            })
    }

    private func made(
        of municipality: Municipality, _ figures: [EconomyFigure]
    ) -> EconomyComparison.Entry? {
        guard !figures.isEmpty, let net = ScaledDecimal.sum(figures.compactMap(\.amount)) else {
            return nil
        }
        var entry = EconomyComparison.Entry(net: net, perInhabitant: nil, figures: figures)
        if let inhabitants = population[municipality.key]?.value(at: year)?.value {
            entry.perInhabitant = EconomyOverview.perInhabitant(net, inhabitants)
        }
        return entry
    }
}
