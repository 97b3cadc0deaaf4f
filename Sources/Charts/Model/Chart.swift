public import Diagnostics

/// A chart as data: what it shows, not how it is drawn.
///
/// Values are doubles, for a pixel is no figure; the exact numbers stand in the table beside it.
/// Values that are not finite are left out.
public struct Chart: Sendable, Hashable {
    /// The heading.
    public var title: Text
    /// What the chart shows, in a sentence or two, for those who cannot see it.
    public var description: Text
    /// What is counted along the axis of values: the unit.
    public var unit: Text
    /// The kind, with its data.
    public var kind: Kind

    /// Creates a chart.
    public init(title: Text, description: Text, unit: Text, kind: Kind) {
        self.title = title
        self.description = description
        self.unit = unit
        self.kind = kind
    }

    /// The kinds of charts that there are.
    public enum Kind: Sendable, Hashable {
        /// Values beside each other, with their intervals.
        case dots(DotPlot)
        /// A series of years beside its group.
        case trend(TrendPlot)
        /// Shares against what they are shares of, with the limits of chance.
        case funnel(FunnelPlot)
    }
}

/// Values of several, a line each, from the top in the order given.
public struct DotPlot: Sendable, Hashable {
    /// The lines from the top.
    public var points: [Point]
    /// A value to hold them against, such as the others' median, and its name.
    public var reference: Reference?

    /// Creates a plot.
    public init(points: [Point], reference: Reference? = nil) {
        self.points = points
        self.reference = reference
    }

    /// One value with its name.
    public struct Point: Sendable, Hashable {
        /// Whose value it is.
        public var label: String
        /// The value.
        public var value: Double
        /// Between which values the true one lies; `nil` where nobody can say.
        public var interval: ClosedRange<Double>?
        /// Whether it is the one asked about.
        public var isFocus: Bool

        /// Creates a point.
        public init(
            _ label: String, _ value: Double, interval: ClosedRange<Double>? = nil,
            isFocus: Bool = false
        ) {
            self.label = label
            self.value = value
            self.interval = interval
            self.isFocus = isFocus
        }
    }

    /// A value that others are held against.
    public struct Reference: Sendable, Hashable {
        /// What it is.
        public var label: Text
        /// The value.
        public var value: Double

        /// Creates a reference.
        public init(_ label: Text, _ value: Double) {
            self.label = label
            self.value = value
        }
    }
}

/// A series over time beside the quartiles of its group.
public struct TrendPlot: Sendable, Hashable {
    /// Whose series it is.
    public var label: String
    /// The periods in order, also those without a value: a gap in the line is a gap in the data.
    public var points: [Point]
    /// Places on the time axis where the series breaks: before them figures mean something else.
    public var breaks: [Double]

    /// Creates a plot.
    public init(label: String, points: [Point], breaks: [Double] = []) {
        self.label = label
        self.points = points
        self.breaks = breaks
    }

    /// One period.
    public struct Point: Sendable, Hashable {
        /// Place on the time axis, such as the year.
        public var place: Double
        /// How the period is written.
        public var label: String
        /// The value; `nil` without one.
        public var value: Double?
        /// Whether the value may still change.
        public var isPreliminary: Bool
        /// First quartile, median and third quartile of the group; `nil` where it has too few.
        public var group: Quartiles?

        /// Creates a point.
        public init(
            place: Double, label: String, value: Double?, isPreliminary: Bool = false,
            group: Quartiles? = nil
        ) {
            self.place = place
            self.label = label
            self.value = value
            self.isPreliminary = isPreliminary
            self.group = group
        }
    }

    /// The middle of a group.
    public struct Quartiles: Sendable, Hashable {
        /// A quarter lies below.
        public var first: Double
        /// Half lies below.
        public var median: Double
        /// Three quarters lie below.
        public var third: Double

        /// Creates quartiles.
        public init(first: Double, median: Double, third: Double) {
            self.first = first
            self.median = median
            self.third = third
        }
    }
}

/// Shares against the number they are shares of.
public struct FunnelPlot: Sendable, Hashable {
    /// The units, in any order.
    public var points: [Point]
    /// The share that the limits surround, and what it is.
    public var benchmark: DotPlot.Reference
    /// The limits from the fewest to the most.
    public var limits: [Limit]
    /// What the number is a number of.
    public var totalLabel: Text

    /// Creates a plot.
    public init(points: [Point], benchmark: DotPlot.Reference, limits: [Limit], totalLabel: Text) {
        self.points = points
        self.benchmark = benchmark
        self.limits = limits
        self.totalLabel = totalLabel
    }

    /// One unit.
    public struct Point: Sendable, Hashable {
        /// Whose it is.
        public var label: String
        /// How many it rests on.
        public var total: Double
        /// The value.
        public var value: Double
        /// Whether it is the one asked about.
        public var isFocus: Bool

        /// Creates a point.
        public init(_ label: String, total: Double, value: Double, isFocus: Bool = false) {
            self.label = label
            self.total = total
            self.value = value
            self.isFocus = isFocus
        }
    }

    /// Between which values chance alone keeps a unit of a size.
    public struct Limit: Sendable, Hashable {
        /// The size.
        public var total: Double
        /// In 95 of 100.
        public var at95: ClosedRange<Double>
        /// In 998 of 1 000.
        public var at998: ClosedRange<Double>

        /// Creates limits.
        public init(total: Double, at95: ClosedRange<Double>, at998: ClosedRange<Double>) {
            self.total = total
            self.at95 = at95
            self.at998 = at998
        }
    }
}
