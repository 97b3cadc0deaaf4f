/// Some numbers of one kind, with their mean and spread.
public struct Sample: Sendable, Hashable {
    /// How many there are.
    public let count: Int
    /// Their mean; `nil` for none.
    public let mean: Double?
    /// The standard deviation with n − 1; `nil` for fewer than two.
    public let standardDeviation: Double?

    /// Summarises numbers in two passes, the second of which corrects what rounding left.
    ///
    /// T. F. Chan, G. H. Golub and R. J. LeVeque, The American Statistician 37 (1983) 242–247.
    public init(_ values: some Collection<Double>) {
        count = values.count
        guard count > 0 else {
            mean = nil
            standardDeviation = nil
            return
        }
        let n = Double(count)
        let first = values.reduce(0, +) / n
        let rest = values.reduce(0) { $0 + ($1 - first) }
        mean = first + rest / n
        guard count > 1 else {
            standardDeviation = nil
            return
        }
        let squares = values.reduce(0) { $0 + ($1 - first) * ($1 - first) }
        standardDeviation = (max(0, squares - rest * rest / n) / (n - 1)).squareRoot()
    }

    /// The interval of the mean by Student's t with n − 1 degrees of freedom; `nil` below two values.
    ///
    /// Over a group of municipalities it tells how they are spread, not how sure a rate is.
    public func meanInterval(_ confidence: ConfidenceLevel = .percent95) -> ClosedRange<Double>? {
        guard let mean, let standardDeviation,
            let t = StudentT(degrees: Double(count - 1))?.quantile(upper: confidence.tail)
        else { return nil }
        let half = t * standardDeviation / Double(count).squareRoot()
        return (mean - half)...(mean + half)
    }
}
