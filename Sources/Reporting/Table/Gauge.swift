/// A value as a place between two ends, drawn as a dot on a line; the number stands beside it.
public struct Gauge: Sendable, Hashable {
    /// The place of the value: 0 at the left end, 1 at the right.
    public var place: Double
    /// The places between which the value is uncertain; `nil` where that is not known.
    public var interval: ClosedRange<Double>?

    /// Creates a gauge; places outside the ends are moved to them, and what is no number to 0.
    public init(place: Double, interval: ClosedRange<Double>? = nil) {
        self.place = Self.within(place)
        self.interval = interval.map { Self.within($0.lowerBound)...Self.within($0.upperBound) }
    }

    /// Terminal columns that a gauge fills.
    static let width = 15

    /// The dot on its line; the heavier stroke is the interval.
    var drawing: String {
        let dot = column(place)
        let heavy = interval.map { column($0.lowerBound)...column($0.upperBound) }
        return (0..<Self.width).map { index in
            index == dot ? "●" : heavy?.contains(index) == true ? "━" : "·"
        }.joined()
    }

    private func column(_ place: Double) -> Int {
        Int((place * Double(Self.width - 1)).rounded())
    }

    private static func within(_ place: Double) -> Double {
        place.isNaN ? 0 : min(1, max(0, place))
    }
}
