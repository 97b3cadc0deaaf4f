/// A number of events that come one by one, with the interval of the number to be expected.
public struct EventCount: Sendable, Hashable {
    /// How an interval was computed.
    public enum Method: String, Sendable, Hashable {
        /// Byar's approximation.
        case byars = "Byars"
        /// The exact Poisson bounds.
        case exact = "Exact"
    }

    /// The number of events, 0 or more.
    public let count: Double

    /// Creates a number of events; `nil` if it is below 0 or not finite.
    public init?(_ count: Double) {
        guard count >= 0, count.isFinite else { return nil }
        self.count = count
    }

    /// The method of ``interval(_:)``: exact below ten events, Byar's from there on.
    public var method: Method { count < 10 ? .exact : .byars }

    /// The interval of the expected number: exact below ten events, Byar's from there on.
    ///
    /// The rule of Public Health England, *Technical Guide: Confidence Intervals* (2018).
    /// - Returns: `nil` where Byar's lower bound would be negative.
    public func interval(_ confidence: ConfidenceLevel = .percent95) -> ClosedRange<Double>? {
        switch method {
        case .byars: byarsInterval(confidence)
        case .exact: exactInterval(confidence)
        }
    }

    /// Byar's approximation.
    ///
    /// N. E. Breslow and N. E. Day, *Statistical Methods in Cancer Research* II (1987) 69.
    /// - Returns: `nil` where the lower bound would be negative, which happens for very few events.
    public func byarsInterval(_ confidence: ConfidenceLevel = .percent95) -> ClosedRange<Double>? {
        func bound(_ x: Double, _ z: Double) -> Double {
            let root = 1 - 1 / (9 * x) + z / (3 * x.squareRoot())
            return x * root * root * root
        }
        guard count > 0 else { return nil }
        let lower = bound(count, -confidence.z)
        guard lower >= 0 else { return nil }
        return lower...bound(count + 1, confidence.z)
    }

    /// The exact bounds: ½χ²(α/2; 2x), which is 0 for no event, and ½χ²(1 − α/2; 2x + 2).
    ///
    /// F. Garwood, Biometrika 28 (1936) 437–442.
    public func exactInterval(_ confidence: ConfidenceLevel = .percent95) -> ClosedRange<Double> {
        let lower = GammaDistribution(shape: count)?.quantile(lower: confidence.tail) ?? 0
        let upper = GammaDistribution(shape: count + 1)?.quantile(upper: confidence.tail) ?? lower
        return min(lower, upper)...upper
    }
}
