internal import Indicators
public import SourceAdapters

/// Says of each figure of a document whether it is loaded, and as what.
///
/// Figures of tables are, where a star takes their measure. A figure of running text is only where the
/// manifest says everything that a star asks, no table of the document states it, and the text does
/// not contradict itself.
struct FigureSplit {
    /// What becomes of each figure, in the order of the figures.
    private(set) var standings: [FigureStanding]

    private let figures: [Figure]

    init(_ figures: [Figure], kinds: [String: TableRule.Kind]) {
        self.figures = figures
        standings = figures.map { figure in
            figure.origin == .table
                ? Self.tabled(figure, kinds[figure.table]) : Self.told(figure, figures)
        }
        settle()
    }

    private static func tabled(_ figure: Figure, _ kind: TableRule.Kind?) -> FigureStanding {
        guard let kind else { return .homeless(.measure(figure.measure)) }
        if kind.statesIndicators, figure.measure == .outcome { return .loads(.outcome) }
        if kind.statesIndicators, figure.measure == .target { return .loads(.target) }
        if kind.statesMoney, figure.measure.ofMoney != nil { return .loads(.economy) }
        if kind == .absence, figure.measure.ofAbsence != nil { return .loads(.absence) }
        return .homeless(.measure(figure.measure))
    }

    private static func told(_ figure: Figure, _ figures: [Figure]) -> FigureStanding {
        if let reason = figure.telling?.notLoaded { return .homeless(.declared(reason)) }
        let row = figures.first { $0.origin == .table && FindingCollector.isSame(figure, $0) }
        if let row { return .inTable(line: row.line) }
        guard let home = home(of: figure) else {
            let mayBeOfIndicator = figure.measure.isOfIndicator && figure.unit.kronor == nil
            return .homeless(
                mayBeOfIndicator && figure.telling?.indicator == nil
                    ? .noIndicator : .measure(figure.measure))
        }
        if figure.telling?.isUnitDeclared != true { return .undeclared(.unit) }
        // A target without a period belongs to the report's own (ADR 0014).
        if figure.period == nil, home != .target { return .undeclared(.period) }
        return .loads(home)
    }

    /// The star that takes a figure of running text.
    private static func home(of figure: Figure) -> FigureHome? {
        if figure.telling?.indicator != nil {
            switch figure.measure {
            case .outcome, .responseRate: return .outcome
            case .target: return .target
            default: return nil
            }
        }
        if figure.unit.kronor != nil, figure.measure.ofMoney != nil { return .economy }
        if figure.unit == .percent, figure.measure.ofAbsence != nil { return .absence }
        return nil
    }

    /// What makes two figures the same one in the warehouse.
    private struct Key: Hashable {
        var home: FigureHome
        var name: String
        var measure: String
        var period: Period?
        var gender: Gender
        var municipality: String
        var definition: String
    }

    /// Keeps one of the figures that the text tells twice, and none where it contradicts itself.
    private mutating func settle() {
        var places: [Key: [Int]] = [:]
        for place in figures.indices where figures[place].origin == .narrative {
            guard case .loads(let home) = standings[place] else { continue }
            places[Self.key(figures[place], home), default: []].append(place)
        }
        for group in places.values where group.count > 1 {
            let agrees = group.allSatisfy { left in
                group.allSatisfy { Self.agree(figures[left], figures[$0]) }
            }
            let best = group.min { Self.isMoreExact(figures[$0], figures[$1]) }
            let lines = group.map { figures[$0].line }
            for place in group where place != best || !agrees {
                standings[place] =
                    agrees
                    ? .repeated(line: best.map { figures[$0].line } ?? 0)
                    : .contradicts(lines: lines)
            }
        }
    }

    private static func key(_ figure: Figure, _ home: FigureHome) -> Key {
        let isOfIndicator = home == .outcome || home == .target
        return Key(
            home: home,
            name: isOfIndicator
                ? NameFolding.key(figure.telling?.indicator ?? "")
                : HeadingKey.key(figure.subject),
            measure: isOfIndicator ? "" : figure.measure.rawValue, period: figure.period,
            gender: figure.gender, municipality: figure.municipality,
            definition: isOfIndicator ? "" : figure.definition)
    }

    /// Whether two figures are equal, signs too, within what is printed of the coarser one.
    private static func agree(_ left: Figure, _ right: Figure) -> Bool {
        guard let a = FindingCollector.measured(left), let b = FindingCollector.measured(right),
            let difference = a.value.subtracting(b.value)?.absolute,
            let doubled = difference.multiplied(by: 2)
        else { return false }
        return doubled <= max(a.step, b.step)
    }

    /// What says more comes first: without "cirka", then with more decimals, then what stands first.
    private static func isMoreExact(_ left: Figure, _ right: Figure) -> Bool {
        if left.isApproximate != right.isApproximate { return right.isApproximate }
        guard let a = FindingCollector.measured(left), let b = FindingCollector.measured(right),
            a.step != b.step
        else { return false }
        return a.step < b.step
    }
}

extension ReportReading {
    /// How many figures of running text are read and not loaded, though nothing is wrong with them.
    public var unloadedText: UnloadedFigures {
        var unloaded = UnloadedFigures()
        for (figure, standing) in zip(figures, standings) where figure.origin == .narrative {
            switch standing {
            case .homeless: unloaded.homeless += 1
            case .inTable: unloaded.inTables += 1
            case .repeated: unloaded.repeated += 1
            case .loads, .contradicts, .undeclared: break
            }
        }
        return unloaded
    }
}
