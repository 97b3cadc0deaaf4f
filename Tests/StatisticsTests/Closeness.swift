/// Whether two numbers agree within a relative difference.
func isClose(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-12) -> Bool {
    guard let value else { return false }
    return value == expected || abs(value - expected) <= tolerance * max(abs(expected), 1e-300)
}
