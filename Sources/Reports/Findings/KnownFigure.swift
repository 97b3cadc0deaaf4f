public import Indicators

/// A figure that the warehouse states, to hold a draft against.
public struct KnownFigure: Sendable, Hashable {
    /// The folded name by which the draft calls it.
    public var name: String
    /// The code of the indicator.
    public var indicator: String
    /// The period.
    public var period: Period
    /// Whom it speaks of.
    public var gender: Gender
    /// The value.
    public var value: ScaledDecimal
    /// The code of the document that states it.
    public var source: String

    /// Describes a figure.
    public init(
        name: String, indicator: String, period: Period, gender: Gender, value: ScaledDecimal,
        source: String
    ) {
        self.name = name
        self.indicator = indicator
        self.period = period
        self.gender = gender
        self.value = value
        self.source = source
    }
}

/// Holds the figures of a draft against those that the warehouse states of its kommun.
public struct WarehouseReview: Sendable {
    private let document: String
    private let outcomes: [(figure: Figure, names: [String])]

    /// Takes the outcomes that a draft states of a kommun.
    ///
    /// - Parameters:
    ///   - figures: The figures of the draft; others than outcomes of indicators are left out.
    ///   - municipality: The code of the kommun.
    ///   - document: The path of the draft.
    public init(_ figures: [Figure], of municipality: String, in document: String) {
        self.document = document
        outcomes = figures.filter {
            $0.origin == .table && $0.measure == .outcome && $0.municipality == municipality
                && $0.value != nil && $0.period != nil
        }.map { figure in
            (figure, (figure.printedNames + [figure.subject]).map { NameFolding.key($0) })
        }
    }

    /// The folded names under which the draft's figures may be known.
    public var names: [String] {
        Array(Set(outcomes.flatMap(\.names))).filter { !$0.isEmpty }.sorted()
    }

    /// Holds the draft's figures against those of the warehouse.
    ///
    /// - Parameter known: What the warehouse states.
    /// - Returns: How many of the draft's figures it knows, and those that it states otherwise.
    public func compared(with known: [KnownFigure]) -> (compared: Int, findings: [Finding]) {
        let byName = Dictionary(grouping: known, by: \.name)
        var collector = FindingCollector(document)
        var compared = 0
        for (figure, names) in outcomes {
            guard let value = figure.value,
                let other = names.lazy.compactMap({ name in
                    byName[name]?.first { $0.period == figure.period && $0.gender == figure.gender }
                }).first
            else { continue }
            compared += 1
            guard !Self.agree(value, other.value) else { continue }
            let period = other.period.description
            collector.note(
                .warehouse, line: figure.line, printed: figure.printed,
                expected: FindingCollector.swedish(other.value),
                sv:
                    "”\(figure.subject)” \(period) (\(other.indicator)) i lagret enligt \(other.source)",
                en:
                    "\"\(figure.subject)\" \(period) (\(other.indicator)) in the warehouse by \(other.source)"
            )
        }
        return (compared, collector.inOrder)
    }

    /// Whether two figures are equal within what is printed of the coarser one.
    static func agree(_ left: ScaledDecimal, _ right: ScaledDecimal) -> Bool {
        guard let doubled = left.subtracting(right)?.absolute.multiplied(by: 2),
            let step = ScaledDecimal(units: 1, scale: min(left.scale, right.scale))
        else { return true }
        return doubled <= step
    }
}
