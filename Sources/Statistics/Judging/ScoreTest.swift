extension Proportion {
    /// How many standard errors the share lies above a benchmark that is treated as exact.
    ///
    /// (p − b)/√(b(1 − b)/n): the score test, which Wilson's interval inverts, so that both always
    /// agree. `nil` where the benchmark is 0 or 1, or no share.
    public func score(against benchmark: Double) -> Double? {
        guard benchmark > 0, benchmark < 1 else { return nil }
        return (share - benchmark) / (benchmark * (1 - benchmark) / total).squareRoot()
    }

    /// The p-value of the difference of two independent proportions, pooled; two-sided.
    ///
    /// For ordering many differences among each other; a verdict on one is Newcombe's interval.
    /// `nil` where all cases of both have the property, or none.
    public func probability(sameAs other: Proportion) -> Double? {
        let pooled = (count + other.count) / (total + other.total)
        guard pooled > 0, pooled < 1 else { return nil }
        let error = (pooled * (1 - pooled) * (1 / total + 1 / other.total)).squareRoot()
        return StandardNormal.twoSided((share - other.share) / error)
    }
}
