public import Indicators
internal import Statistics

/// Women beside men in one indicator of one municipality.
public struct GenderDifference: Sendable, Hashable {
    /// The women's value.
    public var women: ProfileRow
    /// The men's value, of the same period.
    public var men: ProfileRow
    /// How women stand against men.
    public let contrast: Contrast
    /// How many women and as many men it would take to tell them apart; `nil` where counts are stated, or
    /// would not help.
    public let neededCases: Int?

    /// The indicator.
    public var indicator: Indicator { women.indicator }
    /// The period.
    public var period: Period { women.period }

    /// Pairs two rows; `nil` unless they are of the same indicator and period.
    public init?(women: ProfileRow, men: ProfileRow, yardstick: Yardstick? = nil) {
        guard women.indicator.key == men.indicator.key, women.period == men.period else {
            return nil
        }
        self.women = women
        self.men = men
        let yardstick = yardstick ?? Yardstick(of: women.indicator)
        if women.isCollecting || men.isCollecting {
            contrast = Contrast(nil, .noValue)
        } else if let mine = women.clusteredShare, let theirs = men.clusteredShare {
            // Each with the spread between kommuner of its own gender. What women and men of one kommun
            // have in common would narrow the interval: it is rather too wide than too narrow.
            contrast = yardstick.contrast(
                women.value.subtracting(men.value)?.canonical, mine, theirs)
        } else {
            contrast = yardstick.contrast(of: women.figure, against: men.figure)
        }
        neededCases =
            contrast.obstacle == .noCounts
            ? yardstick.neededCases(women.figure, men.figure) : nil
    }

    /// The women's value less the men's.
    public var difference: ScaledDecimal? { women.value.subtracting(men.value)?.canonical }

    /// The median of all women's values less that of all men's.
    public var medianDifference: ScaledDecimal? {
        guard let medians else { return nil }
        return medians.women.subtracting(medians.men)?.canonical
    }

    /// The median of all women's values less that of all men's, while they are known.
    public var medians: (women: ScaledDecimal, men: ScaledDecimal)? {
        guard let women = women.quartiles?.median, let men = men.quartiles?.median else {
            return nil
        }
        return (women, men)
    }

    /// The word for how women stand against men.
    public var verdict: Verdict { contrast.verdict }
}

/// Women beside men in every indicator of a municipality that has both.
public struct GenderDifferences: Sendable {
    /// The municipality.
    public var focus: Municipality
    /// What is surest first, then the largest in relation to the values.
    public var rows: [GenderDifference]
    /// The rows' p-values by Benjamini and Hochberg, in the order of the rows.
    public var adjusted: [Double?]
    /// How many indicators have women and men in different periods, and are left out.
    public var unpaired: Int
    /// Of how many indicators that have both the latest figure of women or of men is hidden.
    public let hidden: Int

    /// Pairs the rows of women and of men.
    public init(
        focus: Municipality, women: [ProfileRow], men: [ProfileRow], hidden: Int = 0
    ) {
        self.focus = focus
        self.hidden = hidden
        let byKey = Dictionary(
            men.map { ($0.indicator.key, $0) }, uniquingKeysWith: { first, _ in first })
        var unpaired = 0
        var pairs: [(row: GenderDifference, key: (Double, Double))] = []
        for row in women {
            guard let other = byKey[row.indicator.key] else { continue }
            guard let pair = GenderDifference(women: row, men: other) else {
                unpaired += 1
                continue
            }
            pairs.append((pair, (pair.contrast.probability ?? 2, -Self.relative(pair))))
        }
        pairs.sort { left, right in
            left.key == right.key
                ? left.row.indicator.code < right.row.indicator.code : left.key < right.key
        }
        rows = pairs.map(\.row)
        adjusted = FalseDiscovery.adjusted(rows.map(\.contrast.probability))
        self.unpaired = unpaired
    }

    /// How many rows could be judged by an interval.
    public var judged: Int { adjusted.count { $0 != nil } }
    /// How many of these deviate at 95 %.
    public var deviating: Int { rows.count { $0.verdict.tellsApart } }
    /// How many remain when many tests at once are allowed for.
    public var believed: Int { adjusted.count { $0.map { $0 <= Profile.falseShare } == true } }
    /// How many of those judged would deviate by chance alone.
    public var expectedByChance: Double {
        FalseDiscovery.expectedByChance(of: judged, at: .percent95)
    }

    private static func relative(_ pair: GenderDifference) -> Double {
        let (women, men) = (pair.women.value.approximation, pair.men.value.approximation)
        let size = max(abs(women), abs(men))
        return size > 0 ? abs(women - men) / size : 0
    }
}
