/// Between what values chance alone leaves a unit of a given size, at both usual levels.
public struct FunnelLimits: Sendable, Hashable {
    /// The limits at 95 %.
    public let at95: ClosedRange<Double>
    /// The limits at 99.8 %.
    public let at998: ClosedRange<Double>

    /// Creates limits.
    public init(at95: ClosedRange<Double>, at998: ClosedRange<Double>) {
        self.at95 = at95
        self.at998 = at998
    }

    /// Creates limits from a rule for one level.
    init(_ rule: (ConfidenceLevel) -> ClosedRange<Double>) {
        self.init(at95: rule(.percent95), at998: rule(.percent998))
    }

    /// Where a value lies; on a limit it is still within.
    public func significance(of value: Double) -> FunnelSignificance {
        if value > at998.upperBound { return .high998 }
        if value < at998.lowerBound { return .low998 }
        if value > at95.upperBound { return .high95 }
        if value < at95.lowerBound { return .low95 }
        return .none
    }
}

/// Whether a unit stands out of a funnel; the words are those of PHEindicatormethods, with the
/// probability left on one side.
public enum FunnelSignificance: String, Sendable, Hashable, CaseIterable {
    /// Above the upper limit at 99.8 %.
    case high998 = "High (0.001)"
    /// Above the upper limit at 95 % only.
    case high95 = "High (0.025)"
    /// Within the limits at 95 %.
    case none = "Not significant"
    /// Below the lower limit at 95 % only.
    case low95 = "Low (0.025)"
    /// Below the lower limit at 99.8 %.
    case low998 = "Low (0.001)"
}
